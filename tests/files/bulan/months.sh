#!/bin/sh
# Runs the months of README.md with check and with run, and compares what comes of them.
# Usage: months.sh PROGRAM [ID...]: the chains of which a row has one of the ids (or a family: "R0*"); default: all.
# Prints one line a failure, with differences, and at the end "N passed, M failed".
# shellcheck disable=SC1090,SC2016
set -u
unset CDPATH
here=$(cd "$(dirname "$0")" && pwd) || exit 2
program=$(realpath "${1:?usage: months.sh PROGRAM [ID...]}") || exit 2
formats=$(realpath "${NAFKAH_FORMATS:-$here/../../../formats}") || exit 2
shift
scratch=$(mktemp -d) || exit 2
trap 'rm -rf "$scratch"' EXIT
trap 'exit 130' INT TERM HUP
export LC_ALL=C
passed=0 failed=0 row=
pass() { passed=$((passed + 1)); }
fail() { echo "$row: $*" >&2; failed=$((failed + 1)); }

# month, ids, exit, codes of every row, TAB between them; no codes are "none".
sed -n 's/^| `\([^`]*\)` | \([^|]*\) | \([0-9]*\) | \([^|]*\) | .*/\1	\2	\3	\4/p' "$here/README.md" >"$scratch/rows"

# A month that no row names is a test that nobody runs.
(cd "$here" && find . -name putusan.xml) | sed 's|^\./||; s|/putusan.xml$||' | sort >"$scratch/there"
cut -f 1 "$scratch/rows" | sort >"$scratch/listed"
row=README.md
if diff "$scratch/there" "$scratch/listed" >&2; then pass; else fail "lists other months than there are"; fi

# Chains that were asked for, in their order.
wanted_chains() {
	while IFS='	' read -r path ids _; do
		[ $# -gt 0 ] || echo "${path%%/*}"
		for id in $(echo "$ids" | tr -d ,); do
			for wanted; do
				# shellcheck disable=SC2254
				case $id in $wanted) echo "${path%%/*}" ;; esac
			done
		done
	done <"$scratch/rows" | uniq
}

# For before.sh: the seal of the present folder, over what is in it now.
reseal() {
	find . -type f ! -name SHA256SUMS | sed 's|^\./||' | sort | xargs sha256sum >../sums && mv ../sums SHA256SUMS
}

# Leaves the words of the command line in $scratch/words, one a line; the name of the output is missing yet.
write_words() {
	period=${month#*/} period=${period#*-} period=$(echo "$period" | cut -c 1-7)
	before=$previous
	if [ -f "$here/$month/before.sh" ]; then
		before=$work/lalu
		if [ -n "$previous" ]; then cp -a "$previous" "$work/lalu"; else mkdir "$work/lalu"; fi
		(cd "$work/lalu" && . "$here/$month/before.sh") </dev/null || fail "before.sh failed"
	fi
	{
		printf '%s\n' --formats "$formats" --json --period "$period" --rulings putusan.xml
		if [ -n "$previous" ]; then printf '%s\n' --previous "$before"; else echo --first; fi
		if [ -f "$here/$month/arguments" ]; then
			sed "s|@|$work/lalu|" "$here/$month/arguments"
		else
			for kind in gaji tpp; do
				if [ -f "$here/$month/$kind.csv" ]; then echo $kind.csv; else echo "../../kantor/$period/$kind.csv"; fi
			done
		fi
	} >"$scratch/words"
}

# perform COMMAND [OPTION...]: in the folder of the month, so that no path of this machine is in what is said.
perform() {
	command=$1
	shift
	while read -r word; do set -- "$@" "$word"; done <"$scratch/words"
	(cd "$here/$month" && exec "$program" "$command" "$@") >"$work/$command.json" 2>"$work/$command.err" </dev/null
	status=$?
	sed '/^  "perintah": /d' "$work/$command.json" >"$work/$command.totals"
	sed -e '1{/^nafkah /d}' -e '/^Lihat: /d' "$work/$command.err" >"$work/$command.findings"
}

# Codes as the summary counts them, each once, one blank between.
codes_of() { sed -n '/^  "kode": {/,/^  }/s/^    "\(N[0-9]*\)": .*/\1/p' "$1" | sort | tr '\n' ' ' | sed 's/ $//'; }

compare() {
	if cmp -s "$2" "$3"; then pass; else fail "$1"; diff -u "$2" "$3" | sed 's/^/    /' >&2; fi
}

# What was written: the expected lists, sealed, of the shape of the schemas, and the sums that were said.
look_at_result() {
	for list in pelaksanaan transfer; do compare "$list.csv" "$here/$month/$list.csv" "$work/hasil/$list.csv"; done
	if (cd "$work/hasil" && sha256sum --quiet --strict -c SHA256SUMS) >&2; then pass; else fail "the seal does not hold"; fi
	for paper in rekonsiliasi run; do
		if xmllint --noout --nonet --schema "$formats/schema/$paper.xsd" "$work/hasil/$paper.xml" 2>"$work/xmllint"
		then pass; else fail "$paper.xml: $(cat "$work/xmllint")"; fi
	done
	taken=$(sed -n 's/.*"potongan-nafkah": \([0-9]*\).*/\1/p' "$work/run.json" | awk '{ n += $1 } END { print n + 0 }')
	total=$(sed -n '/"transfer": {/,/}/s/.*"total": \([0-9]*\).*/\1/p' "$work/run.json")
	listed=$(awk -F , 'NR > 1 { n += $8 } END { print n + 0 }' "$work/hasil/transfer.csv")
	if [ "$taken $total" = "$total $listed" ]; then pass; else fail "taken $taken, transferred $total, listed $listed"; fi
	previous=$work/hasil
}

look_at_month() {
	work=$scratch/$(echo "$month" | tr / .)
	mkdir "$work"
	write_words
	perform check
	checked=$status
	perform run --out "$work/hasil"
	if [ "$status" = "$expected" ]; then pass; else fail "exit $status instead of $expected"; cat "$work/run.err" >&2; fi
	if [ "$checked" = "$status" ]; then pass; else fail "check ends with $checked, run with $status"; fi
	found=$(codes_of "$work/run.json")
	if [ "${found:-none}" = "$codes" ]; then pass; else fail "codes ${found:-none} instead of $codes"; fi
	compare "check and run find different things" "$work/check.findings" "$work/run.findings"
	compare "check and run have different totals" "$work/check.totals" "$work/run.totals"
	if [ -d "$work/hasil" ]; then look_at_result; fi
	case $expected in
	0 | 1) if [ -d "$work/hasil" ]; then pass; else fail "nothing was written"; fi ;;
	*) if [ -e "$work/hasil" ]; then fail "written in spite of the refusal"; else pass; fi ;;
	esac
	if ls "$work"/.hasil* >/dev/null 2>&1; then fail "a partial folder is left"; fi
}

wanted_chains "$@" >"$scratch/chains"
while read -r chain; do
	grep "^$chain/" "$scratch/rows" >"$scratch/chain"
	previous=
	while IFS='	' read -r month _ expected codes; do
		row=$month
		look_at_month
	done <"$scratch/chain"
done <"$scratch/chains"

echo "$passed passed, $failed failed"
[ $failed -eq 0 ] && [ -s "$scratch/chains" ]
