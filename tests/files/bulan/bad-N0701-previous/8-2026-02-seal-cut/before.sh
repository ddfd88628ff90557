# Run in a copy of the folder of the month before.
printf %s "$(cat SHA256SUMS)" >SHA256SUMS
