#include "runtime/source/source_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/source/column_names.h"
#include "runtime/value/date.h"
#include "runtime/value/json_text.h"
#include "runtime/value/text.h"

namespace lq {

namespace {

constexpr std::size_t kShownCodePoints = 60;

// As a message shows it.
std::string Shown(std::string_view text) {
  const std::string_view shown = Prefix(text, kShownCodePoints);
  return fmt::format("\"{}{}\"", shown, shown.size() < text.size() ? "…" : "");
}

// Segments of `path` but the last.
std::vector<std::string_view> Parents(std::string_view path) {
  std::vector<std::string_view> parents;
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
    parents.push_back(path.substr(0, dot));
    path.remove_prefix(dot + 1);
  }
  return parents;
}

std::size_t CommonLength(const std::vector<std::string_view>& a,
                         const std::vector<std::string_view>& b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

// A report's time: an instant, a date, or date and time of day in UTC.
bool ParseReportTime(std::string_view text, std::int64_t& milliseconds) {
  if (ParseInstant(text, milliseconds))
    return true;
  std::int64_t day = 0;
  if (ParseDate(text, day)) {
    milliseconds = day * kMillisecondsPerDay;
    return true;
  }
  std::string utc = fmt::format("{}Z", text);
  const std::size_t blank = utc.find(' ');
  if (blank != std::string::npos)
    utc[blank] = 'T';
  return ParseInstant(utc, milliseconds);
}

}  // namespace

CsvOptions CsvOptionsOf(const plan::SourcePlan& plan) {
  CsvOptions options;
  options.separator = plan.separator;
  return options;
}

SourceReader::SourceReader(const plan::SourcePlan& plan, const plan::LeadSchema& schema)
    : plan_(plan), reader_(schema) {
  std::vector<std::string_view> open;
  for (const plan::SourceField& field : plan.fields) {
    const plan::SchemaField& described = schema.fields[field.field];
    Slot& slot = slots_.emplace_back();
    slot.source = &field;
    slot.schema = &described;
    const std::vector<std::string_view> parents = Parents(described.path);
    const std::size_t common = CommonLength(open, parents);
    slot.close.assign(open.size() - common, '}');
    for (std::size_t i = common; i < parents.size(); ++i)
      slot.open += fmt::format("\"{}\":{{", parents[i]);
    slot.open += fmt::format("\"{}\":", described.path.substr(described.path.rfind('.') + 1));
    open = parents;
  }
  tail_.assign(open.size() + 1, '}');
}

std::vector<std::string> SourceReader::Bind(const CsvRow& header) {
  const ColumnNames names(plan_, header);
  file_width_ = header.cells.size();
  columns_ = names.columns();
  unmapped_ = names.unmapped();
  return names.problems();
}

bool SourceReader::Read(const CsvRow& row, std::int64_t as_of, Lead& lead) {
  lead.Clear();
  if (row.problem != CsvProblem::kNone) {
    const bool large = row.problem == CsvProblem::kTooLarge;
    lead.errors.push_back(
        {"", large ? "too_large" : "not_csv",
         fmt::format("line {}: {}", row.line, DescribeCsvProblem(row, file_width_))});
    return false;
  }
  const bool timed = ReadTime(row);
  BuildJson(row);
  reader_.Read(json_, as_of, lead);
  for (FieldError& error : lead.errors)
    Reword(row, error);
  if (!timed)
    lead.errors.insert(lead.errors.begin(), TimeError(row));
  return lead.errors.empty();
}

std::string_view SourceReader::TextAt(const CsvRow& row, std::uint32_t place) const {
  const std::size_t column = columns_[place];
  if (column == ColumnNames::kNone)
    return {};
  const std::string_view text = Trim(row.cells[column]);
  const bool missing = std::binary_search(plan_.missing.begin(), plan_.missing.end(), text);
  return missing ? std::string_view() : text;
}

// False when the row gives a time that is none.
bool SourceReader::ReadTime(const CsvRow& row) {
  at_.clear();
  if (!plan_.at)
    return true;
  const std::string_view text = TextAt(row, *plan_.at);
  if (text.empty())
    return true;
  std::int64_t milliseconds = 0;
  if (!ParseReportTime(text, milliseconds))
    return false;
  at_ = ",\"at\":\"";
  AppendInstant(milliseconds, at_);
  at_ += '"';
  return true;
}

FieldError SourceReader::TimeError(const CsvRow& row) const {
  return {
      "", "format",
      fmt::format(
          "{}: {} is no date or time such as 2026-07-01T10:00:00Z, but the time of the reports is "
          "read from here",
          Place(*plan_.at, row), Shown(TextAt(row, *plan_.at)))};
}

void SourceReader::BuildJson(const CsvRow& row) {
  json_ = "{";
  if (plan_.lead_id)
    AppendId(row);
  for (Slot& slot : slots_) {
    json_ += slot.close;
    if (json_.back() != '{')
      json_ += ',';
    json_ += slot.open;
    AppendSlot(slot, row);
  }
  json_ += tail_;
}

void SourceReader::AppendId(const CsvRow& row) {
  const std::string_view id = TextAt(row, *plan_.lead_id);
  if (id.empty())
    return;
  json_ += "\"$id\":";
  AppendJsonText(id, json_);
}

// The first place that has something to say.
void SourceReader::AppendSlot(Slot& slot, const CsvRow& row) {
  slot.failed = false;
  slot.text = {};
  if (slot.source->places.empty()) {
    AppendReport(slot, slot.source->constant);
    return;
  }
  for (const std::uint32_t place : slot.source->places) {
    slot.place = place;
    slot.text = TextAt(row, place);
    if (!slot.text.empty())
      break;
  }
  if (slot.text.empty()) {
    json_ += "null";
    return;
  }
  value_.clear();
  slot.failed = !AppendCell(*slot.source, slot.schema->type, slot.text, value_, slot.problem);
  AppendReport(slot, slot.failed ? UnfitJson(slot.schema->type) : value_);
}

// Who said it, and when, is written where it can matter.
void SourceReader::AppendReport(const Slot& slot, std::string_view value) {
  if (slot.schema->sources.empty() && at_.empty()) {
    json_ += value;
    return;
  }
  json_.append("{\"reports\":[{\"value\":").append(value).append(",\"source\":");
  AppendJsonText(plan_.reports_as, json_);
  json_.append(at_).append("}]}");
}

// `"Country", line 12`
std::string SourceReader::Place(std::uint32_t place, const CsvRow& row) const {
  return fmt::format("\"{}\", line {}", plan_.places[place], row.line);
}

std::string SourceReader::PlacesOf(const Slot& slot, const CsvRow& row) const {
  std::string names;
  for (const std::uint32_t place : slot.source->places) {
    names += fmt::format("{}\"{}\"", names.empty() ? "" : " and ", plan_.places[place]);
  }
  return fmt::format("{}, line {}", names, row.line);
}

// Puts an error of intake into the source's words.
void SourceReader::Reword(const CsvRow& row, FieldError& error) const {
  const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) {
    return slot.schema->path == error.path;
  });
  if (found == slots_.end() || found->source->places.empty()) {
    error.message = fmt::format("line {}: {}", row.line, error.message);
  } else if (found->text.empty()) {
    error.message = fmt::format("{}: nothing is given; {}", PlacesOf(*found, row), error.message);
  } else if (found->failed) {
    error.code = found->problem.code;
    error.message = fmt::format("{}: {} {}, but `{}` needs one", Place(found->place, row),
                                Shown(found->text), found->problem.rule, error.path);
    if (!found->problem.help.empty())
      error.message.append("; ").append(found->problem.help);
  } else if (error.message.find(found->text) != std::string::npos) {
    error.message = fmt::format("{}: {}", Place(found->place, row), error.message);
  } else {
    error.message =
        fmt::format("{} says {}: {}", Place(found->place, row), Shown(found->text), error.message);
  }
}

}  // namespace lq
