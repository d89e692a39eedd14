#include "compiler/lint/lint.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/allow.h"
#include "compiler/lint/removal.h"

namespace lq::lint {
namespace {

// Runs the rules, then holds what they found against the comments that allow it.
class Run {
 public:
  Run(const Package& package, const Levels& levels, Diagnostics& diagnostics)
      : package_(package), levels_(levels), diagnostics_(diagnostics) {}

  void All() {
    Diagnostics found;
    for (const Rule& rule : AllRules()) {
      if (rule.run != nullptr && LevelOf(rule) != Level::kOff) {
        Findings findings = FindingsOf(rule, found);
        rule.run(package_, findings);
      }
    }
    CollectAllows();
    for (const Diagnostic& diagnostic : found.all()) {
      if (!Silenced(diagnostic))
        diagnostics_.Report(diagnostic);
    }
    ReportAllows();
  }

 private:
  struct Permit {
    Allow allow;
    // For each of its rules.
    std::vector<bool> used;
  };

  Level LevelOf(const Rule& rule) const {
    const auto found = levels_.find(rule.name);
    return found == levels_.end() ? rule.level : found->second;
  }

  Findings FindingsOf(const Rule& rule, Diagnostics& into) const {
    const bool error = LevelOf(rule) == Level::kError;
    return {rule, error ? Severity::kError : Severity::kWarning, into};
  }

  void CollectAllows() {
    for (const File& file : package_.files) {
      for (Allow& allow : AllowsOf(*package_.sources, file)) {
        const std::size_t count = allow.rules.size();
        permits_.push_back({std::move(allow), std::vector<bool>(count, false)});
      }
    }
  }

  bool Silenced(const Diagnostic& diagnostic) {
    bool silenced = false;
    for (Permit& permit : permits_) {
      const Span at = diagnostic.primary.span;
      const Span& place = permit.allow.place;
      if (place.file != at.file || at.begin < place.begin || at.begin >= place.end)
        continue;
      for (std::size_t i = 0; i < permit.used.size(); ++i) {
        const bool named = permit.allow.rules[i].rule == diagnostic.lint.rule;
        permit.used[i] = permit.used[i] || named;
        silenced = silenced || named;
      }
    }
    return silenced;
  }

  void ReportAllows() {
    Findings broken = FindingsOf(kBrokenAllows, diagnostics_);
    Findings unused = FindingsOf(kUnusedAllows, diagnostics_);
    for (const Permit& permit : permits_) {
      const bool good = LevelOf(kBrokenAllows) == Level::kOff || !Broken(permit.allow, broken);
      if (good && LevelOf(kUnusedAllows) != Level::kOff)
        Unused(permit, unused);
    }
  }

  static bool Broken(const Allow& allow, Findings& findings) {
    constexpr std::string_view kForm = "write `# lq allow RULE: why`";
    if (allow.rules.empty()) {
      findings.Add(allow.comment, "this comment allows nothing: it names no lint rule").help =
          kForm;
      return true;
    }
    bool broken = false;
    for (const Allow::Named& named : allow.rules) {
      if (FindRule(named.rule) != nullptr)
        continue;
      broken = true;
      Diagnostic& report =
          findings.Add(named.span, fmt::format("there is no lint rule `{}`", named.rule));
      const std::string_view nearest = NearestRule(named.rule);
      report.help = nearest.empty() ? "the rules are listed by `lq explain lint`"
                                    : fmt::format("did you mean `{}`?", nearest);
    }
    if (!broken && allow.reason.empty()) {
      findings.Add(allow.comment, "this comment does not say why it allows what it allows").help =
          fmt::format("{}; whoever reads it next year wants to know", kForm);
      return true;
    }
    return broken;
  }

  static std::string_view NearestRule(std::string_view name) {
    std::vector<std::string_view> names;
    for (const Rule& rule : AllRules())
      names.push_back(rule.name);
    return NearestName(name, names);
  }

  void Unused(const Permit& permit, Findings& findings) const {
    const auto& rules = permit.allow.rules;
    for (std::size_t i = 0; i < rules.size(); ++i) {
      const Rule* rule = FindRule(rules[i].rule);
      if (permit.used[i] || rule == nullptr || LevelOf(*rule) == Level::kOff)
        continue;
      Diagnostic& report = findings.Add(
          rules[i].span, fmt::format("nothing here needs `{}` to be allowed", rules[i].rule));
      report.help = rules.size() == 1 ? "remove the comment"
                                      : fmt::format("take `{}` out of the comment", rules[i].rule);
      if (rules.size() == 1)
        report.fixes.push_back({Removable(*package_.sources, permit.allow.comment), "", true});
    }
  }

  const Package& package_;
  const Levels& levels_;
  Diagnostics& diagnostics_;
  std::vector<Permit> permits_;
};

}  // namespace

void Lint(const Package& package, const Levels& levels, Diagnostics& diagnostics) {
  Run(package, levels, diagnostics).All();
}

}  // namespace lq::lint
