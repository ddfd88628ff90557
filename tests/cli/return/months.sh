# What the cases of this group begin with, beside those of transfer/: lists as a bank gives them back, and what holds of a folder
# that return wrote.
# shellcheck shell=sh
# shellcheck source=/dev/null
. "$LIB" && . "$CASE/../../transfer/months.sh"

# A sent sample month: jan, and of it t, for a bank that takes everything.
make_sent() {
	make_jan && office_at 124 csv-umum
	transfer jan csv-umum t --office kantor-124.xml --banks banks.xml >/dev/null 2>&1 || complain "t: not made"
}

# answer LIST 'AWK': the result of a bank that knows all lines; the awk program may set s(tatus), r(eason), d(ay), and next leaves a
# line out. No name of the sample months has a comma before the amount.
answer() {
	awk -F , -v OFS=, 'NR == 1 { print "kunci,rekening,jumlah,status,alasan,tanggal,rujukan_bank"; next }
		{ s = "Dibayar"; r = ""; d = "2026-02-06" } '"$2"' { print $2, $6, $8, s, r, d, "TRX" $1 }' "$1"
}
back() { dir=$1 file=$2 out=$3; shift 3; "$NAFKAH" return "$dir" "$file" --out "$out" "$@"; }

# Everything that holds of a folder that return wrote.
check_return() {
	(cd "$1" && sha256sum --quiet --strict -c SHA256SUMS) || complain "$1: the seal does not hold"
	(cd "$1" && find . -type f ! -path ./SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort) >sealed.found
	(cd "$1" && sed 's/^[0-9a-f]*  //' SHA256SUMS) >sealed.listed
	cmp -s sealed.found sealed.listed || complain "$1: the seal does not list exactly the files"
	[ -z "$(find "$1" -type d ! -perm 0700 -o -type f ! -perm 0600 -o ! -type d ! -type f)" ] || complain "$1: modes"
	xmllint --noout --nonet --schema "$NAFKAH_FORMATS/schema/balasan.xsd" "$1/balasan.xml" 2>xmllint.err || cat xmllint.err
}

# Number of lines of a status list with this status.
with() { awk -F , -v s="$2" '{ for (i = 1; i <= NF; i++) if ($i == s) n++ } END { print n + 0 }' "$1/status-transfer.csv"; }
