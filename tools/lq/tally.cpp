#include "tools/lq/tally.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/diag/shown_line.h"

namespace lq::tool {
namespace {

// Fields and codes; schemas are finite, but keys of leads are not.
constexpr std::size_t kMostRejections = 1000;

// Tenths of a percent, rounded down.
std::string Share(std::uint64_t part, std::uint64_t whole) {
  const std::uint64_t tenths = whole == 0 ? 0 : part * 1000 / whole;
  return fmt::format("{}.{}%", tenths / 10, tenths % 10);
}

// Which message is shown does not depend on threads: the shortest, and of these the least, which
// mostly is that of the first line.
bool IsShownBefore(const std::string& a, const std::string& b) {
  return a.size() != b.size() ? a.size() < b.size() : a < b;
}

}  // namespace

std::string Grouped(std::uint64_t number) {
  std::string digits = std::to_string(number);
  for (std::size_t place = digits.size(); place > 3; place -= 3) {
    digits.insert(place - 3, ",");
  }
  return digits;
}

Tally::Tally(const plan::Plan& plan) {
  for (const plan::Outcome& outcome : plan.outcomes) {
    rows_.push_back({outcome.name, 0});
  }
  rows_.push_back({plan.undecided, 0});
  if (plan.doubtful != plan.undecided) {
    rows_.push_back({plan.doubtful, 0});
  }
}

void Tally::Count(Status status, std::string_view outcome, const std::vector<FieldError>& errors) {
  ++leads_;
  switch (status) {
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
      for (const FieldError& error : errors) {
        AddRejection(error.path, error.code, {1, error.message});
      }
      return;
  }
  const auto row = std::find_if(rows_.begin(), rows_.end(),
                                [&](const Row& one) { return one.outcome == outcome; });
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
  for (const auto& [what, rejection] : other.rejections_) {
    AddRejection(what.first, what.second, rejection);
  }
  unmapped_.Add(other.unmapped_);
  empty_payloads_ += other.empty_payloads_;
  blank_leads_ += other.blank_leads_;
}

void Tally::AddRejection(const std::string& path, const std::string& code,
                         const Rejection& rejection) {
  if (rejections_.size() == kMostRejections && rejections_.count({path, code}) == 0) {
    return;
  }
  Rejection& known = rejections_[{path, code}];
  if (known.leads == 0 || IsShownBefore(rejection.message, known.message)) {
    known.message = rejection.message;
  }
  known.leads += rejection.leads;
}

std::string Tally::Rejections() const {
  std::vector<std::pair<std::string, const Rejection*>> shown;
  std::size_t width = std::string_view("rejected for").size();
  for (const auto& [what, rejection] : rejections_) {
    const auto& [path, code] = what;
    shown.emplace_back(path.empty() ? code : fmt::format("{} ({})", Printable(path), code),
                       &rejection);
    width = std::max(width, shown.back().first.size());
  }
  if (shown.empty()) {
    return "";
  }
  std::stable_sort(shown.begin(), shown.end(),
                   [](const auto& a, const auto& b) { return a.second->leads > b.second->leads; });
  std::string text = fmt::format("{:<{}}  {:>9}  for example\n", "rejected for", width, "leads");
  for (const auto& [what, rejection] : shown) {
    text += fmt::format("{:<{}}  {:>9}  {}\n", what, width, Grouped(rejection->leads),
                        Printable(rejection->message));
  }
  return text;
}

std::string Tally::Table() const {
  if (leads_ == 0) {
    return "";
  }
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
