#!/bin/sh
# Holds every document of this folder, and every shipped layout and rule file, against its schema:
# good-* and note-* and all of *-silang must validate, bad-* elsewhere must be well-formed and must not, broken-* must not
# even be well-formed.
# Usage: tests/files/schemas.sh [FORMATS]; prints one line a broken promise, and at the end "N passed, M failed".
set -u
here=$(dirname "$0")
formats=${1:-$here/../../formats}
passed=0 failed=0

validates() { xmllint --noout --nonet --schema "$formats/schema/$1.xsd" "$2" 2>/dev/null; }
well_formed() { xmllint --noout --nonet "$1" 2>/dev/null; }
pass() { passed=$((passed + 1)); }
fail() { echo "$1" >&2; failed=$((failed + 1)); }
must_validate() { if validates "$1" "$2"; then pass; else fail "does not validate: $2"; fi; }
must_not_validate() {
	if ! well_formed "$2"; then fail "is not well-formed: $2"
	elif validates "$1" "$2"; then fail "validates: $2"
	else pass; fi
}
must_be_broken() { if well_formed "$1"; then fail "is well-formed: $1"; else pass; fi; }

for schema in putusan tata-letak aturan kantor format-transfer format-balasan bank rekonsiliasi pelaksanaan run; do
	for file in "$here/$schema"/*.xml "$here/$schema-silang"/*.xml; do
		case $file in
		*'/*.xml') ;;
		*-silang/* | */good-*) must_validate $schema "$file" ;;
		*/broken-*) must_be_broken "$file" ;;
		*) must_not_validate $schema "$file" ;;
		esac
	done
done
for file in "$formats"/payroll/*.xml; do must_validate tata-letak "$file"; done
for file in "$formats"/rules/*.xml; do must_validate aturan "$file"; done
for file in "$formats"/transfer/*.xml; do must_validate format-transfer "$file"; done
for file in "$formats"/balasan/*.xml; do must_validate format-balasan "$file"; done
for file in "$formats"/bank/*.xml; do must_validate bank "$file"; done
must_validate kantor "$here/../../samples/kantor.xml"
for file in "$here"/../../samples/hasil/*/pelaksanaan.xml; do must_validate pelaksanaan "$file"; done

echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
