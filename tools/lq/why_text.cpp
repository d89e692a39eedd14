#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>

#include "compiler/diag/shown_line.h"
#include "compiler/explain/trace_text.h"
#include "runtime/record/decision_json.h"
#include "runtime/value/date.h"
#include "tools/lq/why_words.h"

namespace lq::tool {
namespace {

// Of the rules that do not hold so many are shown in full.
constexpr std::size_t kMostRules = 6;
// Of the others so many are named.
constexpr std::size_t kMostNames = 8;
constexpr std::size_t kMostChanges = 6;

class TextPage {
 public:
  TextPage(const WhyPage& page, bool color, bool all_rules)
      : page_(page), decision_(page.decision), color_(color), all_rules_(all_rules) {}

  std::string Run() {
    Head();
    if (decision_.status == Status::kRejected) {
      Errors();
      return std::move(out_);
    }
    Reasons();
    Rules();
    Evidence();
    Guards();
    Scores();
    Sums();
    Ask();
    Changes();
    return std::move(out_);
  }

 private:
  std::string Bold(std::string_view text) const {
    return color_ ? fmt::format("\033[1m{}\033[0m", text) : std::string(text);
  }
  std::string Faint(std::string_view text) const {
    return color_ ? fmt::format("\033[2m{}\033[0m", text) : std::string(text);
  }
  void Title(std::string_view title) { out_ += fmt::format("\n{}\n", Bold(title)); }
  void Line(std::string_view text) { out_ += fmt::format("  {}\n", text); }

  void Head() {
    const bool rejected = decision_.status == Status::kRejected;
    std::string as_of;
    AppendInstant(decision_.as_of, as_of);
    out_ += fmt::format("{}\n", Bold(rejected ? "rejected" : decision_.outcome));
    Line(StatusSentence(page_));
    if (decision_.text.data() != nullptr) {
      Line(Printable(decision_.text));
    }
    const bool named = decision_.lead.data() != nullptr;
    Line(Faint(fmt::format("lead {}, policy {} version {}, as of {}",
                           named ? Printable(decision_.lead) : "without an id", decision_.policy,
                           decision_.version, as_of)));
  }

  void Errors() {
    Title("What is wrong with the lead");
    for (const FieldError& error : decision_.errors) {
      Line(Printable(error.message));
    }
  }

  void Reasons() {
    if (decision_.reasons.empty()) {
      return;
    }
    Title("Reasons");
    std::size_t width = 0;
    for (const Reason& reason : decision_.reasons) {
      width = std::max(width, reason.code.size());
    }
    for (const Reason& reason : decision_.reasons) {
      Line(fmt::format("{:>7}  {:<{}}  {}{}", PointsText(reason.points, reason.points), reason.code,
                       width, FromText(reason),
                       reason.text.data() == nullptr ? "" : ": " + Printable(reason.text)));
    }
  }

  void Statement(const StatementTrace& statement, std::string_view head) {
    out_ += fmt::format("  {}  {}\n", head, Faint(Printable(statement.place)));
    AppendClauses(statement, {color_, 4}, out_);
  }

  void Rules() {
    Title("Rules");
    std::vector<std::string> others;
    for (const RuleTrace* rule : RulesByInterest(page_.explanation)) {
      const bool far = rule->state == RuleState::kDoesNotFire && shown_ >= kMostRules;
      if (far && !all_rules_) {
        others.push_back(rule->statement.title);
        continue;
      }
      shown_ += rule->state == RuleState::kDoesNotFire ? 1 : 0;
      Statement(rule->statement,
                fmt::format("{}: {}", Bold(rule->statement.title), StateText(*rule)));
    }
    if (!others.empty()) {
      const std::size_t count = others.size();
      others.resize(std::min(count, kMostNames));
      Line(fmt::format(
          "{} more {}: {}{}", count,
          count == 1 ? "does not hold (`--all` shows it)" : "do not hold (`--all` shows them)",
          fmt::join(others, ", "), count > kMostNames ? ", …" : ""));
    }
    if (page_.explanation.rules.empty()) {
      Line("the policy has no rules");
    }
  }

