#!/bin/sh
# Proves the arrows between the layers of src/: who may include whose headers. Also: every public header compiles alone,
# each library's header is included by exactly one file, and src/ has no floating point but for one marked line.
set -u
cd "$(dirname "$0")/../.." || exit 2
broken=0
complain() { echo "$1" >&2; broken=$((broken + 1)); }

# What a layer may use beside itself.
allowed() {
	case $1 in
	base) echo "" ;;
	record) echo "base" ;;
	law) echo "base record" ;;
	wire) echo "base record" ;;
	store) echo "base" ;;
	paper) echo "base record law wire" ;; # wire: its writers of CSV and XML
	job) echo "base record law wire store paper" ;;
	cli) echo "base record law wire store paper job" ;;
	esac
}

# The layer of a public header: that of the source file of its name; the others are listed here.
layer_of() {
	case $1 in
	status | banned | finding_codes | interrupt) echo base; return ;;
	person | office | container | origin) echo record; return ;;
	payroll | register) echo record; return ;;
	run_record | formats | xml | xml_take | csv | table) echo wire; return ;;
	register_paper | report | transfer | explain | simulate | statement) echo paper; return ;;
	law) echo law; return ;;
	cycle | job | request | scan) echo job; return ;;
	esac
	for found in src/*/"$1".c; do
		[ -f "$found" ] && basename "$(dirname "$found")" && return
	done
	echo unknown
}

for file in src/*/*.[ch]; do
	own=$(basename "$(dirname "$file")")
	for header in $(sed -n 's/^#include <nafkah\/\(.*\)\.h>.*/\1/p' "$file"); do
		layer=$(layer_of "$header")
		[ "$layer" = "$own" ] && continue
		case " $(allowed "$own") " in
		*" $layer "*) ;;
		*) complain "$file ($own) includes $header.h ($layer)" ;;
		esac
	done
done

cc=${CC:-gcc}
for header in include/nafkah/*.h; do
	[ "$(basename "$header")" = finding_codes.h ] && continue
	echo "#include <nafkah/$(basename "$header")>" |
		$cc -std=c17 -D_GNU_SOURCE -Wall -Wextra -Werror -Iinclude -fsyntax-only -x c - || complain "$header does not compile alone"
done

once() {
	count=$(grep -lE "^#include <$1>" src/*/*.c | wc -l)
	[ "$count" -eq 1 ] || complain "<$1> is included by $count files"
}
once 'csv\.h'
once 'jansson\.h'
once 'openssl/evp\.h'
once 'libxml/xmlwriter\.h'
once 'libxml/parser\.h'
once 'libxml/HTMLparser\.h'
once 'zip\.h'
once 'zlib\.h'
once 'iconv\.h'
once 'shapefil\.h'
once 'xlsxwriter\.h'

# The cells of a new workbook are doubles: one marked line makes them from exact amounts.
marked='/\* the only double \*/$'
for file in src/*/*.[ch] include/nafkah/*.h; do
	grep -v "$marked" "$file" | sed -e 's/"[^"]*"//g' -e 's|/\*.*||' | grep -qE '^[^*]*\b(double|float)\b' &&
		complain "$file has floating point"
done
[ "$(cat src/*/*.[ch] include/nafkah/*.h | grep -c "$marked")" -eq 1 ] || complain "not one line is marked as the only double"

[ $broken -eq 0 ] && echo "layers: in order"
[ $broken -eq 0 ]
