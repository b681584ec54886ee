/* What every source file here includes first: the features that it needs of the C library. */
#ifndef C_TERMINAL_PLATFORM_H
#define C_TERMINAL_PLATFORM_H

#ifdef __APPLE__
#define _DARWIN_C_SOURCE
#else
#define _GNU_SOURCE /* wcwidth, memfd_create, pipe2 */
#endif

#endif
