#include "tools/lq/tally.h"

#include <fmt/format.h>

#include <algorithm>

namespace lq::tool {
namespace {

// Tenths of a percent, rounded down.
std::string Share(std::uint64_t part, std::uint64_t whole) {
  const std::uint64_t tenths = whole == 0 ? 0 : part * 1000 / whole;
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

}  // namespace

std::string Grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3; place -= 3) {
    digits.insert(place - 3, ",");
  }
  return digits;
}

Tally::Tally(const ir::Program& program) {
  for (const ir::Outcome& outcome : program.outcomes) {
    rows_.push_back({outcome.name, 0});
  }
  rows_.push_back({program.undecided, 0});
  if (program.doubtful != program.undecided) {
    rows_.push_back({program.doubtful, 0});
  }
}

void Tally::Count(const Decision& decision) {
  ++leads_;
  switch (decision.status) {
    case Status::kSettled:
      ++settled_;
      break;
    case Status::kUndecided:
      ++undecided_;
      break;
    case Status::kDoubtful:
      ++doubtful_;
      break;
    case Status::kRejected:
      ++rejected_;
      return;
  }
  const auto row = std::find_if(rows_.begin(), rows_.end(),
                                [&](const Row& one) { return one.outcome == decision.outcome; });
  if (row != rows_.end()) {
    ++row->leads;
  }
}

void Tally::Add(const Tally& other) {
  for (std::size_t i = 0; i < rows_.size(); ++i) {
    rows_[i].leads += other.rows_[i].leads;
  }
  leads_ += other.leads_;
  settled_ += other.settled_;
  undecided_ += other.undecided_;
  doubtful_ += other.doubtful_;
  rejected_ += other.rejected_;
}

std::string Tally::Table() const {
  std::vector<Row> shown;
  std::copy_if(rows_.begin(), rows_.end(), std::back_inserter(shown),
               [](const Row& row) { return row.leads > 0; });
  if (rejected_ > 0) {
    shown.push_back({"(rejected)", rejected_});
  }
  std::size_t width = std::string_view("outcome").size();
  for (const Row& row : shown) {
    width = std::max(width, row.outcome.size());
  }
  std::string text = fmt::format("{:<{}}  {:>9}  {:>6}\n", "outcome", width, "leads", "share");
  for (const Row& row : shown) {
    text += fmt::format("{:<{}}  {:>9}  {:>6}\n", row.outcome, width, Grouped(row.leads),
                        Share(row.leads, leads_));
  }
  return text;
}

std::string Tally::Line() const {
  return fmt::format("{} lead{}: {} settled, {} undecided, {} doubtful, {} rejected",
                     Grouped(leads_), leads_ == 1 ? "" : "s", Grouped(settled_),
                     Grouped(undecided_), Grouped(doubtful_), Grouped(rejected_));
}

}  // namespace lq::tool
