#include "runtime/source/column_names.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/value/text.h"

namespace lq {

namespace {

constexpr std::size_t kShownNames = 12;

}  // namespace

ColumnNames::ColumnNames(const plan::SourcePlan& plan, const CsvRow& header) : plan_(plan) {
  if (header.problem != CsvProblem::kNone) {
    problems_.push_back(
        fmt::format("line {}: {}", header.line, DescribeCsvProblem(header, header.width)));
    return;
  }
  for (const std::string_view cell : header.cells)
    names_.push_back(Trim(cell));
  for (const std::string& place : plan.places)
    FindColumn(place);
  FindUnmapped();
  const std::size_t twice = problems_.size();
  if (plan.lead_id)
    CheckPlace(*plan.lead_id, "the lead's id");
  if (plan.at)
    CheckPlace(*plan.at, "the time of the reports");
  for (const plan::SourceField& field : plan.fields)
    CheckField(field);
  if (problems_.size() > twice)
    ShowNames();
}

void ColumnNames::FindColumn(const std::string& place) {
  const auto found = std::find(names_.begin(), names_.end(), place);
  columns_.push_back(found == names_.end() ? kNone
                                           : static_cast<std::size_t>(found - names_.begin()));
  if (found != names_.end() && std::find(found + 1, names_.end(), place) != names_.end()) {
    problems_.push_back(fmt::format("the file has more than one column \"{}\"", place));
  }
}

void ColumnNames::FindUnmapped() {
  for (std::size_t i = 0; i < names_.size(); ++i) {
    const std::string name(names_[i]);
    const bool known =
        std::find(plan_.places.begin(), plan_.places.end(), name) != plan_.places.end() ||
        std::binary_search(plan_.ignored.begin(), plan_.ignored.end(), name);
    if (!known)
      unmapped_.push_back(name.empty() ? fmt::format("column {}", i + 1) : name);
  }
}

void ColumnNames::CheckField(const plan::SourceField& field) {
  const bool any = std::any_of(field.places.begin(), field.places.end(),
                               [this](std::uint32_t place) { return columns_[place] != kNone; });
  if (!any && !field.places.empty())
    CheckPlace(field.places.front(), fmt::format("the field `{}`", field.path));
}

void ColumnNames::CheckPlace(std::uint32_t place, std::string_view what) {
  if (columns_[place] != kNone)
    return;
  const std::string& name = plan_.places[place];
  problems_.push_back(fmt::format("the file has no column \"{}\", from which {} is read{}", name,
                                  what, NearNames(name)));
}

// A column whose name differs in case only.
std::string ColumnNames::NearNames(const std::string& place) const {
  const std::string folded = FoldCase(std::string_view(place));
  for (const std::string_view name : names_) {
    if (FoldCase(name) == folded)
      return fmt::format("; it has \"{}\"", name);
  }
  return "";
}

// At the last problem, which is a column that the file lacks.
void ColumnNames::ShowNames() {
  std::string list;
  for (std::size_t i = 0; i < std::min(names_.size(), kShownNames); ++i) {
    list += fmt::format("{}\"{}\"", i == 0 ? "" : ", ", names_[i]);
  }
  if (names_.size() > kShownNames)
    list += fmt::format(" and {} more", names_.size() - kShownNames);
  problems_.back() += fmt::format("; the file's columns are {}", list);
}

}  // namespace lq
