# Run in a copy of the folder of the month before.
sed -i "1s/susulan/susulanya/" pelaksanaan.csv && reseal
