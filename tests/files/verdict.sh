#!/bin/sh
# Holds the program against xmllint over the corpora of this folder, and against what no file here is long enough for.
# Usage: tests/files/verdict.sh PROGRAM [FORMATS]; prints one line a failure, and at the end "N passed, M failed".
# shellcheck disable=SC2016,SC2035,SC2046,SC2059
set -u
here=$(cd "$(dirname "$0")" && pwd) || exit 2
program=$(realpath "${1:?usage: verdict.sh PROGRAM [FORMATS]}") || exit 2
formats=$(realpath "${2:-$here/../../formats}") || exit 2
work=$(mktemp -d) || exit 2
trap 'rm -rf "$work"' EXIT
export LC_ALL=C
passed=0 failed=0
pass() { passed=$((passed + 1)); }
fail() { echo "$*" >&2; failed=$((failed + 1)); }

# Exit status in $status, the codes that were found in $codes: each once, one blank before each.
examine() { listen "$program" formats --formats "$formats" --lang en check "$1"; }
listen() {
	"$@" >"$work/out" 2>&1
	status=$? codes=
	while read -r line; do
		line=${line##*\[}
		case $line in
		N[0-9][0-9][0-9][0-9]\] | N[0-9][0-9][0-9][0-9]\ *) line=${line%"${line#N????}"} ;;
		*) continue ;;
		esac
		case $codes in *"$line"*) ;; *) codes="$codes $line" ;; esac
	done <"$work/out"
}
# The code that the first comment of a document promises.
promised() {
	code=none
	while read -r mark word _; do
		case $mark$word in
		'<!--N'[0-9][0-9][0-9][0-9]:) code=${word%:}; return ;;
		esac
	done <"$1"
}
# What xmllint says of all documents of a folder, one line each: "NAME validates", "NAME fails to validate", or neither.
ask_xmllint() { (cd "$2" && xmllint --noout --nonet --schema "$formats/schema/$1.xsd" *.xml 2>&1) >"$work/xmllint"; }
validates() { grep -q "^$1 validates\$" "$work/xmllint"; }

accepted() {
	examine "$1"
	if [ $status -eq 0 ]; then pass; else fail "$1: exit $status,$codes instead of being accepted"; fi
}
clean() {
	examine "$1"
	if [ "$status$codes" = 0 ]; then pass; else fail "$1: exit $status,$codes instead of nothing"; fi
}
# refused FILE CODE: with this code, others may stand beside it.
refused() {
	examine "$1"
	case $status$codes in
	3*" $2"*) pass ;;
	*) fail "$1: exit $status,$codes instead of 3, $2" ;;
	esac
}
# exactly FILE STATUS CODE
exactly() {
	examine "$1"
	if [ "$status$codes" = "$2 $3" ]; then pass; else fail "$1: exit $status,$codes instead of $2, $3"; fi
}

# The README lists every document and no other; its table as "NAME CODE" lines in $work/table.
listed() {
	sed -n 's/^| `\([^`]*\)` | \([a-zN0-9]*\) |.*/\1 \2/p' "$here/$1/README.md" | sort >"$work/table"
	(cd "$here/$1" && ls *.xml) | sort >"$work/there"
	if cut -d ' ' -f 1 "$work/table" | diff "$work/there" - >&2; then pass; else fail "$1: README and files differ"; fi
}
says_readme() { if grep -qx "${1##*/} $2" "$work/table"; then pass; else fail "$1: not $2 in the README"; fi; }

month() {
	listen "$program" run --formats "$formats" --quiet --rulings "$rulings" "$@" "$office/gaji.csv" "$office/tpp.csv"
	[ $status -eq 0 ] || fail "could not make a month: exit $status,$codes"
	[ $status -eq 0 ]
}

