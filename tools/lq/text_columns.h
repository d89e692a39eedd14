#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace lq::tool {

// "70.0%" for 700.
std::string Percent(std::int32_t per_mille);
// "1 rule", "2 rules"
std::string Count(std::size_t number, std::string_view word);

// Rows of words in columns; the last column may be of any length.
class TextColumns {
 public:
  void Add(std::vector<std::string> row);
  std::string Text() const;
  // The same below a title and an empty line; empty without rows.
  std::string Below(std::string_view title) const;

 private:
  std::vector<std::size_t> widths_;
  std::vector<std::vector<std::string>> rows_;
};

}  // namespace lq::tool
