# nafkah: `make deps demo` runs a sample month, `make deps check` every test, `make help` lists the rest.
CC       ?= gcc
prefix   ?= /usr/local
B        ?= .build
PROGRAM  ?= nafkah
PACKAGES  = make gcc pkg-config libc6-dev libcsv-dev libxml2-dev libzip-dev zlib1g-dev libshp-dev libxlsxwriter-dev libssl-dev libjansson-dev libcmocka-dev libxml2-utils python3

WARN = -Wall -Wextra -Wpedantic -Wconversion -Wsign-conversion -Wshadow -Wvla -Wformat=2 -Wcast-qual -Wcast-align \
       -Wstrict-prototypes -Wmissing-prototypes -Wswitch-enum -Wnull-dereference -Wundef -Wpointer-arith -Wwrite-strings
HARD = -D_FORTIFY_SOURCE=3 -fstack-protector-strong -fPIE
CFLAGS  ?= -O2 -g
LDFLAGS ?=
MODE    ?= $(HARD)
XML_INCLUDE = -isystem /usr/include/libxml2
ALL_CFLAGS  = -std=c17 -D_GNU_SOURCE $(WARN) $(WERROR) -Iinclude $(XML_INCLUDE) -MMD -MP $(MODE) $(CFLAGS)
ALL_LDFLAGS = -pie -Wl,-z,relro,-z,now -Wl,--as-needed $(MODE) $(LDFLAGS)
LIBS        = -lcsv -lxml2 -lzip -lz -lshp -lxlsxwriter -lcrypto -ljansson -lpthread

# What src/ may not use. libxlsxwriter's header names some of it in macros, so the file that needs that bans it afterwards.
BANNED = -include nafkah/banned.h
$(B)/src/paper/sheet_writer.o: BANNED =

