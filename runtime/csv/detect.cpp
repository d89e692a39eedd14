#include "runtime/csv/detect.h"

#include <algorithm>
#include <compare>

namespace lq {

namespace {

constexpr int kSampleRows = 100;

bool StandsInQuotes(std::string_view cell, char quote) {
  return cell.size() >= 2 && cell.front() == quote && cell.back() == quote;
}

struct Score {
  // Rows as wide as the first, of a thousand.
  int fitting = 0;
  std::size_t width = 1;
  auto operator<=>(const Score&) const = default;
};

Score ScoreOf(std::string_view sample, char separator, char quote) {
  CsvText text(sample);
  CsvReader reader(text, {.separator = separator, .quote = quote});
  CsvRow row;
  int rows = 0;
  int fitting = 0;
  while (rows < kSampleRows && reader.Next(row)) {
    ++rows;
    if (row.problem == CsvProblem::kNone)
      ++fitting;
  }
  if (reader.width() < 2)
    return {};
  return {fitting * 1000 / rows, reader.width()};
}

char BestSeparator(std::string_view sample, char quote) {
  char best = ',';
  Score best_score;
  for (const char separator : {',', ';', '\t', '|'}) {
    const Score score = ScoreOf(sample, separator, quote);
    if (score > best_score) {
      best = separator;
      best_score = score;
    }
  }
  return best;
}

// Every name of the header stands in single quotes.
bool HasSingleQuotes(std::string_view sample, char separator) {
  CsvText text(sample);
  // No header holds this quote.
  CsvReader reader(text, {.separator = separator, .quote = '\x01'});
  CsvRow row;
  return reader.Next(row) &&
         std::all_of(row.cells.begin(), row.cells.end(),
                     [](std::string_view cell) { return StandsInQuotes(cell, '\''); });
}

}  // namespace

void DetectCsvDialect(std::string_view sample, bool complete, CsvOptions& options) {
  if (!complete) {
    const std::size_t end = sample.find_last_of("\r\n");
    if (end != std::string_view::npos)
      sample = sample.substr(0, end + 1);
  }
  const auto separator_for = [&](char quote) {
    return options.separator != '\0' ? options.separator : BestSeparator(sample, quote);
  };
  if (options.quote == '\0')
    options.quote = HasSingleQuotes(sample, separator_for('\'')) ? '\'' : '"';
  options.separator = separator_for(options.quote);
}

}  // namespace lq
