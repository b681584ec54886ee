/* zlib's deflate, inflate and CRC-32. The library itself is named by the target that uses it
   (Package.swift), so that it can be linked statically. */
#if !__has_include(<zlib.h>)
#error "zlib's header is missing: install zlib1g-dev (apt), zlib-devel (dnf) or zlib (brew)"
#endif
#include <zlib.h>
