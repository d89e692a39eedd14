#include "compiler/format/constructs.h"

namespace lq::format {

Flow FormatClause(Sheet& sheet, Piece clause, std::uint16_t word_width) {
  constexpr std::uint16_t kIndent = 2;
  const auto value = static_cast<std::uint16_t>(kIndent + word_width + 1);
  sheet.Indent(clause, value);
  sheet.OwnLine(clause.begin, kIndent);
  const std::size_t width = sheet.Width(clause.begin);
  if (clause.begin + 1 < clause.end && width <= word_width)
    sheet.before(clause.begin + 1).spaces = static_cast<std::uint8_t>(word_width + 1 - width);
  return {value, value, 0};
}

}  // namespace lq::format
