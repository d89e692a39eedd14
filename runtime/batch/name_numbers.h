#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace lq::batch {

// Names by number, and numbers by name: the dictionary of a column.
class NameNumbers {
 public:
  // The number of the name, which is added when it is new.
  std::uint32_t Add(std::string_view name);
  // The name was added before.
  std::uint32_t Find(std::string_view name) const { return numbers_.find(name)->second; }
  const std::vector<std::string>& names() const { return names_; }

 private:
  std::vector<std::string> names_;
  std::map<std::string, std::uint32_t, std::less<>> numbers_;
};

}  // namespace lq::batch
