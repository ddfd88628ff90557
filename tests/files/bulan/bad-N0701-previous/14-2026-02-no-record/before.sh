# Run in a copy of the folder of the month before.
rm run.xml && reseal
