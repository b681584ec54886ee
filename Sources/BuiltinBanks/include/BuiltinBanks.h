/* The files of QuestionBanks/ and Assets/, inside the program. */
#ifndef BUILTIN_BANKS_H
#define BUILTIN_BANKS_H

#include <stddef.h>

/* One file: its path below the root of the repository, and its bytes. */
typedef struct {
  const char *_Nonnull path;
  const unsigned char *_Nonnull bytes;
  size_t count;
} builtin_file;

/* The number of files. */
size_t builtin_file_count(void);

/* The file at `index`, which must be below builtin_file_count(). Files stand in byte order of
   their paths. */
builtin_file builtin_file_at(size_t index);

#endif
