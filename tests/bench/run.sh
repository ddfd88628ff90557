#!/bin/sh
# Time and memory of a month against copying and hashing the same files, and against other tools. README.md says more.
# Usage: tests/bench/run.sh PROGRAM     (environment: ROWS RULINGS ROUNDS CONTENDERS GROWTH PROFILE TMPDIR)
set -u
unset CDPATH
LC_ALL=C
export LC_ALL
ROWS=${ROWS:-1000000} RULINGS=${RULINGS:-2000} ROUNDS=${ROUNDS:-3} CONTENDERS=${CONTENDERS:-1} GROWTH=${GROWTH:-1}
PROFILE=${PROFILE:-1}
here=$(cd "$(dirname "$0")" && pwd)
program=$(cd "$(dirname "${1:?usage: $0 PROGRAM}")" && pwd)/$(basename "$1")
NAFKAH_FORMATS=$here/../../formats
export NAFKAH_FORMATS
tools=$here/../../.build/bench

die() { echo "bench: $*" >&2; exit 1; }
say() { echo "bench: $*" >&2; }

build() {
	mkdir -p "$tools" || exit 1
	for tool in generate measure; do
		${CC:-cc} -O2 -std=c17 -o "$tools/$tool" "$here/$tool.c" || exit 1
	done
}

# ---- where the files lie: in memory where there is room, because what counts is the program and not the disk

room_in() { df -Pk "$1" 2>/dev/null | awk 'NR == 2 { print $4 }'; }
memory_free() { awk '/^MemAvailable:/ { print $2 }' /proc/meminfo 2>/dev/null || echo 0; }

choose_scratch() {
	need=$((ROWS * 5 + 200000)) # KiB: both inputs twice, a copy, an output with its evidence
	if [ -z "${TMPDIR-}" ]; then
		TMPDIR=/tmp
		if [ -w /dev/shm ] && [ "$(room_in /dev/shm)" -gt $need ] && [ "$(memory_free)" -gt $((need + 1000000)) ]; then
			TMPDIR=/dev/shm
		fi
	fi
	[ "$(room_in "$TMPDIR")" -gt $need ] || die "$TMPDIR has no $((need / 1000000 + 1)) GB left; set TMPDIR or a smaller ROWS"
	export TMPDIR
	scratch=$(mktemp -d "$TMPDIR/nafkah-bench.XXXXXX") || exit 1
	trap 'rm -rf "$scratch"' EXIT
	trap 'exit 130' INT TERM HUP
}

generate() { # FOLDER ROWS [--quoted]
	mkdir -p "$scratch/$1"
	for kind in gaji tpp; do
		"$tools/generate" $kind "$2" ${3+"$3"} >"$scratch/$1/$kind.csv" || die "could not write $kind.csv of $2 rows"
	done
	[ -f "$scratch/putusan.$2.$RULINGS" ] || generate_rulings "$2" "$RULINGS"
}

generate_rulings() { # ROWS RULINGS
	"$tools/generate" putusan "$1" "$2" >"$scratch/putusan.$1.$2" || die "could not write $2 rulings about $1 rows"
}

# ---- one measurement: a line "ROUND|WHO|WALL|CPU|KIB" in results

measured() { # ROUND WHO COMMAND...
	round=$1 who=$2
	shift 2
	"$tools/measure" "$@" 3>"$scratch/measure" >"$scratch/stdout" 2>"$scratch/stderr"
	read -r wall cpu peak status <"$scratch/measure" || die "$who: not measured"
	echo "$round|$who|$wall|$cpu|$peak" >>"$scratch/results"
}

plain() { # ROUND WHO COMMAND...: must end with 0
	measured "$@"
	[ "$status" -eq 0 ] || { cat "$scratch/stderr" >&2; die "$who ended with $status"; }
}

nafkah() { # ROUND WHO FOLDER ROWS RULINGS COMMAND OPTIONS...: must end with 0 or 1, and always with the same output
	of=$3 rows=$4 count=$5 command=$6 round=$1 who=$2
	shift 6
	rm -rf "$scratch/out"
	[ "$command" = check ] || set -- --out "$scratch/out" "$@"
	measured "$round" "$who" "$program" "$command" --quiet --period 2026-01 --first \
		--rulings "$scratch/putusan.$rows.$count" "$@" "$scratch/$of/gaji.csv" "$scratch/$of/tpp.csv"
	[ "$status" -le 1 ] || { tail -n 20 "$scratch/stderr" >&2; die "$who ended with $status"; }
	[ "$command" = check ] || prove "$who" "$of"
}

both() { echo "$scratch/$1/gaji.csv $scratch/$1/tpp.csv"; }

