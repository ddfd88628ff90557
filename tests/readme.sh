#!/bin/sh
# Runs the commands of a document, as written, in a scratch folder: those of nafkah must end with 0 or 1, others (cd, diff)
# with 0. With FOLDER, what they write stays in it, and what command n printed in FOLDER/pesan/n, behind the command.
# Usage: tests/readme.sh [PROGRAM [DOCUMENT [FOLDER]]]
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
program=$(cd "$(dirname "${1:-./nafkah}")" && pwd)/$(basename "${1:-./nafkah}")
document=$(cd "$(dirname "${2:-$here/README.md}")" && pwd)/$(basename "${2:-README.md}")
if [ $# -ge 3 ]; then
	work=$3
else
	work=$(mktemp -d)
	trap 'rm -rf "$work"' EXIT
fi
cd "$work" || exit 2
ln -s "$program" nafkah
ln -s "$here/samples" samples
mkdir hasil pesan
NAFKAH_FORMATS=$here/formats
export NAFKAH_FORMATS

# Indented lines that begin with such a command, with the lines that a backslash joins to them.
awk '/^    (\.\/nafkah|\(cd |diff )/ { on = 1 }
	on { sub(/^ +/, ""); on = sub(/\\$/, ""); printf "%s%s", $0, on ? "" : "\n" }' "$document" >commands
passed=0 failed=0
while IFS= read -r command; do
	out=pesan/$((passed + failed + 1))
	echo "$command" >"$out"
	sh -c "$command" >>"$out" 2>&1 </dev/null
	status=$?
	case $command in
	./nafkah*) most=1 ;;
	*) most=0 ;;
	esac
	if [ $status -le $most ]; then
		passed=$((passed + 1))
	else
		echo "exit $status: $command"
		tail -5 "$out"
		failed=$((failed + 1))
	fi
done <commands
echo "$(basename "$document"): $passed commands passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