# Layers, lowest first. A layer may include headers of, and link against, itself and what stands before it;
# `make layers` proves the finer arrows.
LAYERS  = base record law wire store paper job cli
sources = $(sort $(wildcard src/$(1)/*.c))
objects = $(patsubst %.c,$(B)/%.o,$(call sources,$(1)))
MAIN    = $(B)/src/cli/main.o
ARCHIVES = $(foreach l,$(LAYERS),$(B)/lib$(l).a)
LINKED   = -Wl,--start-group $(ARCHIVES) -Wl,--end-group

Q    = $(if $(V),,@)
SUDO = $(shell [ "$$(id -u)" = 0 ] || echo sudo)

.PHONY: all deps demo check unit cli files samples containers office collections explain property trust bank page asan clang valgrind fuzz fault bench lint layers fmt install uninstall help clean
all: $(PROGRAM)

$(PROGRAM): $(MAIN) $(ARCHIVES)
	$(Q)$(CC) $(ALL_LDFLAGS) -o $@ $(MAIN) $(LINKED) $(LIBS)

$(B)/src/%.o: src/%.c
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC $<";)$(CC) $(ALL_CFLAGS) $(BANNED) -c -o $@ $<

define archive
$(B)/lib$(1).a: $(filter-out $(MAIN),$(call objects,$(1)))
	@mkdir -p $$(@D); rm -f $$@
	$(Q)ar rcs $$@ $$^
endef
$(foreach l,$(LAYERS),$(eval $(call archive,$(l))))

$(MAIN): MODE += -DNAFKAH_DATADIR='"$(prefix)/share/nafkah"'

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
	$(Q)for t in $(TESTS); do CMOCKA_MESSAGE_OUTPUT=stdout $$t >$$t.log 2>&1 || { cat $$t.log; exit 1; }; done
	@cat $(TESTS:=.log) | sed -n 's/.*PASSED  \] \([0-9]*\) test.*/\1/p' | awk '{n+=$$1} END {print "unit: " n " passed, 0 failed"}'

cli: $(PROGRAM)        # golden cases of the command line
	$(Q)tests/cli/run.sh ./$(PROGRAM)
	$(Q)tests/cli/codes.sh

files: $(PROGRAM)      # good and bad documents, held against the schemas and the program alike
	$(Q)tests/files/schemas.sh
	$(Q)tests/files/verdict.sh ./$(PROGRAM)
	$(Q)tests/files/bulan/months.sh ./$(PROGRAM)

samples: $(PROGRAM)    # the sample months, byte for byte; the commands of README and guide
	$(Q)samples/run.sh ./$(PROGRAM)
	$(Q)tests/readme.sh ./$(PROGRAM)
	$(Q)tests/guide.sh ./$(PROGRAM)

explain: $(PROGRAM)    # what explain prints, computed again
	$(Q)python3 tests/explain/recompute.py --program ./$(PROGRAM) --formats formats

property: $(PROGRAM)   # random offices against the second calculation, and laws that must hold
	$(Q)python3 tests/property/compare.py --program ./$(PROGRAM) --quick

containers: $(PROGRAM) # one month as CSV, gzip, XLSX, DBF and HTML: the same transfers; what must be refused
	$(Q)python3 tests/containers/check.py ./$(PROGRAM)
	$(Q)python3 tests/containers/draft.py ./$(PROGRAM)

office: $(PROGRAM)     # the same, and every adjusted file opened in LibreOffice: libreoffice-calc, libreoffice-base-drivers
	$(Q)python3 tests/containers/check.py ./$(PROGRAM) --office

trust: $(PROGRAM)      # pelaksanaan.xml recomputed from the registers; nobody's name, number or account in samaran/
	$(Q)python3 tests/trust/execution.py ./$(PROGRAM)
	$(Q)python3 tests/trust/mask.py ./$(PROGRAM)

bank: $(PROGRAM)       # every transfer format parsed back; pain.001 against the order of ISO 20022; returns and re-sends
	$(Q)python3 tests/bank/parse_back.py ./$(PROGRAM)
	$(Q)python3 tests/bank/pain.py --program ./$(PROGRAM)
	$(Q)python3 tests/bank/returns.py ./$(PROGRAM)

collections:           # odd files of other projects, fetched as Debian packages, through every reader under the sanitizers
	$(Q)mkdir -p .build/collections; $(CC) $(ALL_CFLAGS) -include nafkah/banned.h -fsanitize=address,undefined -fno-sanitize-recover=all \
	    -o .build/collections/dump tests/collections/dump.c src/base/*.c src/record/*.c src/wire/*.c $(LIBS)
	$(Q)/usr/bin/python3 tests/collections/run.py .build/collections/dump

page: $(PROGRAM)       # the page in a real browser, on screen and on A4; needs chromium and poppler-utils
	$(Q)python3 tests/page/check.py ./$(PROGRAM)

fault: $(PROGRAM)      # a month while system calls fail, memory ends, power is lost: half an hour; needs strace. SAMPLE=50: a minute
	$(Q)python3 tests/fault/campaign.py --program ./$(PROGRAM) --sample $(or $(SAMPLE),1) all

layers:
	$(Q)tests/lint/layers.sh

check: all layers unit files samples containers explain property trust bank cli
	@echo "all tests passed"

# One sample month. Exit status 1 says that something is held, which is so on purpose.
demo: all
	@rm -rf hasil/contoh-2026-01; mkdir -p hasil
	./nafkah run --period 2026-01 --first --rulings samples/2026-01/putusan.xml --out hasil/contoh-2026-01 \
	    samples/2026-01/gaji.csv samples/2026-01/tpp.csv || [ $$? -eq 1 ]
	@echo
	@echo "Lihat / look at: hasil/contoh-2026-01/transfer.csv, pelaksanaan.csv, rekonsiliasi.xml, penggajian/"

deps:
	$(Q)dpkg -s $(PACKAGES) >/dev/null 2>&1 || \
	    { $(SUDO) apt-get update -q && DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -qy --no-install-recommends $(PACKAGES); }

asan:                  # unit tests under the address and undefined-behaviour sanitizers
	$(Q)$(MAKE) B=.build/asan PROGRAM=.build/asan/nafkah MODE="-fsanitize=address,undefined -fno-sanitize-recover=all" unit all
	$(Q)samples/run.sh .build/asan/nafkah
	$(Q)python3 tests/property/compare.py --program .build/asan/nafkah --formats formats --seeds 1-4 --months 3

clang:                 # everything built with clang, warnings as errors, unit tests
	$(Q)$(MAKE) B=.build/clang PROGRAM=.build/clang/nafkah CC=clang WERROR=-Werror unit all

valgrind: $(PROGRAM) $(TESTS)
	$(Q)for t in $(filter %/record/% %/law/%,$(TESTS)); do valgrind -q --error-exitcode=9 --leak-check=full $$t >/dev/null || exit 1; done

FUZZ_SECONDS ?= 60
fuzz:                  # libFuzzer targets, each for FUZZ_SECONDS
	$(Q)for f in tests/fuzz/*_fuzz.c; do n=$$(basename $$f .c); mkdir -p .build/fuzz/$$n; \
	    clang -std=c17 -D_GNU_SOURCE -g -O1 -fsanitize=fuzzer,address,undefined -Iinclude $(XML_INCLUDE) -o .build/fuzz/$$n.bin $$f \
	        src/base/*.c src/wire/*.c src/record/*.c $(LIBS) || exit 1; \
	    .build/fuzz/$$n.bin -max_total_time=$(FUZZ_SECONDS) -print_final_stats=1 .build/fuzz/$$n || exit 1; done

bench: $(PROGRAM)
	$(Q)tests/bench/run.sh ./$(PROGRAM)

# What cppcheck cannot read (?: over compound literals) or does not see (a list that its owner frees; no columns, no values).
MISJUDGED = --suppress=missingIncludeSystem --suppress=internalAstError --suppress=memleak:src/law/remainder.c \
            --suppress=nullPointer:src/wire/credit_transfers.c

lint: layers
	$(Q)tests/lint/failures.sh
	$(Q)cppcheck --quiet --error-exitcode=1 $(MISJUDGED) -Iinclude src
	$(Q)shellcheck -S warning tests/*/*.sh samples/*.sh .ci/run

fmt:
	$(Q)clang-format -i src/*/*.[ch] include/nafkah/*.h

install: all
	install -D -m 755 nafkah $(DESTDIR)$(prefix)/bin/nafkah
	$(Q)for f in formats/*/*.xml formats/*/*.xsd formats/README.md; do install -D -m 644 $$f $(DESTDIR)$(prefix)/share/nafkah/$$f; done

uninstall:
	rm -rf $(DESTDIR)$(prefix)/bin/nafkah $(DESTDIR)$(prefix)/share/nafkah

help:
	@echo "deps      install what Debian must provide"
	@echo "all       build ./nafkah                demo      run a sample month"
	@echo "check     every test                    unit files samples containers explain property trust bank cli layers"
	@echo "asan clang valgrind                     the tests with sanitizers, clang, valgrind"
	@echo "office    adjusted workbooks, DBF and HTML tables held against the originals in LibreOffice"
	@echo "collections  odd workbooks, DBF, CSV, gzip of other projects (Debian packages) through every reader"
	@echo "page      rekonsiliasi.html in Chromium: overflow, page breaks, escaping, 5,000 people"
	@echo "fuzz      FUZZ_SECONDS=60 a target      bench     time and memory as ratios to cp"
	@echo "fault     a month while every system call fails, memory ends, power is lost; SAMPLE=50: a minute"
	@echo "lint fmt  install uninstall clean"

clean:
	$(Q)rm -rf .build nafkah

-include $(shell find $(B)/src $(B)/tests -name "*.d" 2>/dev/null)
