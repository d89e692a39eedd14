#include "tools/lq/text_columns.h"

#include <fmt/format.h>

#include <algorithm>

namespace lq::tool {

std::string Percent(std::int32_t per_mille) {
  return fmt::format("{}.{}%", per_mille / 10, per_mille % 10);
}

std::string Count(std::size_t number, std::string_view word) {
  return fmt::format("{} {}{}", number, word, number == 1 ? "" : "s");
}

void TextColumns::Add(std::vector<std::string> row) {
  widths_.resize(std::max(widths_.size(), row.size()));
  for (std::size_t i = 0; i + 1 < row.size(); ++i) {
    widths_[i] = std::max(widths_[i], row[i].size());
  }
  rows_.push_back(std::move(row));
}

std::string TextColumns::Text() const {
  std::string out;
  for (const std::vector<std::string>& row : rows_) {
    std::string line = " ";
    for (std::size_t i = 0; i < row.size(); ++i) {
      line += fmt::format(" {:<{}} ", row[i], widths_[i]);
    }
    out += line.substr(0, line.find_last_not_of(' ') + 1) + "\n";
  }
  return out;
}

std::string TextColumns::Below(std::string_view title) const {
  return rows_.empty() ? "" : fmt::format("\n{}\n{}", title, Text());
}

}  // namespace lq::tool
