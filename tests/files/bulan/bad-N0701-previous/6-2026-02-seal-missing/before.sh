# Run in a copy of the folder of the month before.
rm SHA256SUMS
