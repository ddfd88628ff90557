#!/bin/sh
# The table of failure cases in tests/README.md: every id once, every path there, and the id named by each of them.
set -eu
tests=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
wrong=0
say() { echo "failures: $*"; wrong=$((wrong + 1)); }

for range in "I 28" "M 9" "G 13" "X 9" "R 17" "E 28"; do
	seq -f "${range% *}%02g" "${range#* }"
done >"$work/ids"
printf 'H%02d\n' 1 2 3 4 5 6 8 9 12 13 14 >>"$work/ids"
sort "$work/ids" >"$work/expected"
# shellcheck disable=SC2016
sed -n 's/^| \([IMGXREH][0-9][0-9]\) | .* | \(`[^|]*`\) |$/\1 \2/p' "$tests/README.md" >"$work/table"
cut -d' ' -f1 "$work/table" | sort >"$work/found"
diff "$work/expected" "$work/found" || say "the table does not have each id once"

# Whether a path says that it proves an id: by its name, which may be a range, or in its text.
names() {
	case $2 in *"$1"*) return 0 ;; esac
	prefix=${1%??}
	range=$(echo "$2" | sed -n "s/.*\(${prefix}[0-9][0-9]\)-\(${prefix}[0-9][0-9]\).*/\1 \2/p")
	if [ -n "$range" ] && ! expr "$1" "<" "${range% *}" >/dev/null && ! expr "$1" ">" "${range#* }" >/dev/null; then
		return 0
	fi
	grep -qrw "$1" "$tests/$2"
}

while read -r id paths; do
	for path in $(echo "$paths" | tr -d '`,'); do
		if [ ! -e "$tests/$path" ]; then
			say "$id: $path is not there"
		elif ! names "$id" "$path"; then
			say "$id: $path does not name it"
		fi
	done
done <"$work/table"
echo "failures: $(wc -l <"$work/table") of 115 cases have tests, $wrong faults"
[ "$wrong" -eq 0 ]