# What the schema sees: the same verdict.
seen() {
	listed "$1"
	ask_xmllint "$1" "$here/$1"
	for file in "$here/$1"/*.xml; do
		promised "$file"
		says_readme "$file" "$code"
		case ${file##*/} in
		good-*) if validates "${file##*/}"; then accepted "$file"; else fail "$file does not validate"; fi ;;
		*) if validates "${file##*/}"; then fail "$file validates"; else refused "$file" "$code"; fi ;;
		esac
	done
}
# What only the program sees: the code in the name and no other.
unseen() {
	listed "$1-silang"
	ask_xmllint "$1" "$here/$1-silang"
	for file in "$here/$1-silang"/*.xml; do
		name=${file##*/} code=none
		case $name in
		bad-N* | note-N*) code=${name#*-} code=${code%%-*} ;;
		esac
		says_readme "$file" "$code"
		if ! validates "$name"; then fail "$file does not validate"; fi
		case $name in
		good-*) clean "$file" ;;
		note-*) exactly "$file" 0 "$code" ;;
		*) exactly "$file" 3 "$code" ;;
		esac
	done
}

# The record of a month is read from the month before, so it is put there and the folder is sealed again.
records() {
	rulings=$here/bulan/good-plain/1-2026-01/putusan.xml office=$here/bulan/kantor/2026-01
	month --period 2026-01 --first --out "$work/awal" && month --period 2026-02 --previous "$work/awal" --out "$work/lalu" || return
	listed run
	listed run-silang
	for file in "$here/run"/*.xml "$here/run-silang"/*.xml; do
		cp "$file" "$work/lalu/run.xml"
		(cd "$work/lalu" && sha256sum $(sed 's/^[0-9a-f]*  //' SHA256SUMS) >new && mv new SHA256SUMS)
		# good-full.xml is of 2026-02
		listen "$program" check --formats "$formats" --period 2026-03 --previous "$work/lalu" \
			--rulings "$rulings" "$office/gaji.csv" "$office/tpp.csv"
		promised "$file"
		case ${file##*/}:$status:$codes in
		good-*:0:*) pass ;;
		bad-*:3:*" $code"*) pass ;;
		*) fail "$file as run.xml of the month before: exit $status,$codes instead of $code" ;;
		esac
	done
}

small=$here/putusan-silang/good-pppk.xml
# A copy of the small document whose line with <asn gets something before it; what is a short awk program.
grown() { awk "function many(text, times,    half) {
		if (times < 2) return times ? text : \"\"
		half = many(text, int(times / 2))
		return half half many(text, times % 2)
	}
	/<asn / { $1 } { print }" "$small" >"$work/grown.xml"; }
too_large() {
	grown 'print many("<a>", 33) many("</a>", 33)'
	refused "$work/grown.xml" N0403
	grown 'print many("<a>", 100000)'
	refused "$work/grown.xml" N0403
	grown 'sub("nama=\"", "&" many("A", 65536))'
	exactly "$work/grown.xml" 3 N0404
	grown 'sub("/>", many(" a=\"\"", 20000) "/>")'
	exactly "$work/grown.xml" 3 N0404
	grown 'sub("/>", ""); printf "%s", $0; for (i = 0; i < 100000; i++) printf " a%d=\"1\"", i; $0 = "/>"'
	exactly "$work/grown.xml" 3 N0404
	grown 'sub("/>", ""); printf "%s", $0; for (i = 0; i < 127; i++) printf " a%d=\"1\"", i; $0 = "/>"'
	exactly "$work/grown.xml" 3 N0404
	grown 'sub("/>", ""); printf "%s", $0; for (i = 0; i < 126; i++) printf " a%d=\"1\"", i; $0 = "/>"'
	exactly "$work/grown.xml" 3 N0412
	grown 'print "<a " many("b", 70000); exit'
	exactly "$work/grown.xml" 3 N0404
	grown 'print "<!--" many("k", 65536) "-->"'
	clean "$work/grown.xml"
	grown 'print "<!--" many("k", 65537) "-->"'
	exactly "$work/grown.xml" 3 N0405
	grown 'print many(" ", 65537)'
	exactly "$work/grown.xml" 3 N0405
	grown 'print "<mulai-potong>" many("2026-01", 10000) "</mulai-potong>"'
	exactly "$work/grown.xml" 3 N0405
	grown 'print "<![CDATA[" many("x", 65537) "]]>"'
	exactly "$work/grown.xml" 3 N0405
	grown 'print "<?x " many("x", 65536) "?>"'
	exactly "$work/grown.xml" 3 N0404
	grown 'print many("<tanggal-bht>2025-10-20</tanggal-bht>", 20000)'
	refused "$work/grown.xml" N0410
}

