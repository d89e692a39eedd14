#include "runtime/batch/name_numbers.h"

namespace lq::batch {

std::uint32_t NameNumbers::Add(std::string_view name) {
  const auto [at, is_new] =
      numbers_.try_emplace(std::string(name), static_cast<std::uint32_t>(names_.size()));
  if (is_new)
    names_.emplace_back(name);
  return at->second;
}

}  // namespace lq::batch
