# nafkah: `make deps demo` runs a sample month, `make deps check` every test, `make help` lists the rest.
CC       ?= gcc
prefix   ?= /usr/local
B        ?= .build
PROGRAM  ?= nafkah
PACKAGES  = make gcc pkg-config libc6-dev libcsv-dev libxml2-dev libssl-dev libjansson-dev libcmocka-dev libxml2-utils python3

WARN = -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wvla -Wformat=2 -Wcast-qual -Wcast-align \
       -Wstrict-prototypes -Wmissing-prototypes -Wswitch-enum -Wnull-dereference -Wundef -Wpointer-arith -Wwrite-strings
HARD = -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fPIE
CFLAGS  ?= -O2 -g
LDFLAGS ?=
MODE    ?= $(HARD)
XML_INCLUDE = -isystem /usr/include/libxml2
ALL_CFLAGS  = -std=c17 -D_GNU_SOURCE $(WARN) $(WERROR) -Iinclude $(XML_INCLUDE) -MMD -MP $(MODE) $(CFLAGS)
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(MODE) $(LDFLAGS)
LIBS        = -lcsv -lxml2 -lcrypto -ljansson -lpthread

# Layers, lowest first. A layer may include headers of, and link against, itself and what stands before it;
# `make layers` proves the finer arrows.
LAYERS  = base record law wire store paper job cli
sources = $(sort $(wildcard src/$(1)/*.c))
objects = $(patsubst %.c,$(B)/%.o,$(call sources,$(1)))
MAIN    = $(B)/src/cli/main.o
ARCHIVES = $(foreach l,$(LAYERS),$(B)/lib$(l).a)
LINKED   = -Wl,--start-group $(ARCHIVES) -Wl,--end-group

Q = $(if $(V),,@)

.PHONY: all deps demo check unit cli property asan clang valgrind fuzz bench lint layers fmt help clean install uninstall
all: $(PROGRAM)

$(PROGRAM): $(MAIN) $(ARCHIVES)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(MAIN) $(LINKED) $(LIBS)

$(B)/src/%.o: src/%.c
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC $<";)$(CC) $(ALL_CFLAGS) -include nafkah/banned.h -c -o $@ $<

define archive
$(B)/lib$(1).a: $(filter-out $(MAIN),$(call objects,$(1)))
	@mkdir -p $$(@D); rm -f $$@
	$(Q)ar rcs $$@ $$^
endef
$(foreach l,$(LAYERS),$(eval $(call archive,$(l))))

# Unit tests: tests/unit/LAYER/NAME_test.c, one program each. Tests of base, record and law link nothing above them.
TESTS = $(patsubst %.c,$(B)/%,$(sort $(wildcard tests/unit/*/*_test.c)))
PURE  = $(B)/liblaw.a $(B)/librecord.a $(B)/libbase.a
$(B)/tests/unit/base/%:   LINKED = $(B)/libbase.a
$(B)/tests/unit/record/%: LINKED = -Wl,--start-group $(PURE) -Wl,--end-group
$(B)/tests/unit/law/%:    LINKED = -Wl,--start-group $(PURE) -Wl,--end-group
$(B)/tests/unit/%_test: tests/unit/%_test.c $(ARCHIVES)
	@mkdir -p $(@D)
	$(if $(V),,@echo "  TEST $<";)$(CC) $(ALL_CFLAGS) -o $@ $< $(ALL_LDFLAGS) $(LINKED) $(LIBS) -lcmocka
unit: $(TESTS)
	$(Q)set -e; for t in $(TESTS); do CMOCKA_MESSAGE_OUTPUT=stdout $$t >$$t.log 2>&1 || { cat $$t.log; exit 1; }; done
	@grep -h 'PASSED' $(TESTS:=.log) | grep -o '[0-9]* test(s)' | awk '{n+=$$1} END {print n " passed, 0 failed"}'

deps:
	$(Q)dpkg -s $(PACKAGES) >/dev/null 2>&1 || { apt-get update -q && DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends $(PACKAGES); }

clean:
	$(Q)rm -rf .build nafkah

-include $(shell find $(B) -name '*.d' 2>/dev/null)
