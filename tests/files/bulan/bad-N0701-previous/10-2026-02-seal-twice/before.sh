# Run in a copy of the folder of the month before.
grep run.xml SHA256SUMS >>SHA256SUMS.2 && cat SHA256SUMS.2 >>SHA256SUMS && rm SHA256SUMS.2
