#!/bin/sh
# Holds samples/PANDUAN.md against the program: its commands run; every amount that it names is in what its month wrote or
# printed (outside the months: in any); every message that it quotes was printed in that month; every code that holds money
# is in its tables, and no code that does not exist; its pictures are there, and no others.
# Usage: tests/guide.sh [PROGRAM]
set -u
here=$(cd "$(dirname "$0")/.." && pwd)
guide=$here/samples/PANDUAN.md
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
"$here/tests/readme.sh" "${1:-./nafkah}" "$guide" "$work" || exit 1
cd "$work" || exit 2
checked=0 failed=0

# hold WHAT WANTED PRESENT: every line of the first file must be a line of the second.
hold() {
	checked=$((checked + $(wc -l <"$2")))
	grep -vxFf "$3" "$2" >missing || return 0
	sed "s/^/guide: $1: /" missing
	failed=$((failed + $(wc -l <missing)))
}

# What the sections of a month wrote and printed; the whole guide is month 2026.
for month in 2026-01 2026-02 2026-03 2026; do
	case $month in
	2026-01) title=Januari ;;
	2026-02) title=Februari ;;
	2026-03) title=Maret ;;
	*) title= ;;
	esac
	awk -v title="^## [0-9]*[.]? ?$title" '/^## / { on = $0 ~ title } on' "$guide" >section
	# shellcheck disable=SC2046 # names without blanks
	cat $(grep -lE -e "--period $month|explain .*hasil/$month" pesan/*) >printed
	cat hasil/"$month"*/transfer.csv hasil/"$month"*/pelaksanaan.csv hasil/"$month"*/rekonsiliasi.[hx]*ml printed |
		sed -E ':a; s/([0-9])\.([0-9]{3})([^0-9]|$)/\1\2\3/g; ta' >written
	{ grep -oE '[0-9]+' written; grep -oE '[0-9]+,[0-9]{2}' written; } | sort -u >numbers
	grep -oE 'Rp[0-9][0-9.]*(,[0-9]+)?' section | sed 's/^Rp//; s/\.//g' | sort -u >amounts
	hold "amount of $month" amounts numbers
	# shellcheck disable=SC2016 # the marks of Markdown
	sed -nE 's/^> `(.*)`\\?$/\1/p' section >quotes
	sed -E 's/^[a-z]+\.[a-z]+(:[0-9]+)?: //' printed >messages
	hold "message of $month" quotes messages
done

sed -nE 's/^X\([A-Z_0-9]+, ([0-9]{4}), .*/N\1/p' "$here/include/nafkah/finding_codes.h" | sort -u >codes
sed -nE 's/^X\([A-Z_0-9]+, ([0-9]{4}), TAHAN\)/N\1/p' "$here/include/nafkah/finding_codes.h" | sort -u >holds
grep -oE 'N[0-9]{4}' "$guide" | sort -u >named
grep -E '^\| N[0-9]{4} \|' "$guide" | cut -c3-7 | sort -u >listed
hold 'unknown code' named codes
hold 'code without a line in the tables' holds listed

grep -oE 'gambar/[^)]+' "$guide" | sort -u >shown
(cd "$here/samples" && ls gambar/* 2>/dev/null) | sort >pictures
hold 'picture missing' shown pictures
hold 'picture not shown' pictures shown

echo "guide: $checked facts checked, $failed wrong"
[ $failed -eq 0 ]
