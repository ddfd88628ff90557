# Run in a copy of the folder of the month before.
mv pelaksanaan.csv salinan.csv && ln -s salinan.csv pelaksanaan.csv
