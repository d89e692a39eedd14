#include "compiler/check/lookup_file.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "compiler/check/check_type.h"
#include "compiler/check/csv_file.h"
#include "compiler/check/limits.h"
#include "compiler/check/lookup_cell.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

// After so many mistakes the file is not read on.
constexpr std::size_t kMaxReported = 20;

class FileReader {
 public:
  FileReader(Context& context, FileId file, const std::vector<LookupColumn>& columns)
      : context_(context), file_(file), columns_(columns), csv_(context.sources, file) {
    for (const LookupColumn& column : columns)
      cells_.emplace_back(column.type);
  }

  std::vector<ir::LookupRow> Read() {
    CsvRow row;
    if (!csv_.Next(row)) {
      Report(DiagnosticKind::kLookupHeader, {file_, 0, 0}, "the file is empty").help =
          "begin it with a row that names its columns";
    } else if (row.problem != CsvProblem::kNone) {
      ReportRow(row);
    } else if (ReadHeader(row)) {
      while (reported_ < kMaxReported && csv_.Next(row) && HasRoom(row))
        ReadRow(row);
    }
    return std::move(rows_);
  }

 private:
  Diagnostic& Report(DiagnosticKind kind, Span span, std::string message) {
    Diagnostic& report = context_.Report(kind, span, std::move(message));
    if (++reported_ == kMaxReported) {
      report.notes.push_back("The rest of the file was not looked at.");
    }
    return report;
  }

  void ReportRow(const CsvRow& row) {
    Diagnostic& report = Report(DiagnosticKind::kLookupRow, csv_.RowSpan(row),
                                DescribeCsvProblem(row, csv_.reader().width()));
    report.primary.text = "this row";
    if (row.problem != CsvProblem::kRagged)
      return;
    report.help = fmt::format("give each column one cell; a cell that holds `{}` stands in quotes",
                              csv_.reader().separator());
  }

  bool HasRoom(const CsvRow& row) {
    if (rows_.size() < kMaxLookupRows)
      return true;
    ReportTooMany(context_, csv_.RowSpan(row), kMaxLookupRows, "rows in one lookup");
    return false;
  }

  // Where each column stands; false when one is missing.
  bool ReadHeader(const CsvRow& row) {
    std::unordered_map<std::string_view, std::size_t> header;
    std::vector<std::string> names;
    for (const std::string_view cell : row.cells)
      names.emplace_back(Trim(cell));
    for (std::size_t i = 0; i < names.size(); ++i) {
      const bool fresh = header.try_emplace(names[i], i).second;
      if (!fresh && IsWanted(names[i]))
        ReportTwice(row, i, names[i]);
    }
    for (const LookupColumn& column : columns_) {
      const auto found = header.find(column.name);
      if (found == header.end()) {
        ReportNoColumn(row, column, names);
      } else {
        places_.push_back(found->second);
      }
    }
    return places_.size() == columns_.size();
  }

  bool IsWanted(std::string_view name) const {
    return std::any_of(columns_.begin(), columns_.end(),
                       [&](const LookupColumn& column) { return column.name == name; });
  }

  void ReportTwice(const CsvRow& row, std::size_t index, std::string_view name) {
    Diagnostic& report = Report(DiagnosticKind::kLookupHeader, csv_.CellSpan(row, index),
                                fmt::format("two columns are called `{}`", name));
    report.primary.text = "again here";
    report.help = "rename one of the two in the file";
  }

  void ReportNoColumn(const CsvRow& row, const LookupColumn& column,
                      const std::vector<std::string>& names) {
    Diagnostic& report = Report(DiagnosticKind::kLookupHeader, csv_.RowSpan(row),
                                fmt::format("the file has no column `{}`", column.name));
    report.primary.text = "the file's first row names its columns";
    report.secondary.push_back({column.named, "needed here"});
    const std::string_view nearest = NearestName(column.name, {names.begin(), names.end()});
    report.help = nearest.empty() ? fmt::format("name a column `{}` in the first row", column.name)
                                  : fmt::format("rename the column `{}` of the file to `{}`",
                                                nearest, column.name);
  }

  void ReadRow(const CsvRow& row) {
    if (row.problem != CsvProblem::kNone)
      return ReportRow(row);
    std::vector<Value> values(columns_.size());
    bool usable = true;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
      std::string problem;
      const std::string_view cell = row.cells[places_[i]];
      if (cells_[i].Read(cell, context_.arena(), values[i], problem))
        continue;
      ReportCell(row, i, std::move(problem));
      usable = false;
    }
    if (usable && IsNewKey(row, values)) {
      const Value value = values.back();
      values.pop_back();
      rows_.push_back({std::move(values), value});
    }
  }

  void ReportCell(const CsvRow& row, std::size_t column, std::string problem) {
    Diagnostic& report = Report(DiagnosticKind::kLookupCell, csv_.CellSpan(row, places_[column]),
                                std::move(problem));
    report.primary.text = fmt::format("in the column `{}`", columns_[column].name);
    report.secondary.push_back({columns_[column].named, "asked for here"});
    const Type& type = columns_[column].type;
    if (type.kind != TypeKind::kEnum)
      return;
    std::vector<std::string_view> names;
    for (const Enum::Member& member : type.enumeration->members)
      names.push_back(member.name);
    const std::string_view nearest = NearestName(Trim(row.cells[places_[column]]), names);
    report.help = nearest.empty() ? fmt::format("write one of {}", Quoted(names))
                                  : fmt::format("did you mean `{}`?", nearest);
  }

  void AppendKey(TypeKind kind, const Value& value, std::string& key) const {
    if (IsTextual(kind)) {
      key += value.text();
      key += '\0';
    } else {
      const std::int64_t number = value.number();
      key.append(reinterpret_cast<const char*>(&number), sizeof(number));
    }
  }

  std::string KeyText(const std::vector<Value>& values) const {
    std::string text;
    for (std::size_t i = 0; i + 1 < values.size(); ++i) {
      text += fmt::format("{}`{}`", i == 0 ? "" : ", ", ValueText(columns_[i].type, values[i]));
    }
    return text;
  }

  bool IsNewKey(const CsvRow& row, const std::vector<Value>& values) {
    std::string key;
    for (std::size_t i = 0; i + 1 < values.size(); ++i) {
      AppendKey(columns_[i].type.kind, values[i], key);
    }
    const auto [first, fresh] = keys_.try_emplace(std::move(key), csv_.RowSpan(row));
    if (fresh)
      return true;
    Diagnostic& report = Report(DiagnosticKind::kLookupDuplicateKey, csv_.RowSpan(row),
                                fmt::format("two rows have the key {}", KeyText(values)));
    report.primary.text = "again here";
    report.secondary.push_back({first->second, "first here"});
    report.help = "remove one of the two rows";
    return false;
  }

  Context& context_;
  FileId file_;
  const std::vector<LookupColumn>& columns_;
  CsvFile csv_;
  // By column: how to read it, and its place in a row.
  std::vector<LookupCellReader> cells_;
  std::vector<std::size_t> places_;
  std::unordered_map<std::string, Span> keys_;
  std::vector<ir::LookupRow> rows_;
  std::size_t reported_ = 0;
};

}  // namespace

std::vector<ir::LookupRow> ReadLookupFile(Context& context, FileId file,
                                          const std::vector<LookupColumn>& columns) {
  return FileReader(context, file, columns).Read();
}

}  // namespace lq::check