# The month on one pair of files.
round_of() { # ROUND FOLDER SUFFIX
	rm -rf "$scratch/copy" && mkdir "$scratch/copy" || exit 1
	# shellcheck disable=SC2046
	plain "$1" "cp$3" cp $(both "$2") "$scratch/copy"
	rm -rf "$scratch/copy" && mkdir "$scratch/copy" || exit 1
	plain "$1" "cp + 2 x openssl dgst -sha256$3" sh -c "cp $(both "$2") $scratch/copy &&
		openssl dgst -sha256 $(both "$2") && openssl dgst -sha256 $(both "$2")"
	rm -rf "$scratch/copy"
	nafkah "$1" "nafkah check$3" "$2" "$ROWS" "$RULINGS" check
	nafkah "$1" "nafkah run --no-evidence$3" "$2" "$ROWS" "$RULINGS" run --no-evidence
	nafkah "$1" "nafkah run --no-evidence, one thread$3" "$2" "$ROWS" "$RULINGS" run --no-evidence --threads 1
	nafkah "$1" "nafkah run$3" "$2" "$ROWS" "$RULINGS" run
}

# ---- what was written, held against an independent sum of what was read

# "FILE ROWS GROSS CUTS NET" and "DEPARTMENT FILE ROWS NET" of the files named. The last five columns hold no comma.
sums() {
	awk -F, '
		function add(into, text,   part) {
			gsub(/"/, "", text)
			split(text, part, ".")
			rupiah[into] += part[1]
			sen[into] += part[2]
		}
		function text_of(from,   whole, rest) {
			rest = sen[from] % 100
			whole = sprintf("%.0f", rupiah[from] + (sen[from] - rest) / 100)
			return rest == 0 ? whole : sprintf("%s.%02d", whole, rest)
		}
		FNR == 1 { file = FILENAME; sub(/.*\//, "", file); files[file] = 1; next }
		{
			department = $NF
			gsub(/"/, "", department)
			rows[file]++
			in_department[department "|" file]++
			add(file "|gross", $(NF - 3))
			add(file "|cuts", $(NF - 2))
			add(file "|net", $(NF - 1))
			add(department "|" file, $(NF - 1))
		}
		END {
			for (f in files) print f, rows[f], text_of(f "|gross"), text_of(f "|cuts"), text_of(f "|net")
			for (d in in_department) print d, in_department[d], text_of(d)
		}' "$@" | sort
}

# The same lines from the report, as before and as after the deductions.
attribute() { sed -n "s/.* $1=\"\([^\"]*\)\".*/\1/p" "$2"; }

stated() { # FOLDER before|after
	grep '<berkas ' "$1/rekonsiliasi.xml" | while read -r line; do
		echo "$line" >"$scratch/line"
		cuts=$(attribute potongan "$scratch/line") net=$(attribute bersih "$scratch/line")
		if [ "$2" = after ]; then
			net=$(attribute bersih-sesudah "$scratch/line")
			cuts=$(sum_of "$cuts" "$(attribute potongan-nafkah "$scratch/line")")
		fi
		echo "$(attribute nama "$scratch/line") $(attribute baris "$scratch/line") $(attribute kotor "$scratch/line") $cuts $net"
	done
	[ "$2" = after ] && column=bersih-sesudah || column=bersih
	sed -n "s/.*<skpd nama=\"\([^\"]*\)\" jenis=\"\([^\"]*\)\" baris=\"\([^\"]*\)\".* $column=\"\([^\"]*\)\".*/\1|\2.csv \3 \4/p" \
		"$1/rekonsiliasi.xml"
}

sum_of() { # AMOUNT WHOLE
	echo "$1 $2" | awk '{ split($1, p, "."); printf "%.0f%s\n", p[1] + $2, p[2] == "" ? "" : "." p[2] }'
}

# In full when it is the first output of these inputs, later against that one: the same bytes come every time.
prove() { # WHO FOLDER
	known="$scratch/known.$2.$rows.$count"
	if [ -f "$known" ]; then
		seal >"$scratch/seal"
		cmp -s "$scratch/seal" "$known" || die "$1: the output differs from the first one of the same inputs"
		return
	fi
	# shellcheck disable=SC2046
	sums $(both "$2") >"$scratch/sums.before"
	stated "$scratch/out" before | sort | cmp -s - "$scratch/sums.before" || die "$1: totals are not those of the input"
	sums "$scratch/out/penggajian/gaji.csv" "$scratch/out/penggajian/tpp.csv" >"$scratch/sums.after"
	stated "$scratch/out" after | sort | cmp -s - "$scratch/sums.after" || die "$1: totals are not those of the output"
	transfers=$(awk -F, 'NR > 1 { sum += $8 } END { printf "%.0f", sum }' "$scratch/out/transfer.csv")
	deducted=$(attribute potongan-nafkah "$scratch/out/rekonsiliasi.xml" | awk '{ sum += $1 } END { printf "%.0f", sum / 2 }')
	[ "$transfers" != 0 ] || die "$1: nobody was paid"
	[ "$transfers" = "$deducted" ] || die "$1: transfers $transfers, deductions $deducted"
	seal >"$known"
}

# What is the same with and without evidence.
seal() { grep -v -e bukti/ -e run.xml "$scratch/out/SHA256SUMS"; }

# ---- other tools: the money columns summed per department, nothing else

contend() { # WHO PROGRAM COMMAND...
	who=$1 needs=$2
	shift 2
	if ! command -v "$needs" >/dev/null 2>&1; then
		echo "$who: not here" >>"$scratch/absent"
		return
	fi
	say "$who"
	plain 1 "$who" "$@"
}

contenders() {
	g=$scratch/o/gaji.csv t=$scratch/o/tpp.csv
	# shellcheck disable=SC2016
	contend "mawk (splits at every comma)" mawk mawk -F, 'FNR > 1 { g[$NF] += $(NF-3); c[$NF] += $(NF-2); n[$NF] += $(NF-1); z[$NF] += $(NF-5) }
		END { for (d in n) printf "%s,%.2f,%.2f,%.2f,%.2f\n", d, g[d], c[d], n[d], z[d] }' "$g" "$t"
	contend "python3 csv" python3 python3 "$here/sums.py" "$g" "$t"
	contend "sqlite3" sqlite3 sqlite3 -csv :memory: ".import $g gaji" ".import $t tpp" \
		"select skpd, sum(jumlah_gaji_dan_tunjangan), sum(jumlah_potongan), sum(jumlah_ditransfer), sum(zakat) from gaji group by skpd" \
		'select "SKPD", sum("Jumlah TPP"), sum("Jumlah Potongan"), sum("Jumlah Ditransfer"), sum("Zakat") from tpp group by "SKPD"'
	contend "miller" mlr sh -c "mlr --icsv --ocsv stats1 -a sum -g skpd \
		-f jumlah_gaji_dan_tunjangan,jumlah_potongan,jumlah_ditransfer,zakat $g &&
		mlr --icsv --ocsv stats1 -a sum -g SKPD -f 'Jumlah TPP,Jumlah Potongan,Jumlah Ditransfer,Zakat' $t"
}

# ---- growth

growth() {
	less=$((ROWS / 4)) few=$((RULINGS / 10)) many=$((RULINGS * 10))
	[ $many -le $((ROWS / 10)) ] || many=$((ROWS / 10))
	generate less $less
	generate_rulings "$ROWS" $few
	generate_rulings "$ROWS" $many
	for round in $(seq "$ROUNDS"); do
		say "growth, round $round of $ROUNDS"
		nafkah "$round" "rows $less" less $less "$RULINGS" run --no-evidence
		nafkah "$round" "rows $ROWS" o "$ROWS" "$RULINGS" run --no-evidence
		nafkah "$round" "rulings $few" o "$ROWS" $few run --no-evidence
		nafkah "$round" "rulings $many" o "$ROWS" $many run --no-evidence
	done
}

# ---- the words on paper

size_of() { cat "$scratch/$1/gaji.csv" "$scratch/$1/tpp.csv" | wc -c; }

report() {
	awk -F '|' -v rows="$ROWS" -v bytes="$bytes" -v quoted_bytes="$(size_of q)" -f "$here/table.awk" "$scratch/results"
	[ ! -f "$scratch/absent" ] || sed 's/^/Skipped: /' "$scratch/absent"
}

build
choose_scratch
say "writing 2 x $ROWS rows and $RULINGS rulings to $scratch"
generate o "$ROWS"
generate q "$ROWS" --quoted
for round in $(seq "$ROUNDS"); do
	say "round $round of $ROUNDS"
	round_of "$round" o ""
	round_of "$round" q ", all quoted"
done
[ "$CONTENDERS" = 0 ] || contenders
[ "$GROWTH" = 0 ] || growth
bytes=$(size_of o)
echo "2 x $ROWS rows (gaji and TPP), $((bytes / 1000000)) MB, $RULINGS rulings, medians of $ROUNDS rounds, files in $TMPDIR"
echo
report
[ "$PROFILE" = 0 ] || { echo; "$here/profile.sh" "$program"; }
