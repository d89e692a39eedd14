#include "compiler/parse/pasted_table.h"

#include <algorithm>
#include <string>
#include <vector>

namespace lq::parse {
namespace {

using Row = std::vector<std::string_view>;

std::string_view Trim(std::string_view text) {
  const std::size_t begin = text.find_first_not_of(" \t\r");
  if (begin == std::string_view::npos)
    return {};
  return text.substr(begin, text.find_last_not_of(" \t\r") + 1 - begin);
}

std::string_view LineAt(std::string_view text, std::size_t begin) {
  return text.substr(begin, std::min(text.find('\n', begin), text.size()) - begin);
}

// The cells of a line; one cell only when the separator is not in it.
Row Cells(std::string_view line, char separator) {
  if (line.ends_with('\r'))
    line.remove_suffix(1);
  Row cells;
  std::size_t begin = 0;
  bool quoted = false;
  for (std::size_t i = 0; i <= line.size(); ++i) {
    if (i < line.size() && line[i] == '"')
      quoted = !quoted;
    if (i < line.size() && (quoted || line[i] != separator))
      continue;
    cells.push_back(Trim(line.substr(begin, i - begin)));
    begin = i + 1;
  }
  return cells;
}

std::size_t Columns(std::string_view cell) {
  return static_cast<std::size_t>(
      std::count_if(cell.begin(), cell.end(), [](char c) { return (c & 0xC0) != 0x80; }));
}

// The rows with bars, padded into columns.
std::string WithBars(const std::vector<Row>& rows) {
  std::vector<std::size_t> widths;
  for (const Row& row : rows) {
    widths.resize(std::max(widths.size(), row.size()));
    for (std::size_t i = 0; i < row.size(); ++i)
      widths[i] = std::max(widths[i], Columns(row[i]));
  }
  std::string out;
  for (const Row& row : rows) {
    if (!out.empty())
      out += '\n';
    out += "  |";
    for (std::size_t i = 0; i < row.size(); ++i) {
      out += ' ';
      out += row[i];
      out.append(widths[i] - Columns(row[i]) + 1, ' ');
      out += '|';
    }
  }
  return out;
}

}  // namespace

std::optional<std::size_t> ReportPastedRows(std::string_view text, std::size_t at,
                                            Reporter& reporter) {
  const std::size_t line_break = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
  const std::size_t begin = line_break == std::string_view::npos ? 0 : line_break + 1;
  if (!Trim(text.substr(begin, at - begin)).empty())
    return std::nullopt;
  const std::string_view first = Trim(LineAt(text, begin));
  const char separator = first.find('\t') != std::string_view::npos ? '\t' : ',';
  std::vector<Row> rows;
  std::size_t end = begin;
  for (std::size_t next = begin; next < text.size();) {
    const std::string_view line = LineAt(text, next);
    const Row cells = Cells(line, separator);
    if (cells.size() < 2 || Trim(line).starts_with('|'))
      break;
    rows.push_back(cells);
    end = next + line.size();
    next = end + 1;
  }
  if (rows.size() < 2)
    return std::nullopt;
  const Span span{reporter.file(), static_cast<std::uint32_t>(begin),
                  static_cast<std::uint32_t>(end)};
  Diagnostic& report = reporter.Report(DiagnosticKind::kPastedTable, span,
                                       "the cells of these rows have no bars between them");
  report.primary.text = "rows as a spreadsheet copies them";
  report.notes.emplace_back(
      "A row of a table is one line, with `|` before, between and after its cells.");
  report.help = "put bars between the cells";
  report.fixes.push_back({span, WithBars(rows), separator == '\t'});
  return end;
}

}  // namespace lq::parse
