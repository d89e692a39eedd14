#pragma once

#include <string>
#include <string_view>

#include <fmt/format.h>

namespace lq::bundle {

// What is wrong with a plan, for a person: the first thing that was found. Each step says whether
// it found nothing, so that the next one may rely on it.
class Complaint {
 public:
  // "the rule `buyer` names an outcome that is not there"
  template <typename... T>
  bool Expect(bool good, fmt::format_string<const T&...> what, const T&... arguments) {
    if (!good && text_.empty())
      text_ = fmt::format(what, arguments...);
    return good;
  }
  const std::string& text() const { return text_; }

 private:
  std::string text_;
};

// Whether a range of a list lies within it.
inline bool Within(std::size_t first, std::size_t count, std::size_t size) {
  return first <= size && count <= size - first;
}

}  // namespace lq::bundle
