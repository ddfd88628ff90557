# Run in a copy of the folder of the month before.
sed -i "s/5900000/5900001/" transfer.csv
