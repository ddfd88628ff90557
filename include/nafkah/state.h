/* Whether a ruling is computed this month, and what stands against it. First match:
 *   belum-bht        not final in this month. Only final rulings are carried out (SKB Bontang); a cerai-talak is final when
 *                    the pledge (ikrar) was spoken, too
 *   belum-mulai      starts later
 *   selesai          every month of every line is booked and nothing is in arrears
 *   ditahan          a ruling fault stands: see the codes N0601 to N0608 and N0205
 *   tidak-ditemukan  his NIP is in no adjusted payroll
 * otherwise it is computed.
 *
 * `booked` is the last month that is accounted for: the register of the month before says it, else dibayar-sampai,
 * else the month before mulai when mulai is not past. Otherwise nobody said what happened to the months before
 * this program saw the ruling, and the ruling is held until somebody does. */
#ifndef NAFKAH_STATE_H
#define NAFKAH_STATE_H

#include <nafkah/law.h>

/* Needs the lines' rights; fills booked of the lines, computed, state and held_by of the case. Reports ruling faults
 * and a person who was not found. */
void state_of_case(const struct law *law, struct case_file *c);

/* The faults that stand in his rows alone: another name, broken arithmetic. A fault makes the state ditahan. */
void state_check_rows(const struct law *law, struct case_file *c);

#endif
