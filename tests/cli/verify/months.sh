# The sample months of this group's cases: jan, feb, and March in two parts, mar and mar-tpp.
# shellcheck shell=sh
month() {
	name=$1 period=$2; shift 2
	"$NAFKAH" run --quiet --period "$period" --out "$name" --rulings "$SAMPLES/$period/putusan.xml" "$@" >/dev/null
	case $? in 0 | 1) ;; *) complain "$name: not made"; return 1 ;; esac
}
make_jan() { month jan 2026-01 --first --office "$SAMPLES/kantor.xml" "$SAMPLES/2026-01/gaji.csv" "$SAMPLES/2026-01/tpp.csv"; }
make_feb() { month feb 2026-02 --previous jan "$SAMPLES/2026-02/gaji.csv" "$SAMPLES/2026-02/tpp.csv"; }
make_months() {
	make_jan && make_feb && month mar 2026-03 --previous feb --more tpp --income "$SAMPLES/2026-02/tpp.csv" "$SAMPLES/2026-03/gaji.csv" &&
		month mar-tpp 2026-03 --continues mar "$SAMPLES/2026-03/tpp.csv"
}

# Seals a folder again, as somebody would who changed it.
reseal() { (cd "$1" && find . -type f ! -path ./SHA256SUMS | sed 's|^\./||' | LC_ALL=C sort | xargs -d '\n' sha256sum >SHA256SUMS); }
fresh() { rm -rf t && cp -r "$1" t; }

# verified STATUS CODES CAUSE FILE WHAT: t is judged like this, and the first difference is of this cause in this file. "-": none.
verified() {
	"$NAFKAH" verify t >verdict 2>messages; expect $? "$1" "$2" "$5"
	"$NAFKAH" verify --quiet --json t >verdict.json 2>/dev/null; [ $? -eq "$1" ] || complain "$5: --json has another status"
	python3 - "$3" "$4" <<-'END' || complain "$5: see verdict.json"
		import json, sys
		folder = json.load(open('verdict.json'))['folder'][0]
		first = folder['beda'][0] if folder['beda'] else {'penyebab': '-', 'berkas': '-'}
		found = first['penyebab'], first['berkas']
		sys.exit(0 if found == (sys.argv[1], sys.argv[2]) else f'{found}, expected {sys.argv[1:]}')
	END
}
# line_says FILE LINE COLUMN FOUND EXPECTED: of the differences in verdict.json there is this one.
line_says() {
	python3 - "$@" <<-'END' || complain "no such difference: $*"
		import json, sys
		differences = json.load(open('verdict.json'))['folder'][0]['beda']
		wanted = tuple(sys.argv[1:])
		found = [(d['berkas'], str(d['baris'] or ''), d['kolom'], d['tertulis'], d['seharusnya']) for d in differences]
		sys.exit(0 if wanted in found else f'found: {found}')
	END
}
