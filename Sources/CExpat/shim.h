/* expat's parser of XML. The library itself is named by the target that uses it
   (Package.swift), so that it can be linked statically. */
#if !__has_include(<expat.h>)
#error "expat's header is missing: install libexpat1-dev (apt), expat-devel (dnf) or expat (brew)"
#endif
#include <expat.h>
