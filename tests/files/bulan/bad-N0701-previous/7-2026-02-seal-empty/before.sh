# Run in a copy of the folder of the month before.
: >SHA256SUMS
