#include "compiler/check/row_conflicts.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/limits.h"
#include "compiler/check/sample_days.h"
#include "compiler/check/table_space.h"
#include "runtime/value/date.h"

namespace lq::check {
namespace {

// Overlaps that one table reports.
constexpr std::size_t kMaxReported = 3;
// Rows looked at, over all days, when dates make a table differ from day to day.
constexpr std::size_t kMaxDatedRows = 200'000;
constexpr std::size_t kMinDays = 8;
// Looks at a row while completeness is searched for: well under a second.
constexpr std::size_t kGapBudget = 4'000'000;

// "`a` 1, `b` 2 and `c` 3"
std::string Enumerated(const std::vector<std::string>& parts) {
  std::string text;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i > 0)
      text += i + 1 == parts.size() ? " and " : ", ";
    text += parts[i];
  }
  return text;
}

class ConflictFinder {
 public:
  ConflictFinder(Context& context, const TableRows& rows) : context_(context), rows_(rows) {
    if (rows.rows.size() > kMaxRules)
      return;
    for (const TableRows::Row& row : rows.rows) {
      if (row.when == ir::kNone)
        return;
      conditions_.push_back(row.when);
    }
    tests_ = CollectTableTests(*context.program, conditions_);
    dated_ = IsDated(*context.program, tests_);
    const std::size_t affordable = std::max(kMinDays, kMaxDatedRows / (conditions_.size() + 1));
    days_ = SampleDays(*context.program, tests_, affordable);
  }

  // False when some row is wrong, or there are more than a policy may have.
  bool usable() const { return conditions_.size() == rows_.rows.size(); }

  void FindOverlaps() {
    for (const std::int64_t day : days_) {
      const auto space = Space(TablePurpose::kOverlap, day);
      const std::vector<RowOverlap> overlaps = check::FindOverlaps(space->regions, kMaxReported);
      for (const RowOverlap& overlap : overlaps)
        ReportOverlap(*space, overlap, day);
      if (!overlaps.empty())
        return;
    }
  }

  void FindGap() {
    for (const std::int64_t day : days_) {
      const auto space = Space(TablePurpose::kGap, day);
      RowGap gap;
      switch (check::FindGap(space->regions, kGapBudget, gap)) {
        case Completeness::kComplete:
          break;
        case Completeness::kGap:
          return ReportGap(*space, gap, day);
        case Completeness::kTooComplex:
          return ReportTooComplex();
      }
    }
  }

 private:
  std::unique_ptr<TableSpace> Space(TablePurpose purpose, std::int64_t day) const {
    return MakeTableSpace(*context_.program, tests_, rows_.assume, purpose, day);
  }

  // "a lead with `company.size` 500 and `country` DE, decided on 2026-07-01"
  std::string LeadText(const std::vector<std::string>& values, std::int64_t day) const {
    std::string lead = values.empty() ? "every lead" : "a lead with " + Enumerated(values);
    if (!dated_)
      return lead;
    lead += ", decided on ";
    AppendDate(day, lead);
    return lead;
  }

  std::string Witness(const TableSpace& space, const RowOverlap& overlap, std::int64_t day) const {
    std::vector<std::string> values;
    for (std::size_t axis = 0; axis < tests_.axes.size(); ++axis) {
      if (space.free[overlap.first][axis] && space.free[overlap.second][axis])
        continue;
      values.push_back(DescribeIndex(space, tests_, axis, overlap.point[axis]));
    }
    return LeadText(values, day);
  }

  void ReportOverlap(const TableSpace& space, const RowOverlap& overlap, std::int64_t day) const {
    const std::size_t first = overlap.first + 1;
    const std::size_t second = overlap.second + 1;
    Diagnostic& report = context_.Report(
        DiagnosticKind::kTableOverlap, rows_.rows[overlap.second].span,
        fmt::format("rows {} and {} of the table `{}` overlap", first, second, rows_.table.text));
    report.primary.text = fmt::format("row {} holds too", second);
    report.secondary.push_back(
        {rows_.rows[overlap.first].span, fmt::format("row {} holds", first)});
    report.notes.push_back(fmt::format("Both hold for {}.", Witness(space, overlap, day)));
    report.notes.push_back("Without `hit first` at most one row of a table may hold for a lead.");
    report.help = fmt::format(
        "make one of the two narrower, or write `hit first` after `{}`: "
        "then the earlier row counts",
        rows_.table.text);
  }

  void ReportGap(const TableSpace& space, const RowGap& gap, std::int64_t day) const {
    std::vector<std::string> values;
    for (std::size_t axis = 0; axis < tests_.axes.size(); ++axis) {
      if (!gap.point[axis])
        continue;
      values.push_back(DescribeIndex(space, tests_, axis, *gap.point[axis]));
    }
    Diagnostic& report =
        Incomplete("the table `{}` has no `otherwise`, and not every lead has a row");
    report.notes.push_back(fmt::format("No row holds for {}.", LeadText(values, day)));
  }

  void ReportTooComplex() const {
    Incomplete(
        "the table `{}` has no `otherwise`, and it is too intricate to see whether every "
        "lead has a row");
  }

  Diagnostic& Incomplete(std::string_view message) const {
    Diagnostic& report = context_.Report(DiagnosticKind::kTableIncomplete, rows_.table.span,
                                         fmt::format(fmt::runtime(message), rows_.table.text));
    report.primary.text = "some lead would have no value";
    report.help = "add `otherwise VALUE` below the rows, or a row for what is left";
    return report;
  }

  Context& context_;
  const TableRows& rows_;
  std::vector<ir::CondId> conditions_;
  TableTests tests_;
  bool dated_ = false;
  std::vector<std::int64_t> days_;
};

}  // namespace

void ReportOverlaps(Context& context, const TableRows& rows) {
  ConflictFinder finder(context, rows);
  if (finder.usable())
    finder.FindOverlaps();
}

void ReportGap(Context& context, const TableRows& rows) {
  ConflictFinder finder(context, rows);
  if (finder.usable())
    finder.FindGap();
}

}  // namespace lq::check
