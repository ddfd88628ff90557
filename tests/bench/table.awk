# Reads "ROUND|WHO|WALL|CPU|KIB" and prints medians, ratios to the copy of the same round, and what grows how.
# Variables: rows (of one file), bytes and quoted_bytes (of both files).

function median(list, count,   i, k, swap) {
	for (i = 2; i <= count; i++)
		for (k = i; k > 1 && list[k] < list[k - 1]; k--) {
			swap = list[k]; list[k] = list[k - 1]; list[k - 1] = swap
		}
	return count == 0 ? 0 : count % 2 ? list[(count + 1) / 2] : (list[count / 2] + list[count / 2 + 1]) / 2
}

# The median of a measure of one contender: wall, cpu or kib.
function middle(measure, who,   list, i) {
	for (i = 1; i <= runs[who]; i++)
		list[i] = value[measure, who, i]
	return median(list, runs[who])
}

# The median over the rounds of its ratio to another contender of the same round.
function ratio(measure, who, to,   list, i) {
	for (i = 1; i <= runs[who]; i++)
		list[i] = value[measure, to, i] > 0 ? value[measure, who, i] / value[measure, to, i] : 0
	return median(list, runs[who])
}

function copy_of(who) {
	return "cp" (who ~ /, all quoted$/ ? ", all quoted" : "")
}

function limit_of(who) {
	return "cp + 2 x openssl dgst -sha256" (who ~ /, all quoted$/ ? ", all quoted" : "")
}

function row(who) {
	printf "| %-44s | %2d | %7.3f | %7.3f | %6.1f | %6.2f | %6.2f | %6.2f | %6.2f |\n", who, runs[who], middle("wall", who),
		middle("cpu", who), middle("kib", who) / 1024, ratio("wall", who, copy_of(who)), ratio("cpu", who, copy_of(who)),
		ratio("wall", who, limit_of(who)), ratio("cpu", who, limit_of(who))
}

function fits(who, of_rows,   limit) {
	limit = 65536 + 16 * 2 * of_rows / 1024
	printf "Memory of %s, %d payroll rows: %.1f MiB, 64 MiB + 16 bytes a row are %.1f MiB: %s\n", who, 2 * of_rows,
		middle("kib", who) / 1024, limit / 1024, middle("kib", who) <= limit ? "yes" : "no"
}

function per_row(who, of_rows) {
	return middle("cpu", who) * 1e9 / (2 * of_rows)
}

function growth(   small, large, few, many) {
	small = seen["rows", 1]; large = seen["rows", 2]
	few = seen["rulings", 1]; many = seen["rulings", 2]
	printf "Rows: %.0f ns CPU a row with 2 x %d, %.0f with 2 x %d: %.2f times (goal: 1.10 at most)\n", per_row("rows " small, small),
		small, per_row("rows " large, large), large, per_row("rows " large, large) / per_row("rows " small, small)
	printf "Rulings: %.3f s CPU with %d, %.3f s with %d: %.2f times, %.1f us for each further ruling\n",
		middle("cpu", "rulings " few), few, middle("cpu", "rulings " many), many,
		middle("cpu", "rulings " many) / middle("cpu", "rulings " few),
		(middle("cpu", "rulings " many) - middle("cpu", "rulings " few)) * 1e6 / (many - few)
	fits("rows " small, small)
	fits("rows " large, large)
	fits("rulings " many, rows)
}

{
	if (!($2 in runs)) {
		order[++count] = $2
		if (split($2, word, " ") == 2 && (word[1] == "rows" || word[1] == "rulings"))
			seen[word[1], ++kinds[word[1]]] = word[2]
	}
	runs[$2]++
	value["wall", $2, runs[$2]] = $3
	value["cpu", $2, runs[$2]] = $4
	value["kib", $2, runs[$2]] = $5
}

END {
	print "| who                                          |  n |  wall s |   CPU s |    MiB | wall/cp | CPU/cp | wall/limit | CPU/limit |"
	print "|---|---|---|---|---|---|---|---|---|"
	for (i = 1; i <= count; i++)
		if (order[i] !~ /^(rows|rulings) /)
			row(order[i])
	print ""
	print "cp and the limit (cp + 2 x openssl) are those of the same round and of the same files."
	one = "nafkah run --no-evidence, one thread"
	printf "nafkah run --no-evidence against the limit: wall %.2f (goal: 1.0); one thread: wall %.2f, CPU %.2f (goal: 1.6)\n",
		ratio("wall", "nafkah run --no-evidence", limit_of("")), ratio("wall", one, limit_of("")), ratio("cpu", one, limit_of(""))
	printf "Every field quoted against the ordinary file, CPU: check %.2f, run --no-evidence %.2f (goal: 1.2; bytes: %.2f)\n",
		ratio("cpu", "nafkah check, all quoted", "nafkah check"),
		ratio("cpu", "nafkah run --no-evidence, all quoted", "nafkah run --no-evidence"), quoted_bytes / bytes
	fits("nafkah run", rows)
	fits("nafkah run, all quoted", rows)
	if (("rows", 1) in seen)
		growth()
}
