#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace lq {

// What payloads hold and a source neither maps nor ignores: how often each name was met. Payloads
// come from anywhere, so the number of names and their length are bounded.
class UnmappedNames {
 public:
  static constexpr std::size_t kMostNames = 256;
  static constexpr std::size_t kLongestName = 200;

  void Count(std::string_view name, std::uint64_t times = 1);
  void Add(const UnmappedNames& other);
  void Clear();

  const std::map<std::string, std::uint64_t, std::less<>>& names() const { return names_; }
  // Met beyond kMostNames.
  std::uint64_t others() const { return others_; }
  bool empty() const { return names_.empty(); }

 private:
  std::map<std::string, std::uint64_t, std::less<>> names_;
  std::uint64_t others_ = 0;
};

}  // namespace lq