# encoded ICONV-NAME BOM-AS-PRINTF: the small document in another encoding
encoded() { { printf "$2"; iconv -f UTF-8 -t "$1" "$small"; } >"$work/encoded.xml"; }
encodings() {
	encoded UTF-16LE '\377\376' && exactly "$work/encoded.xml" 3 N0407
	encoded UTF-16BE '\376\377' && exactly "$work/encoded.xml" 3 N0407
	encoded UTF-16LE '' && exactly "$work/encoded.xml" 3 N0407
	encoded UTF-16BE '' && exactly "$work/encoded.xml" 3 N0407
	encoded UTF-32LE '\377\376\000\000' && exactly "$work/encoded.xml" 3 N0407
	encoded UTF-32BE '\000\000\376\377' && exactly "$work/encoded.xml" 3 N0407
	encoded UTF-8 '\357\273\277' && clean "$work/encoded.xml"
	tr '\t\n' '  ' <"$small" >"$work/encoded.xml" && clean "$work/encoded.xml"
	sed 's/$/\r/' "$small" >"$work/encoded.xml" && clean "$work/encoded.xml"
	sed 's/BUDI/BU\x00DI/' "$small" >"$work/encoded.xml" && exactly "$work/encoded.xml" 3 N0401
	: >"$work/encoded.xml" && exactly "$work/encoded.xml" 3 N0105
	printf '\357\273\277' >"$work/encoded.xml" && exactly "$work/encoded.xml" 3 N0105
	printf ' \n' >"$work/encoded.xml" && exactly "$work/encoded.xml" 3 N0417
}

# Cut at any byte: no part is accepted but the whole.
cuts() {
	size=$(wc -c <"$small") whole=$(printf %s "$(cat "$small")" | wc -c) length=1
	while [ "$length" -lt "$size" ]; do
		head -c "$length" "$small" >"$work/cut.xml"
		examine "$work/cut.xml"
		case $((length >= whole)):$status in
		1:0 | 0:3) pass ;;
		*) fail "$small cut to $length bytes: exit $status,$codes" ;;
		esac
		length=$((length + (length > size - 40 || length < 60 ? 1 : 13)))
	done
}

# A DOCTYPE makes the program open nothing.
quiet_about() {
	command -v strace >/dev/null || return 0
	cp "$1" "$work/doctype.xml" && echo x >"$work/$2"
	(cd "$work" && strace -f -o trace "$program" formats --formats "$formats" check doctype.xml >/dev/null 2>&1)
	if ! grep -q '"doctype.xml"' "$work/trace"; then return 0; fi # no permission to trace
	if grep -e "$2" -e 'socket(' "$work/trace" >&2; then fail "$1: opens $2"; else pass; fi
}

for schema in putusan tata-letak aturan kantor format-transfer format-balasan bank; do
	seen $schema
	unseen $schema
done
listed rekonsiliasi
listed run
listed pelaksanaan
listed pelaksanaan-silang
for file in "$here"/rekonsiliasi/*.xml "$here"/run/*.xml "$here"/pelaksanaan/good-*.xml; do refused "$file" N0415; done
for file in "$formats"/payroll/*.xml "$formats"/rules/*.xml "$formats"/transfer/*.xml "$formats"/balasan/*.xml "$formats"/bank/*.xml; do clean "$file"; done
records
too_large
encodings
cuts
quiet_about "$here/putusan-silang/bad-N0402-doctype-entity.xml" rahasia.txt
quiet_about "$here/putusan-silang/bad-N0402-doctype-external.xml" daftar.dtd

echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
