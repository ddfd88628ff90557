/* Force-included into every file of src/: functions that read the locale, trust a terminator or round silently are
 * compile errors. */
#ifndef NAFKAH_BANNED_H
#define NAFKAH_BANNED_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <locale.h>
#include <ctype.h>

#undef sprintf
#undef vsprintf
#undef strcpy
#undef strcat
#undef strncpy
#undef strncat
#undef isalpha
#undef isdigit
#undef isspace
#undef isupper
#undef islower
#undef toupper
#undef tolower

#pragma GCC poison sprintf vsprintf strcpy strcat strncpy strncat strtok strtok_r
#pragma GCC poison atoi atol atoll atof strtod strtof strtold scanf sscanf fscanf gets
#pragma GCC poison localtime gmtime localtime_r gmtime_r ctime asctime mktime strftime
#pragma GCC poison setlocale isalpha isdigit isspace isupper islower toupper tolower strcasecmp strncasecmp strcoll
#pragma GCC poison tmpnam tempnam mktemp srand system popen

#endif
