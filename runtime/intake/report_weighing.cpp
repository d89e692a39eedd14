#include "runtime/intake/report_weighing.h"

#include <algorithm>

#include "runtime/value/date.h"
#include "runtime/value/number.h"
#include "runtime/value/values.h"

namespace lq::intake {
namespace {

bool IsStale(const plan::SchemaField& field, const Report& report, std::int64_t as_of) {
  if (!field.stale_after_days || report.at == Report::kNoTime)
    return false;
  return Int128{as_of} - report.at > Int128{*field.stale_after_days} * kMillisecondsPerDay;
}

bool SameSource(const Report& a, const Report& b) {
  return a.rank == b.rank && a.source == b.source;
}

// Best source first, within a source the newest first.
bool ComesBefore(const Report& a, const Report& b) {
  if (a.rank != b.rank)
    return a.rank < b.rank;
  if (a.source != b.source)
    return a.source < b.source;
  return a.at > b.at;
}

// Moves to the front what counts of each source: the reports of its newest instant.
std::span<Report> KeepNewest(std::span<Report> reports) {
  std::size_t kept = 0;
  for (const Report& report : reports) {
    // The last one kept has the newest time of its source.
    const bool older =
        kept > 0 && SameSource(reports[kept - 1], report) && reports[kept - 1].at > report.at;
    if (!older)
      reports[kept++] = report;
  }
  return reports.first(kept);
}

std::span<Report> KeepFirstSource(std::span<Report> reports) {
  const auto end = std::find_if(reports.begin(), reports.end(), [&](const Report& report) {
    return !SameSource(report, reports.front());
  });
  return reports.first(static_cast<std::size_t>(end - reports.begin()));
}

bool SamePossible(const Type& type, const Possible& a, const Possible& b) {
  return a.form == b.form &&
         std::equal(a.list().begin(), a.list().end(), b.list().begin(), b.list().end(),
                    [&](const Value& x, const Value& y) { return CompareValues(type, x, y) == 0; });
}

bool IsBand(const Report& report) { return report.possible.form == Possible::Form::kBand; }

Possible Hull(const Type& type, std::span<const Report> reports, Arena& arena) {
  std::int64_t low = type.high;
  std::int64_t high = type.low;
  for (const Report& report : reports) {
    low = std::min(low, Low(type, report.possible));
    high = std::max(high, High(type, report.possible));
  }
  return PossibleBand(low, high, Cause::kDisagreement, arena);
}

}  // namespace

Possible ReportWeighing::Weigh(const plan::SchemaField& field, std::span<Report> reports,
                               std::int64_t as_of, Arena& arena) {
  const auto stale = std::remove_if(reports.begin(), reports.end(), [&](const Report& report) {
    return IsStale(field, report, as_of);
  });
  std::span<Report> fresh = reports.first(static_cast<std::size_t>(stale - reports.begin()));
  if (fresh.empty())
    return PossibleAll(reports.empty() ? Cause::kMissing : Cause::kStale);
  std::sort(fresh.begin(), fresh.end(), ComesBefore);
  std::span<Report> counted = KeepNewest(fresh);
  if (!field.sources.empty() && !field.keep_both)
    counted = KeepFirstSource(counted);
  return Merge(field.type, counted, arena);
}

Possible ReportWeighing::Merge(const Type& type, std::span<const Report> reports, Arena& arena) {
  const Possible& first = reports.front().possible;
  const auto agrees = [&](const Report& report) {
    return SamePossible(type, first, report.possible);
  };
  if (std::all_of(reports.begin(), reports.end(), agrees))
    return first;
  if (std::any_of(reports.begin(), reports.end(), IsBand))
    return Hull(type, reports, arena);
  return MergeValues(type, reports, arena);
}

Possible ReportWeighing::MergeValues(const Type& type, std::span<const Report> reports,
                                     Arena& arena) {
  values_.clear();
  for (const Report& report : reports) {
    values_.insert(values_.end(), report.possible.list().begin(), report.possible.list().end());
  }
  return PossibleValues(type, values_, Cause::kDisagreement, arena);
}

}  // namespace lq::intake
