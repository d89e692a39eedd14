#include "compiler/format/lines.h"

#include <algorithm>

#include "compiler/format/format.h"

namespace lq::format {

Lines::Lines(const Sheet& sheet)
    : sheet_(sheet),
      begins_(sheet.size()),
      commented_(sheet.size()),
      spaces_(sheet.size()),
      widths_(sheet.size()),
      groups_(sheet.groups()) {
  for (std::size_t i = 0; i < sheet.size(); ++i) {
    widths_[i] = static_cast<std::uint32_t>(sheet.Width(i));
    spaces_[i] = sheet.before(i).spaces;
  }
  TakeBreaks();
  MeasureColumns();
  PlaceTokens();
}

// Those that are sure; a comment ends its line.
void Lines::TakeBreaks() {
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    const Break line = sheet_.before(i).line;
    begins_[i] = i == 0 || line == Break::kAlways ||
                 ((line == Break::kKept || line == Break::kMay) && sheet_.WasBroken(i));
  }
  for (const syntax::Comment& comment : sheet_.side().comments) {
    if (comment.before < begins_.size()) {
      begins_[comment.before] = true;
      commented_[comment.before] = true;
    }
  }
}

// A column stands in one line with all that come before it.
bool Lines::BeginsColumn(std::size_t token, const Columns& columns) const {
  const Before& before = sheet_.before(token);
  if (before.column == 0 || before.column != columns.reached + 1)
    return false;
  return columns.reached == 0 || columns.group == before.group;
}

void Lines::MeasureColumns() {
  Columns columns;
  for (std::size_t i = 0; i < begins_.size(); ++i) {
    const Before& before = sheet_.before(i);
    if (begins_[i]) {
      columns = {};
    } else if (BeginsColumn(i, columns)) {
      Widen(groups_[before.group], before.column, columns.cell);
      columns = {before.group, before.column, 0};
    } else {
      columns.cell += before.spaces;
    }
    columns.cell += widths_[i];
  }
}

std::size_t Lines::LineEnd(std::size_t begin) const {
  std::size_t end = begin + 1;
  while (end < begins_.size() && !begins_[end])
    ++end;
  return end;
}

void Lines::PlaceTokens() {
  for (std::size_t begin = 0; begin < begins_.size(); begin = LineEnd(begin))
    PlaceLine(begin, LineEnd(begin));
}

void Lines::PlaceLine(std::size_t begin, std::size_t end) {
  Columns columns{0, 0, widths_[begin]};
  std::size_t width = sheet_.before(begin).indent + widths_[begin];
  std::size_t last_column = begin;
  for (std::size_t i = begin + 1; i < end; ++i) {
    const Before& before = sheet_.before(i);
    std::size_t spaces = before.spaces;
    if (BeginsColumn(i, columns)) {
      const Group& group = groups_[before.group];
      const std::size_t cell = group.widths[before.column - 1];
      spaces += std::max(cell, columns.cell) - columns.cell;
      last_column = columns.cell <= group.widest ? i : last_column;
      columns = {before.group, before.column, 0};
    } else {
      columns.cell += spaces;
    }
    columns.cell += widths_[i];
    width += spaces + widths_[i];
    spaces_[i] = static_cast<std::uint16_t>(spaces);
  }
  if (width > kLineWidth)
    BreakLong(begin, end, last_column);
}

// Breaks what stands behind the columns, so that they stay what they are.
void Lines::BreakLong(std::size_t begin, std::size_t end, std::size_t last_column) {
  std::size_t first = last_column + 1;
  if (BreakTogether(first, end))
    return PlaceLine(begin, LineEnd(begin));
  refilled_.clear();
  for (std::size_t next = ChooseBreak(begin, first, end); next != end;
       next = ChooseBreak(begin, first, end)) {
    begins_[next] = true;
    if (Refill(next))
      end = LineEnd(next);
    begin = next;
    first = next + 1;
  }
}

// The items behind one that begins a new line go on with it, whatever lines they had. False when
// they do already.
bool Lines::Refill(std::size_t token) {
  const Before& item = sheet_.before(token);
  const std::pair list(item.list, item.rank);
  if (item.list == 0 || std::find(refilled_.begin(), refilled_.end(), list) != refilled_.end())
    return false;
  refilled_.push_back(list);
  std::vector<std::size_t> items;
  for (std::size_t i = token + 1; i < begins_.size(); ++i) {
    const Before& before = sheet_.before(i);
    // A column would become part of the list's last line.
    if (before.column != 0)
      return false;
    if (before.line == Break::kAlways)
      break;
    if (before.list == item.list && before.rank == item.rank && !commented_[i])
      items.push_back(i);
  }
  for (const std::size_t i : items)
    begins_[i] = false;
  return true;
}

bool Lines::BreakTogether(std::size_t first, std::size_t end) {
  bool any = false;
  for (std::size_t i = first; i < end; ++i) {
    if (sheet_.before(i).line != Break::kTogether)
      continue;
    begins_[i] = true;
    any = true;
  }
  return any;
}

// Of the line from `begin`: which token from `first` on should begin another; `end`: none.
std::size_t Lines::ChooseBreak(std::size_t begin, std::size_t first, std::size_t end) const {
  std::size_t width = sheet_.before(begin).indent + widths_[begin];
  std::size_t best = end;
  for (std::size_t i = begin + 1; i < end; ++i) {
    const Before& before = sheet_.before(i);
    if (i >= first && before.line == Break::kMay &&
        (best == end || before.rank <= sheet_.before(best).rank)) {
      best = i;
    }
    width += spaces_[i] + widths_[i];
    if (width > kLineWidth && best != end)
      return best;
  }
  return end;
}

}  // namespace lq::format
