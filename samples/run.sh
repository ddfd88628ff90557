#!/bin/sh
# Runs every sample month and compares what is written with samples/hasil, byte for byte (bukti/ is not kept there: the
# SHA256SUMS beside it speak for those copies). With --accept the present output becomes the expected one.
# Usage: samples/run.sh [--accept] [PROGRAM]
set -u
accept=no
[ "${1:-}" = --accept ] && accept=yes && shift
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "${1:-./nafkah}")" && pwd)/$(basename "${1:-./nafkah}")
NAFKAH_FORMATS=$here/../formats
export NAFKAH_FORMATS
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0

# month FOLDER-OF-INPUTS NAME PERIOD OPTIONS... -- PAYROLLS...
month() {
	inputs=$here/$1 name=$2 period=$3
	shift 3
	"$program" run --period "$period" --rulings "$inputs/putusan.xml" --out "$work/$name" "$@" \
		>"$work/$name.stdout" 2>"$work/$name.stderr"
	status=$?
	expected=$here/hasil/$name
	if [ $accept = yes ]; then
		rm -rf "$expected"
		mkdir -p "$expected"
		(cd "$work/$name" && tar cf - --exclude=./bukti .) | (cd "$expected" && tar xf -)
		chmod -R u=rwX,go=rX "$expected"
	fi
	if [ $status -eq 1 ] && diff -r --exclude=bukti "$expected" "$work/$name" >"$work/diff" &&
		(cd "$work/$name" && sha256sum --quiet -c SHA256SUMS); then
		passed=$((passed + 1))
	else
		echo "samples $name: exit $status (expected 1)"
		head -20 "$work/diff" "$work/$name.stderr"
		failed=$((failed + 1))
	fi
}

month 2026-01 2026-01 2026-01 --first "$here/2026-01/gaji.csv" "$here/2026-01/tpp.csv"
month 2026-02 2026-02 2026-02 --previous "$work/2026-01" "$here/2026-02/gaji.csv" "$here/2026-02/tpp.csv"
# March is paid in two parts: gaji on the first working day, with February's TPP for the base; TPP weeks later.
month 2026-03 2026-03 2026-03 --previous "$work/2026-02" --more tpp --income "$here/2026-02/tpp.csv" "$here/2026-03/gaji.csv"
month 2026-03 2026-03-tpp 2026-03 --continues "$work/2026-03" "$here/2026-03/tpp.csv"
month simgaji simgaji 2026-01 --first "$here/simgaji/fgaji.csv" "$here/simgaji/tpp.csv"

echo "samples: $passed passed, $failed failed"
[ $failed -eq 0 ]
