# Run in a copy of the folder of the month before.
cut -d , -f 1-21 pelaksanaan.csv >kurang && mv kurang pelaksanaan.csv && reseal
