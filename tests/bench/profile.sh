#!/bin/sh
# Where the time of `nafkah run --no-evidence` goes, by part and by function: with perf on 2 x 200,000 rows, else with
# callgrind on 2 x 20,000 (instructions; valgrind knows no SHA instructions, so the hash is left out there).
# Usage: tests/bench/profile.sh PROGRAM     (after run.sh, which builds the generator; environment: ROWS TOOL=perf|valgrind)
set -u
unset CDPATH
LC_ALL=C
export LC_ALL
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "${1:?usage: $0 PROGRAM}")" && pwd)/$(basename "$1")
NAFKAH_FORMATS=$here/../../formats
export NAFKAH_FORMATS
generate=$here/../../.build/bench/generate
[ -x "$generate" ] || { echo "profile: run tests/bench/run.sh first, it builds $generate" >&2; exit 1; }
if [ -z "${TMPDIR-}" ] && [ -w /dev/shm ]; then TMPDIR=/dev/shm; fi
work=$(TMPDIR=${TMPDIR-/tmp} mktemp -d) || exit 1
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM HUP

inputs() { # ROWS
	"$generate" gaji "$1" >"$work/gaji.csv" && "$generate" tpp "$1" >"$work/tpp.csv" &&
		"$generate" putusan "$1" $(($1 / 500)) >"$work/putusan.xml" || exit 1
}

month() { # TOOL...
	"$@" "$program" run --no-evidence --quiet --period 2026-01 --first --out "$work/out" --rulings "$work/putusan.xml" \
		"$work/gaji.csv" "$work/tpp.csv" >"$work/log" 2>&1 || { tail -n 5 "$work/log" >&2; exit 1; }
}

# Reads "SHARE OBJECT FUNCTION"; the parts are those of the source tree.
parts() {
	awk -v title="$1" '
		function part_of(object, name) {
			if (object ~ /libcrypto/) return "hash (libcrypto)"
			if (object ~ /libcsv/) return "quoted fields (libcsv)"
			if (object ~ /kernel/) return "kernel: read, write, memory"
			if (name ~ /^(csv_|chunk_marks|split_|plain_fields|scan_next|scan_load|quoted_end|judge|text_|check_block|take_field|finish|add_field|buf_|stride_|never_a_space|fill$)/)
				return "CSV: split, text, quotes"
			if (name ~ /^(nip_|digits_of|date_exists|slice_to_u64)/) return "NIP"
			if (name ~ /^(money_|amount_|row_money|is_zero_mark|whole_part)/) return "amounts"
			if (name ~ /^(number_set|find_slot)/) return "NIPs that stand twice"
			if (name ~ /^(roster_find)/) return "search for a ruling"
			if (name ~ /^(scan_department|slot_of)/) return "departments"
			if (name ~ /^(scan_|data_row|take_values|check_|lines_in|counts|row_|add_up|tally)/) return "rows: checks and sums"
			if (name ~ /^(slice_|ascii_)/ || name ~ /mem(cmp|cpy|move|chr|set)/) return "slices and memory, of all parts"
			return "rest: rulings, law, lists, start"
		}
		{ share[part_of($2, $3)] += $1; if (NR <= 15) top[NR] = sprintf("  %5.1f %%  %s", $1, $3) }
		END {
			print title
			for (p in share) printf "  %5.1f %%  %s\n", share[p], p | "sort -rn"
			close("sort -rn")
			print "Functions that cost most:"
			for (i = 1; i <= 15 && i in top; i++) print top[i]
		}'
}

with_perf() {
	inputs "${ROWS:-200000}"
	month perf record -q -F 2500 -e cpu-clock -o "$work/perf.data" --
	perf report -i "$work/perf.data" --stdio --sort dso,symbol 2>/dev/null |
		awk '/^ +[0-9]/ { sub(/%/, "", $1); name = $4; print $1, $2, name }' |
		parts "Profile of nafkah run --no-evidence by perf, share of CPU time:"
}

with_valgrind() {
	inputs "${ROWS:-20000}"
	month valgrind -q --tool=callgrind --callgrind-out-file="$work/callgrind"
	callgrind_annotate "$work/callgrind" 2>/dev/null | sed -n 's/^ *\([0-9,]*\) (.*%) *\([^ ]*\) *\(\[.*\]\)*$/\1 \2 \3/p' |
		awk '$3 !~ /libcrypto/ { gsub(/,/, "", $1); name = $2; sub(/.*:/, "", name); line[++n] = $1 " " $3 " " name; sum += $1 }
			END { for (i = 1; i <= n; i++) { split(line[i], w, " "); printf "%.2f %s %s\n", w[1] * 100 / sum, w[2], w[3] } }' |
		parts "Profile of nafkah run --no-evidence by callgrind, share of instructions without the hash:"
}

tool=${TOOL:-}
if [ -z "$tool" ]; then
	if perf record -q -o "$work/try" -e cpu-clock -- true >/dev/null 2>&1; then tool=perf
	elif command -v valgrind >/dev/null 2>&1; then tool=valgrind
	fi
fi
case $tool in
perf) with_perf ;;
valgrind) with_valgrind ;;
*) echo "Profile skipped: neither perf nor valgrind works here" ;;
esac
