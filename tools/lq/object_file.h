#pragma once

#include <string>
#include <string_view>

namespace lq::tool {

// Both are ELF, x86-64, with a bundle's bytes as `lq_bundle_<policy>`, aligned to 16, and their
// count as `lq_bundle_<policy>_size`, a uint64_t.

// An object file that a linker puts into a program.
std::string ObjectFile(std::string_view policy, std::string_view bytes);

// A shared object, to be linked with or opened by dlopen. Programs that were linked with it ask for
// `soname`.
std::string SharedObject(std::string_view policy, std::string_view soname, std::string_view bytes);

}  // namespace lq::tool
