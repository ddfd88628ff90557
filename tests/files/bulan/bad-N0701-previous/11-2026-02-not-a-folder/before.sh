# Run in a copy of the folder of the month before.
folder=$(pwd) && cd .. && rm -r "$folder" && : >"$folder"
