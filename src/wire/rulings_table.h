/* The document of rulings as a table; the words of its enumerations in the order of the enums of ruling.h. */
#ifndef NAFKAH_RULINGS_TABLE_H
#define NAFKAH_RULINGS_TABLE_H

#include <nafkah/xml.h>

#define STATUS_WORDS "mediasi izin proses putus banding bht rujuk dicabut"
#define DIVORCE_WORDS "cerai-talak cerai-gugat"
#define CUSTODY_WORDS "ibu ayah wali"
#define RELATION_WORDS "istri suami"
#define PAYMENT_WORDS "berurutan bersamaan"
#define CARA_WORDS "pecahan nominal"
#define STOP_WORDS "menikah bekerja meninggal putusan"
#define OVER_WORDS "rujuk dicabut putusan diganti meninggal"
#define HAK_WORDS "iddah mutah lampau nafkah-anak bagian-gaji" /* the elements of amar */

extern const struct xml_element rulings_root;

#endif