  // Only what is about an outcome that the decision may have.
  void Evidence() {
    bool titled = false;
    for (const EvidenceTrace& evidence : page_.explanation.evidence) {
      if (!IsSummed(evidence.outcome)) {
        continue;
      }
      if (!titled) {
        Title("Evidence");
      }
      titled = true;
      Statement(evidence.statement,
                fmt::format("{}: {} points for {}", Bold(evidence.statement.title),
                            PointsText(evidence.low, evidence.high), evidence.outcome));
    }
  }

  bool IsSummed(const std::string& outcome) const {
    const auto& sums = page_.explanation.sums;
    return std::any_of(sums.begin(), sums.end(),
                       [&](const ConfidenceSum& sum) { return sum.outcome == outcome; });
  }

  void Guards() {
    if (page_.explanation.guards.empty()) {
      return;
    }
    Title("Guards");
    for (const GuardTrace& guard : page_.explanation.guards) {
      Statement(guard.statement,
                fmt::format("{}: {}", Bold(guard.statement.title),
                            guard.held_back ? "held the decision back" : "lets it pass"));
    }
  }

  void Scores() {
    if (page_.explanation.scores.empty()) {
      return;
    }
    Title("Scores");
    for (const ScoreTrace& score : page_.explanation.scores) {
      Line(fmt::format("{} is {}, beginning at {}", Bold(score.name), Range(score.low, score.high),
                       score.begins_at));
      for (const ScoreTrace::Item& item : score.items) {
        std::string clauses;
        AppendClauses(item.statement, {color_, 8}, clauses);
        // The keyword's line gives way to the points.
        out_ += fmt::format("      {}\n", ItemText(item));
        out_ += clauses.substr(clauses.find('\n') + 1);
      }
    }
  }

  static std::string Range(std::int64_t low, std::int64_t high) {
    return low == high ? fmt::format("{}", low) : fmt::format("{} to {}", low, high);
  }

  void Sums() {
    Title("Confidence");
    for (const ConfidenceSum& sum : page_.explanation.sums) {
      for (const SumItem& item : sum.items) {
        Line(fmt::format("{:>16}  {}{}", PointsText(item.low, item.high), item.title,
                         item.reason.empty() ? "" : fmt::format(" ({})", item.reason)));
      }
      Line(fmt::format("{:>16}  points: {} for {}", PointsText(sum.low, sum.high),
                       Bold(PercentText(sum.confidence, sum.ceiling)), sum.outcome));
    }
  }

  void Ask() {
    if (decision_.ask.empty()) {
      return;
    }
    Title("What could change it: ask for");
    for (const AskEntry& ask : decision_.ask) {
      Line(Printable(AskText(ask)));
    }
  }

  void Changes() {
    Title("What would have changed it");
    for (const ChangesTo& group : ChangesByOutcome(page_.changes)) {
      const std::size_t count = std::min(group.changes.size(), kMostChanges);
      for (std::size_t i = 0; i < count; ++i) {
        Line(fmt::format("{}: {}", Bold(group.outcome),
                         Printable(ChangeText(page_, *group.changes[i]))));
      }
      if (count < group.changes.size()) {
        Line(fmt::format("{}: {} more fields could have done it alone", group.outcome,
                         group.changes.size() - count));
      }
    }
    if (page_.changes.changes.empty()) {
      Line("no other value of one field or of two fields changes the outcome");
    }
    if (!page_.changes.complete) {
      Line("of pairs of fields only the nearest values were tried: there are too many");
    }
  }

  const WhyPage& page_;
  const Decision& decision_;
  bool color_;
  bool all_rules_;
  std::size_t shown_ = 0;
  std::string out_;
};

}  // namespace

std::string WhyText(const WhyPage& page, bool color, bool all_rules) {
  return TextPage(page, color, all_rules).Run();
}

}  // namespace lq::tool
