#!/bin/sh
# Every finding code is named by some golden case, by a row of a README in tests/files, or by a unit test; and the table of
# tests/files/payroll lists exactly the files that are there.
# Usage: tests/cli/codes.sh; prints one line for each that is missing, and a summary.
set -u
here=$(cd "$(dirname "$0")" && pwd)
tests=$here/.. codes=$here/../../include/nafkah/finding_codes.h
missing=0
complain() { echo "$*"; missing=$((missing + 1)); }

# CODE: why no test makes it. Remove the line when one does.
exceptions() {
	cat <<-'END'
	END
}

all=$(sed -n 's/^X([A-Z0-9_]*, \([0-9]\{4\}\), [A-Z]*)$/N\1/p' "$codes")
[ -n "$all" ] || complain "no code in $codes"
named=$(
	{
		find "$here" -name cmd -o -name codes -o -name stderr
		find "$tests/files" -name README.md
		find "$tests/unit" -name '*.[ch]'
		find "$tests/containers" -name '*.py'
	} | xargs grep -hoE '\bN[0-9]{4}(\b|_)' | cut -c 1-5 | sort -u
)
for code in $all; do
	excused=$(exceptions | grep -c "^$code:")
	case "$(echo "$named" | grep -cx "$code") $excused" in
	'0 0') complain "$code: no test makes it" ;;
	'1 1') complain "$code: is an exception, and yet a test names it" ;;
	esac
done
exceptions | cut -d : -f 1 | while read -r code; do
	echo "$all" | grep -qx "$code" || echo "$code: is an exception, but no code"
done | grep . && missing=$((missing + 1))

listed=$(sed -n 's/^| `\([^`]*\)` .*/\1/p' "$tests/files/payroll/README.md")
for file in $listed; do [ -e "$tests/files/payroll/$file" ] || complain "tests/files/payroll/README.md lists $file, which is not there"; done
for file in "$tests"/files/payroll/*; do
	case ${file##*/} in README.md | layouts | *.xml | tpp*.csv) continue ;; esac
	echo "$listed" | grep -qxF "${file##*/}" || complain "tests/files/payroll/README.md does not list ${file##*/}"
done
[ -z "$(echo "$listed" | sort | uniq -d)" ] || complain "listed twice: $(echo "$listed" | sort | uniq -d)"

echo "codes: $(echo "$all" | wc -l) codes, $(echo "$listed" | wc -l) payroll files, $missing missing"
[ $missing -eq 0 ]
