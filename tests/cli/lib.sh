# Functions for `cmd`; README.md says what else it sees. Sourced by dash or bash.
# shellcheck shell=sh

# What went wrong, on stdout; `finish` ends with 1 then.
wrong=0
complain() { echo "$*"; wrong=$((wrong + 1)); }
finish() { [ "$wrong" -eq 0 ]; exit; }

# Ends the case as skipped.
skip() { echo "$*" >&2; exit 77; }

# The finding codes in a file of messages, sorted, each once, in one line.
codes_in() { grep -oE '\bN[0-9]{4}\b' "$1" | sort -u | tr '\n' ' ' | sed 's/ $//'; }

# The options of a first month that need no thought.
first_month() {
	command=$1; shift
	"$NAFKAH" "$command" --period 2026-01 --first --rulings "$FILES/payroll/putusan.xml" "$@"
}

# Everything that holds of a folder that was published, whatever is in it.
check_result() {
	[ -d "$1" ] || { complain "$1: not there"; return; }
	(cd "$1" && sha256sum --quiet --strict -c SHA256SUMS) || complain "$1: the seal does not hold"
	(cd "$1" && find . -type f ! -name SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort) >sealed.found
	(cd "$1" && sed 's/^[0-9a-f]*  //' SHA256SUMS) >sealed.listed
	cmp -s sealed.found sealed.listed || complain "$1: the seal does not list exactly the files"
	[ -z "$(find "$1" -type d ! -perm 0700 -o -type f ! -perm 0600 -o ! -type d ! -type f)" ] || complain "$1: modes"
	for kind in rekonsiliasi run; do
		xmllint --noout --nonet --schema "$NAFKAH_FORMATS/schema/$kind.xsd" "$1/$kind.xml" 2>xmllint.err ||
			{ complain "$1/$kind.xml:"; cat xmllint.err; }
	done
}

# Nothing of the output NAME was left behind.
check_absent() {
	[ ! -e "$1" ] || complain "$1: is there"
	[ -z "$(find "$(dirname "$1")" -maxdepth 1 -name ".$(basename "$1").partial-*")" ] || complain "$1: a partial folder is left"
}

# table FOLDER ID...: runs `check` and `run` on the files whose rows in FOLDER/README.md have one of the IDs (or a family of
# them: "I0*"). The rows: | `file` | id | exit status | codes or "none" | what is in it | `arguments` |
# In the arguments @ is the file and other names are those of FOLDER; without any, the month also has tpp.csv.
table() {
	folder=$1 rows=0; shift
	mkdir formats && cp -r "$NAFKAH_FORMATS"/. formats && cp "$folder"/layouts/*.xml formats/payroll || exit 1
	rows_of "$folder" >rows.txt
	while IFS='	' read -r file id expected codes arguments; do
		for wanted; do
			# shellcheck disable=SC2254
			case $id in $wanted) rows=$((rows + 1)); table_row ;; esac
		done
	done <rows.txt
	[ "$rows" -gt 0 ] || complain "no row of $folder/README.md has one of the ids $*"
	set -- result.*
	[ ! -d "$1" ] || python3 "$(dirname "$LIB")/untouched.py" "$@" || wrong=$((wrong + 1))
}

# file, id, exit, codes, arguments, TAB between them.
rows_of() {
	awk -F ' *[|] *' -v OFS='	' '/^[|] `/ { gsub(/`/, ""); print $2, $3, $4, $5 == "none" ? "" : $5, $7 == "" ? "tpp.csv @" : $7 }' \
		"$1/README.md" | awk -F '	' -v OFS='	' '{ if ($4 == "") $4 = "-"; print }'
}

table_row() {
	[ "$codes" != - ] || codes=
	set -- --period 2026-01 --first --formats formats --rulings "$folder/putusan.xml"
	case $arguments in *--rulings*) set -- --period 2026-01 --first --formats formats ;; esac
	case $arguments in *@*) ;; *) arguments="$arguments @" ;; esac
	for word in $arguments; do
		case $word in
		@) set -- "$@" "$folder/$file" ;;
		*=@) set -- "$@" "${word%@}$folder/$file" ;;
		*) if [ -e "$folder/$word" ]; then set -- "$@" "$folder/$word"; else set -- "$@" "$word"; fi ;;
		esac
	done
	"$NAFKAH" check "$@" >check.out 2>check.err </dev/null
	status=$?
	[ $status -eq "$expected" ] || complain "$file ($id): check ended with $status, expected $expected"
	found=$(codes_in check.err)
	[ "$found" = "$codes" ] || complain "$file ($id): codes ${found:-none}, expected ${codes:-none}"
	"$NAFKAH" run --out "result.$rows" "$@" >run.out 2>run.err </dev/null
	ran=$?
	[ $ran -eq $status ] || complain "$file ($id): run ended with $ran, check with $status"
	cmp -s check.err run.err || { complain "$file ($id): findings of check and run differ:"; diff check.err run.err; }
	sed '1d;$d' check.out >check.totals
	sed '1d;$d' run.out | cmp -s - check.totals || complain "$file ($id): totals of check and run differ"
	case $ran in
	0 | 1) table_written "$@" ;;
	*) check_absent "result.$rows" ;;
	esac
}

# After success: what was written is sound, says what the messages said, and is the same without evidence.
table_written() {
	result=result.$rows before=$wrong
	[ -s run.out ] || complain "no summary"
	check_result "$result"
	grep -o 'kode="N[0-9]*"' "$result/rekonsiliasi.xml" >report.codes
	[ "$(codes_in report.codes)" = "$codes" ] || complain "the report has codes $(codes_in report.codes)"
	for copy in "$result"/bukti/penggajian/*; do
		cmp -s "$copy" "$folder/$(basename "$copy")" || complain "$copy is not the input"
	done
	"$NAFKAH" run --out without --no-evidence "$@" >/dev/null 2>&1 </dev/null || [ $? -eq "$ran" ] || complain "--no-evidence: status"
	diff -r -x bukti -x run.xml -x SHA256SUMS "$result" without || complain "--no-evidence: other bytes"
	rm -rf without
	[ $wrong -eq $before ] || complain "$file ($id): see above"
}
