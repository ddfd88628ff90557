# Run in a copy of the folder of the month before.
sed -i "s/,0,0,2026-01,/,0,0,2026-13,/" pelaksanaan.csv && reseal
