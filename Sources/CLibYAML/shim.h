/* libyaml's event parser. The library itself is named by the target that uses it
   (Package.swift), so that it can be linked statically. */
#if !__has_include(<yaml.h>)
#error "libyaml's header is missing: install libyaml-dev (apt), libyaml-devel (dnf) or libyaml (brew)"
#endif
#include <yaml.h>
