/* The way into libFuzzer for a program with a main function of its own. */
#ifndef LIBFUZZER_H
#define LIBFUZZER_H

#include <stddef.h>
#include <stdint.h>

/* Calls `callback` with inputs until it crashes or the time is up; reads and removes the options of
 * libFuzzer from the arguments. Declared as FuzzerInterface.h of LLVM does, which Swift's toolchain
 * doesn't bring along. */
int LLVMFuzzerRunDriver(int *argc, char ***argv,
                        int (*callback)(const uint8_t *data, size_t size));

#endif
