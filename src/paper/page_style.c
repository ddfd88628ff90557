/* The style sheet of the page: black on white, system fonts, figures of equal width, A4. No colour at all. */
#include "page_private.h"

#define SCREEN \
	"html{font:15px/1.45 'Segoe UI','Noto Sans','Liberation Sans','DejaVu Sans',Arial,sans-serif;color:#111;" \
	"background:#fff;font-variant-numeric:tabular-nums lining-nums;-webkit-print-color-adjust:exact;" \
	"print-color-adjust:exact}\n" \
	"body{max-width:66rem;margin:0 auto;padding:1.5rem 1.25rem 3rem}\n" \
	"p{margin:.3em 0}ul{margin:.5em 0;padding-left:1.2em}\n" \
	"a{color:inherit;text-decoration:underline;text-decoration-thickness:1px;text-underline-offset:2px}\n" \
	"h1{font-size:1.7rem;line-height:1.2;margin:1rem 0 0;font-weight:600}\n" \
	"h2{font-size:1.15rem;margin:2rem 0 .5rem;font-weight:600}\n" \
	"h3{font-size:.95rem;margin:1.2rem 0 .3rem;font-weight:600}\n" \
	"small,.catatan,.sumber,footer{font-size:.85em;color:#444}\n" \
	".periode{font-size:1.15rem;margin:.1rem 0 .4rem}\n" \
	".kop{text-align:center;border-bottom:3px double #111;padding-bottom:.6rem}.kop p{margin:0}\n" \
	".kop .nama{font-size:1.25rem;font-weight:700}\n" \
	"footer{border-top:1px solid #999;margin-top:2.5rem;padding-top:.5rem}\n"

#define FIGURES \
	".angka{display:grid;grid-template-columns:repeat(4,1fr);border-top:2px solid #111;border-bottom:2px solid #111;" \
	"margin:1rem 0}\n" \
	".angka div{padding:.6rem .9rem .7rem}.angka div+div{border-left:1px solid #999}\n" \
	".angka h3{margin:0;font-size:.85rem;font-weight:400;color:#444}\n" \
	".angka p{font-size:.85rem;margin:.15rem 0}.angka .besar{font-size:1.3rem;font-weight:600;line-height:1.25}\n" \
	"nav{display:flex;flex-wrap:wrap;gap:.2rem 1.1rem;font-size:.85rem}\n" \
	".bukti{list-style:none;padding:0;font-size:.92rem}\n" \
	".bukti li{margin:.35rem 0;padding-left:6.2rem;text-indent:-6.2rem}\n" \
	".bukti strong{border:1px solid #111;padding:0 .4em;margin-right:.7rem;display:inline-block;text-indent:0;" \
	"width:5.5rem;box-sizing:border-box;text-align:center}\n" \
	".sejajar{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem}\n" \
	"figure{margin:0}figcaption{font-size:.9rem;font-weight:600;margin-bottom:.3rem}\n" \
	".grafik{display:block;width:100%;height:auto}.grafik text{font-size:13px;fill:#111}\n" \
	".grafik .label{text-anchor:end}.grafik .full{fill:#333}\n" \
	".grafik .hollow{fill:#fff;stroke:#333;stroke-width:1.5}.grafik .sumbu{stroke:#333;stroke-width:1}\n"

#define TABLES \
	"table{border-collapse:collapse;margin:.5rem 0;font-size:.9rem}table.lebar{width:100%}\n" \
	"th,td{padding:.28rem .5rem;text-align:left;vertical-align:top;border-bottom:1px solid #ccc;font-weight:400;" \
	"overflow-wrap:anywhere}\n" \
	"th:first-child,td:first-child{padding-left:0}th:last-child,td:last-child{padding-right:0}\n" \
	"thead th{font-weight:600;border-top:1px solid #111;border-bottom:1px solid #111;vertical-align:bottom;" \
	"overflow-wrap:normal}\n" \
	".n{text-align:right;white-space:nowrap;overflow-wrap:normal}thead .n{white-space:normal}\n" \
	"tfoot th,tfoot td,.jumlah th,.jumlah td{font-weight:600;border-top:1px solid #111;border-bottom:1px solid #111}\n" \
	".kelompok th{font-weight:600;padding-top:.9rem;border-bottom-color:#111}\n" \
	".sebab thead th:first-child{width:42%}.sebab td:nth-child(2){white-space:nowrap}\n" \
	".daftar td,.daftar tbody th{padding-top:.16rem;padding-bottom:.16rem}.daftar .hak{padding-left:1rem}\n" \
	".daftar thead th:first-child{width:42%}.daftar thead th:nth-child(2){width:16%}.daftar thead .n{width:10.5%}\n" \
	".daftar .putusan th,.daftar .putusan td{border-bottom:0;font-weight:600;padding-top:.55rem}\n" \
	".asn,.penerima,.samping,.tindakan{display:block;font-weight:400;font-size:.92em;color:#444}\n" \
	".kalender thead th:first-child{width:26%}.kalender thead th:nth-child(2){width:25%}.kalender thead .n{width:12%}\n" \
	".temuan thead th:first-child{width:32%}.sisa thead th:first-child{width:22%}\n" \
	".sisa thead th:nth-child(2){width:24%}.aturan thead th:first-child{width:16%}\n" \
	".aturan thead th:nth-child(2){width:24%}\n"

#define SIGNATURES \
	".pengesahan{border:1px solid #111;padding:.2rem 1.2rem 1.2rem;margin-top:2rem}.pengesahan h2{margin-top:.9rem}\n" \
	".tempat{text-align:right;margin:1.3rem 0 .8rem}\n" \
	".tanda-tangan{display:grid;grid-template-columns:1fr 1fr;gap:1.5rem 3rem}.tanda-tangan p{margin:0}\n" \
	".tanda-tangan div{display:flex;flex-direction:column}.jabatan{flex:1}.ruang{height:5rem}\n" \
	".tanda-tangan .nama{font-weight:600;border-bottom:1px solid #111}.garis{min-height:1.4em}\n" \
	".jabatan.garis{border-bottom:1px dotted #111}\n"

#define NARROW \
	"@media screen and (max-width:52rem){.angka{grid-template-columns:1fr 1fr}.angka div:nth-child(3){border-left:0}" \
	".angka div:nth-child(n+3){border-top:1px solid #999}.sejajar{grid-template-columns:1fr}section{overflow-x:auto}}\n"

#define PAPER \
	"@page{size:A4;margin:16mm 15mm 18mm;@bottom-right{content:counter(page) \" / \" counter(pages);font:8pt sans-serif}" \
	"@bottom-left{font:8pt sans-serif}}\n" \
	"@media print{html{font-size:9pt}body{max-width:none;padding:0}nav{display:none}a{text-decoration:none}\n" \
	"thead{display:table-header-group}tfoot{display:table-row-group}\n" \
	"tr,li,figure,table:not(.lebar),.pengesahan,.angka,.kop{break-inside:avoid;page-break-inside:avoid}\n" \
	"h1,h2,h3,.kelompok,.putusan,caption{break-after:avoid;page-break-after:avoid}\n" \
	".daftar tbody{break-inside:avoid;page-break-inside:avoid}\n" \
	".rincian{break-before:page;page-break-before:always}.ruang{height:20mm}}\n"

const char *const page_style[] = { SCREEN, FIGURES, TABLES, SIGNATURES, NARROW, PAPER, NULL };
