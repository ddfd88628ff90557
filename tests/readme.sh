#!/bin/sh
# Runs the commands of README.md that call ./nafkah, as written, in a scratch folder; each must end with 0 or 1.
# Usage: tests/readme.sh [PROGRAM]
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
program=$(cd "$(dirname "${1:-./nafkah}")" && pwd)/$(basename "${1:-./nafkah}")
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ln -s "$program" "$work/nafkah"
ln -s "$here/samples" "$work/samples"
mkdir "$work/hasil"
cd "$work" || exit 2
NAFKAH_FORMATS=$here/formats
export NAFKAH_FORMATS

# Indented lines that begin with ./nafkah, with the lines that a backslash joins to them.
sed -n '/^    \.\/nafkah/,/[^\\]$/p' "$here/README.md" | sed 's/^ *//' >commands
passed=0 failed=0 command=
while IFS= read -r line; do
	case $line in
	*\\) command="$command ${line%\\}"; continue ;;
	*) command="$command $line" ;;
	esac
	sh -c "$command" >out 2>&1 </dev/null
	status=$?
	if [ $status -le 1 ]; then
		passed=$((passed + 1))
	else
		echo "exit $status: $command"
		tail -5 out
		failed=$((failed + 1))
	fi
	command=
done <commands
echo "readme: $passed passed, $failed failed"
[ $failed -eq 0 ] && [ $passed -gt 0 ]
