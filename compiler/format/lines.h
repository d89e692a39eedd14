#pragma once

#include <utility>
#include <vector>

#include "compiler/format/sheet.h"

namespace lq::format {

// Which tokens begin a line, and where every token stands in its own.
class Lines {
 public:
  explicit Lines(const Sheet& sheet);

  bool begins(std::size_t token) const { return begins_[token]; }
  // Spaces in front of a token that goes on with its line.
  std::size_t spaces(std::size_t token) const { return spaces_[token]; }

 private:
  // How far the columns of a line have come.
  struct Columns {
    std::uint32_t group = 0;
    std::uint8_t reached = 0;
    // Since the last column, or since the line's beginning.
    std::size_t cell = 0;
  };

  void TakeBreaks();
  void MeasureColumns();
  void PlaceTokens();
  bool BeginsColumn(std::size_t token, const Columns& columns) const;
  std::size_t LineEnd(std::size_t begin) const;
  void PlaceLine(std::size_t begin, std::size_t end);
  void BreakLong(std::size_t begin, std::size_t end, std::size_t last_column);
  bool BreakTogether(std::size_t first, std::size_t end);
  bool Refill(std::size_t token);
  std::size_t ChooseBreak(std::size_t begin, std::size_t first, std::size_t end) const;

  const Sheet& sheet_;
  std::vector<bool> begins_;
  // A comment stands before it.
  std::vector<bool> commented_;
  std::vector<std::uint16_t> spaces_;
  // The lists, and their ranks, that are filled anew in the line at hand.
  std::vector<std::pair<std::uint32_t, std::uint8_t>> refilled_;
  std::vector<std::uint32_t> widths_;
  // Group::widths, filled in.
  std::vector<Group> groups_;
};

}  // namespace lq::format
