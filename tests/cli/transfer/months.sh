# What the cases of this group begin with: jan, the sample month; banks.xml, a table that the office has confirmed; and
# kantor-BANK.xml, an office that pays from that bank and has tested the formats named behind it.
# shellcheck shell=sh
make_jan() {
	"$NAFKAH" run --quiet --period 2026-01 --first --out "${1-jan}" --rulings "$SAMPLES/2026-01/putusan.xml" \
		--office "$SAMPLES/kantor.xml" "$SAMPLES/2026-01/gaji.csv" "$SAMPLES/2026-01/tpp.csv" >/dev/null 2>&1
	[ $? -eq 1 ] || complain "${1-jan}: not made"
	sed 's/dipastikan="tidak"/dipastikan="ya"/' "$NAFKAH_FORMATS/bank/bank.xml" >banks.xml
}
office_at() {
	bank=$1 tested=; shift
	for id; do tested="$tested<uji-format id=\"$id\" oleh=\"RINA KUSUMAWATI\" tanggal=\"2026-02-01\"/>"; done
	sed -e "s/rekening bank=\"124\"/rekening bank=\"$bank\"/" -e "s|</kantor>|$tested</kantor>|" "$SAMPLES/kantor.xml" >"kantor-$bank.xml"
}

# transfer DIR FORMAT OUT OPTION...: on the usual day.
transfer() {
	dir=$1 format=$2 out=$3; shift 3
	"$NAFKAH" transfer "$dir" --format "$format" --pay-date 2026-02-05 --out "$out" "$@"
}
reseal() { (cd "$1" && find . -type f ! -path ./SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS); }

# Everything that holds of a folder that transfer wrote.
check_transfer() {
	(cd "$1" && sha256sum --quiet --strict -c SHA256SUMS) || complain "$1: the seal does not hold"
	(cd "$1" && find . -type f ! -path ./SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort) >sealed.found
	(cd "$1" && sed 's/^[0-9a-f]*  //' SHA256SUMS) >sealed.listed
	cmp -s sealed.found sealed.listed || complain "$1: the seal does not list exactly the files"
	[ -z "$(find "$1" -type d ! -perm 0700 -o -type f ! -perm 0600 -o ! -type d ! -type f)" ] || complain "$1: modes"
	xmllint --noout --nonet --schema "$NAFKAH_FORMATS/schema/kirim.xsd" "$1/kirim.xml" 2>xmllint.err || cat xmllint.err
	xmllint --noout --nonet "$1/lampiran-transfer.html" 2>xmllint.err || { complain "$1/lampiran-transfer.html"; cat xmllint.err; }
}

# refused STATUS CODES WHAT FOLDER: about the last command; nothing was written.
refused() {
	expect "$1" "$2" "$3" "$4"
	check_absent "$5"
}
