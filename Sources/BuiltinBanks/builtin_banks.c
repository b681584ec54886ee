#include "BuiltinBanks.h"

/* The bytes of each file; #embed takes no macro parameter, so each has its own lines. */
static const unsigned char license[] = {
#embed "../../LICENSE"
};

/* In byte order of the paths; a test compares this table with the folders. */
static const builtin_file files[] = {
  {"LICENSE", license, sizeof license},
};

size_t builtin_file_count(void) { return sizeof files / sizeof *files; }

builtin_file builtin_file_at(size_t index) { return files[index]; }
