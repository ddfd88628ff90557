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

# The findings in a file of messages, with their remedies.
findings_in() { grep -E '\[N[0-9]{4}( |\])|^    ' "$1"; }

# The options of a first month that need no thought.
first_month() {
	command=$1; shift
	"$NAFKAH" "$command" --period 2026-01 --first --rulings "$FILES/payroll/putusan.xml" "$@"
}

# Waits until something is there that the shell pattern in $1 matches.
await() {
	for _ in $(seq 500); do
		# shellcheck disable=SC2086
		set -- "$1" $1
		[ ! -e "$2" ] || return 0
		sleep 0.02
	done
	complain "waited in vain for $1"
	return 1
}

# What is in a folder, with everything about it that a run could have touched.
state_of() { find "$1" -printf '%y %m %s %T@ %C@ %i %l %P\n' | LC_ALL=C sort -k 8; }

# Everything that holds of a folder that was published, whatever is in it.
check_result() {
	[ -d "$1" ] || { complain "$1: not there"; return; }
	(cd "$1" && sha256sum --quiet --strict -c SHA256SUMS) || complain "$1: the seal does not hold"
	(cd "$1" && find . -type f ! -path ./SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort) >sealed.found
	(cd "$1" && sed 's/^[0-9a-f]*  //' SHA256SUMS) >sealed.listed
	cmp -s sealed.found sealed.listed || complain "$1: the seal does not list exactly the files"
	[ -z "$(find "$1" -type d ! -perm 0700 -o -type f ! -perm 0600 -o ! -type d ! -type f)" ] || complain "$1: modes"
	for kind in rekonsiliasi pelaksanaan run; do
		xmllint --noout --nonet --schema "$NAFKAH_FORMATS/schema/$kind.xsd" "$1/$kind.xml" 2>xmllint.err ||
			{ complain "$1/$kind.xml:"; cat xmllint.err; }
	done
	xmllint --noout --nonet "$1/rekonsiliasi.html" 2>xmllint.err || { complain "$1/rekonsiliasi.html:"; cat xmllint.err; }
}

# office ROWS [NET]: a payroll of so many people, the first the one of payroll/putusan.xml, with this net pay of the others.
office() {
	awk -v rows="$1" -v net="${2-4500000}" 'BEGIN {
		print "nip_pegawai,nama_pegawai,nomor_rekening_bank_pegawai,zakat,jumlah_gaji_dan_tunjangan,jumlah_potongan,jumlah_ditransfer,skpd"
		print "198503122010011005,BUDI SANTOSO,0017700101,50000,6000000,600000,5400000,Dinas Pendidikan"
		for (i = 1; i < rows; i++)
			printf "%04d%02d%02d2001012%03d,PEGAWAI %d,%010d,0,5000000,500000,%s,Dinas %d\n", 1960 + i % 25, 1 + int(i / 25) % 12,
				1 + int(i / 300) % 28, 1 + int(i / 8400), i, i, net, i % 40
	}'
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
	findings_in check.err >check.findings; findings_in run.err >run.findings
	cmp -s check.findings run.findings || { complain "$file ($id): findings of check and run differ:"; diff check.findings run.findings; }
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

# The month that most cases of environment/ run: $month holds its payrolls.
# shellcheck disable=SC2034 # for cmd
month="$FILES/payroll/good-total.csv $FILES/payroll/tpp.csv"

# expect STATUS CODES WHAT: about the last command, whose status is $1 and whose messages are in the file `messages`.
expect() {
	[ "$1" -eq "$2" ] || complain "$4: status $1, expected $2"
	[ "$(codes_in messages)" = "$3" ] || complain "$4: codes $(codes_in messages), expected ${3:-none}"
}

# Runs the rest of the arguments as a user who is not root, or skips the case.
as_nobody() {
	if [ "$(id -u)" -ne 0 ]; then
		"$@"
	else
		setpriv --reuid=65534 --regid=65534 --clear-groups -- "$@"
	fi
}
needs_nobody() {
	[ "$(id -u)" -ne 0 ] || {
		command -v setpriv >/dev/null || skip "no setpriv, and root may do everything"
		as_nobody "$NAFKAH" --version >/dev/null 2>&1 && as_nobody test -r "$FILES/payroll/putusan.xml" ||
			skip "user nobody cannot run the program or read the files"
	}
}

# stalled NAME OPTION...: starts a run with --out NAME that has read its first payroll and waits for more of the second,
# which comes from the pipe `feed` on descriptor 9. `resume` gives it the rest; its status is then in $status.
stalled() {
	name=$1; shift
	mkfifo feed
	"$NAFKAH" run --period 2026-01 --first --rulings "$FILES/payroll/putusan.xml" --out "$name" "$@" \
		"$FILES/payroll/tpp.csv" - <feed >stalled.out 2>stalled.err &
	stalled=$!
	exec 9>feed
	rm feed
	head -n 2 "$FILES/payroll/good-total.csv" >&9
	await "$(dirname "$name")/.$(basename "$name").partial-*/bukti/penggajian/tpp.csv"
}
resume() {
	tail -n +3 "$FILES/payroll/good-total.csv" >&9
	exec 9>&-
	wait "$stalled"
	status=$?
}
