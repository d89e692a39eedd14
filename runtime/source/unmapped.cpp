#include "runtime/source/unmapped.h"

#include "runtime/value/text.h"

namespace lq {

void UnmappedNames::Count(std::string_view name, std::uint64_t times) {
  name = Prefix(name, kLongestName);
  const auto found = names_.find(name);
  if (found != names_.end()) {
    found->second += times;
  } else if (names_.size() < kMostNames) {
    names_.emplace(name, times);
  } else {
    others_ += times;
  }
}

void UnmappedNames::Add(const UnmappedNames& other) {
  for (const auto& [name, times] : other.names_)
    Count(name, times);
  others_ += other.others_;
}

void UnmappedNames::Clear() {
  names_.clear();
  others_ = 0;
}

}  // namespace lq
