#!/bin/sh
# Holds every document of this folder, and every shipped layout and rule file, against its schema:
# good-* and note-* and all of *-silang must validate, bad-* elsewhere must be well-formed and must not.
# Usage: tests/files/schemas.sh [FORMATS]; prints one line a broken promise, and a summary.
set -u
here=$(dirname "$0")
formats=${1:-$here/../../formats}
valid=0 refused=0 broken=0

validates() { xmllint --noout --nonet --schema "$formats/schema/$1.xsd" "$2" 2>/dev/null; }
complain() { echo "$1" >&2; broken=$((broken + 1)); }
must_validate() { if validates "$1" "$2"; then valid=$((valid + 1)); else complain "does not validate: $2"; fi; }
must_not_validate() {
	if ! xmllint --noout --nonet "$2" 2>/dev/null; then complain "is not well-formed: $2"
	elif validates "$1" "$2"; then complain "validates: $2"
	else refused=$((refused + 1)); fi
}

for schema in putusan tata-letak aturan rekonsiliasi run; do
	for file in "$here/$schema"/*.xml "$here/$schema-silang"/*.xml; do
		case $file in
		*'/*.xml') ;;
		*-silang/* | */good-*) must_validate $schema "$file" ;;
		*) must_not_validate $schema "$file" ;;
		esac
	done
done
for file in "$formats"/payroll/*.xml; do must_validate tata-letak "$file"; done
for file in "$formats"/rules/*.xml; do must_validate aturan "$file"; done

echo "schemas: $valid validate, $refused do not, $broken broken promises"
[ $broken -eq 0 ] && [ $valid -gt 0 ] && [ $refused -gt 0 ]
