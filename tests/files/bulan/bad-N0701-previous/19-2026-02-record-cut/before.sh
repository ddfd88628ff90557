# Run in a copy of the folder of the month before.
head -c 300 run.xml >setengah && mv setengah run.xml && reseal
