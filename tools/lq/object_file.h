#pragma once

#include <string>
#include <string_view>

namespace lq::tool {

// An object file (ELF, x86-64) that a linker puts into a program: a bundle's bytes as
// `lq_bundle_<policy>`, aligned to 16, and their count as `lq_bundle_<policy>_size`, a uint64_t.
std::string ObjectFile(std::string_view policy, std::string_view bytes);

}  // namespace lq::tool
