#!/bin/sh
# Golden tests of the command line; README.md describes a case.
# Usage: tests/cli/run.sh [--accept] PROGRAM [CASE...]    CASE: GROUP, GROUP/NAME, 'GROUP/E*' or a folder; default: all
set -u
unset CDPATH
here=$(cd "$(dirname "$0")" && pwd)

# One case, in a fresh folder; prints nothing when everything is as expected.
run_case() {
	case_dir=$1 name=${1#"$here"/}
	scratch=$(mktemp -d "$SUITE_SCRATCH/case.XXXXXX") && chmod 711 "$scratch" && mkdir "$scratch/work" "$scratch/tmp" || exit 1
	observe
	if [ "$got" -eq 77 ] && [ "$(cat "$case_dir/exit" 2>/dev/null)" != 77 ]; then
		echo "skipped $name: $(head -n 1 "$scratch/stderr")"
		echo skipped >>"$SUITE_SCRATCH/results"
	elif [ -n "$ACCEPT" ]; then
		accept
	else
		compare >"$scratch/complaints" 2>&1
		if [ -s "$scratch/complaints" ]; then
			{ echo "FAIL $name"; sed 's/^/    /' "$scratch/complaints"; } >"$scratch/message"
			cat "$scratch/message"
			echo failed >>"$SUITE_SCRATCH/results"
		else
			echo passed >>"$SUITE_SCRATCH/results"
		fi
	fi
	chmod -R u+rwx "$scratch" 2>/dev/null
	rm -rf "$scratch"
}

# Runs cmd with an environment that holds nothing of the caller's; what depends on this machine is named again.
observe() {
	(
		cd "$scratch/work" && umask 022 &&
		env -i PATH="$PATH" HOME="$scratch" TMPDIR="$scratch/tmp" NAFKAH="$NAFKAH" NAFKAH_FORMATS="$NAFKAH_FORMATS" \
			FILES="$FILES" SAMPLES="$SAMPLES" LIB="$here/lib.sh" CASE="$case_dir" \
			timeout -k 5 300 sh "$case_dir/cmd" >"$scratch/stdout.raw" 2>"$scratch/stderr.raw"
	)
	got=$?
	for stream in stdout stderr; do
		sed -e "s|$scratch/work|\$WORK|g" -e "s|$FILES|\$FILES|g" -e "s|$SAMPLES|\$SAMPLES|g" \
			-e "s|$NAFKAH_FORMATS|\$FORMATS|g" "$scratch/$stream.raw" >"$scratch/$stream"
	done
}

accept() {
	if [ "$got" -eq 0 ]; then rm -f "$case_dir/exit"; else echo "$got" >"$case_dir/exit"; fi
	for stream in stdout stderr; do
		[ ! -e "$case_dir/$stream" ] || cp "$scratch/$stream" "$case_dir/$stream"
	done
	[ ! -e "$case_dir/codes" ] || codes_found >"$case_dir/codes"
	echo "accepted $name: exit $got"
}

codes_found() { grep -oE '\bN[0-9]{4}\b' "$scratch/stderr" | sort -u; }

compare() {
	wanted=$(cat "$case_dir/exit" 2>/dev/null || echo 0)
	if [ "$got" -ne "$wanted" ]; then
		echo "exit $got, expected $wanted"
		for stream in stdout stderr; do
			[ -e "$case_dir/$stream" ] || head -n 200 "$scratch/$stream"
		done
	fi
	for stream in stdout stderr; do
		[ ! -e "$case_dir/$stream" ] || diff -u --label "expected $stream" --label "$stream" "$case_dir/$stream" "$scratch/$stream"
	done
	[ ! -e "$case_dir/codes" ] || codes_found | diff -u --label 'expected codes' --label codes "$case_dir/codes" -
	compare_files
}

compare_files() {
	while read -r path; do
		[ -e "$scratch/work/$path" ] || [ -L "$scratch/work/$path" ] || echo "missing: $path"
	done 2>/dev/null <"$(listed present)"
	while read -r path; do
		if [ -e "$scratch/work/$path" ] || [ -L "$scratch/work/$path" ]; then echo "must not exist: $path"; fi
	done 2>/dev/null <"$(listed absent)"
	[ -d "$case_dir/files" ] || return 0
	(cd "$case_dir/files" && find . -type f) | sort | while read -r path; do
		if [ ! -f "$scratch/work/$path" ]; then echo "missing: $path"
		elif ! cmp -s "$case_dir/files/$path" "$scratch/work/$path"; then
			diff -au --label "expected $path" --label "$path" "$case_dir/files/$path" "$scratch/work/$path"
		fi
	done
}

listed() { if [ -e "$case_dir/$1" ]; then echo "$case_dir/$1"; else echo /dev/null; fi; }

if [ "${1-}" = --one ]; then
	run_case "$2"
	exit 0
fi

ACCEPT=
if [ "${1-}" = --accept ]; then ACCEPT=1; shift; fi
[ $# -ge 1 ] || { echo "usage: $0 [--accept] PROGRAM [CASE...]" >&2; exit 2; }
NAFKAH=$(cd "$(dirname "$1")" && pwd)/$(basename "$1")
[ -x "$NAFKAH" ] || { echo "$0: no program at $1" >&2; exit 2; }
shift
FILES=$(cd "$here/../files" && pwd) SAMPLES=$(cd "$here/../../samples" && pwd)
NAFKAH_FORMATS=$(cd "$here/../../formats" && pwd)
# In memory where that is possible: the program syncs every file that it writes.
[ -n "${TMPDIR-}" ] || [ ! -w /dev/shm ] || TMPDIR=/dev/shm
SUITE_SCRATCH=$(TMPDIR=${TMPDIR-/tmp} mktemp -d) && chmod 711 "$SUITE_SCRATCH" || exit 2
trap 'chmod -R u+rwx "$SUITE_SCRATCH" 2>/dev/null; rm -rf "$SUITE_SCRATCH"' EXIT
trap 'exit 130' INT TERM HUP
export NAFKAH FILES SAMPLES NAFKAH_FORMATS SUITE_SCRATCH ACCEPT
: >"$SUITE_SCRATCH/results"

[ $# -gt 0 ] || set -- '*'
for wanted; do
	set -- "$here"/$wanted # may be a pattern
	[ -e "$1" ] || set -- "$wanted"
	for dir; do
		[ ! -d "$dir" ] || find "$(cd "$dir" && pwd)" -name cmd -type f
	done | grep . || { echo "$0: no case: $wanted" >&2; exit 2; }
done >"$SUITE_SCRATCH/found"
# Slow cases first, so that no core waits for the other at the end.
sed 's|/cmd$||' "$SUITE_SCRATCH/found" | sort -u | while read -r dir; do
	if [ -e "$dir/slow" ]; then echo "0 $dir"; else echo "1 $dir"; fi
done | sort | cut -d ' ' -f 2- | tr '\n' '\0' | xargs -0 -r -n 1 -P "$(nproc)" "$0" --one
passed=$(grep -c passed "$SUITE_SCRATCH/results")
failed=$(grep -c failed "$SUITE_SCRATCH/results")
echo "$passed passed, $failed failed"
[ -n "$ACCEPT" ] || [ "$failed" -eq 0 ] && [ $((passed + failed)) -gt 0 ]
