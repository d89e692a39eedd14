#include "compiler/check/check_strength.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>

#include "runtime/value/log_odds.h"
#include "runtime/value/number.h"

namespace lq::check {
namespace {

struct Word {
  std::string_view word;
  std::int32_t per_mille;
};

constexpr auto kWords =
    std::to_array<Word>({{"weakly", 550}, {"fairly", 670}, {"strongly", 800}, {"decisively", 950}});

constexpr std::int32_t kFairly = 670;
constexpr std::int64_t kMaxTenthsOfPoint = 600;

void ReportStrength(Context& context, Span span, std::string message, std::string rule) {
  Diagnostic& report = context.Report(DiagnosticKind::kStrengthRange, span, std::move(message));
  report.primary.text = "out of range";
  report.notes.push_back(std::move(rule));
  report.help =
      "write a word (`weakly`, `fairly`, `strongly`, `decisively`), "
      "`with confidence 90%` or `by 4 points`";
}

std::optional<std::int32_t> OfWord(Context& context, const syntax::Strength& strength) {
  for (const Word& word : kWords) {
    if (word.word == strength.text)
      return LogOdds(word.per_mille);
  }
  ReportStrength(context, strength.span, fmt::format("`{}` is no strength", strength.text),
                 "A strength is a word, a confidence or points.");
  return std::nullopt;
}

std::optional<std::int32_t> OfConfidence(Context& context, const syntax::Strength& strength) {
  std::int64_t per_mille = 0;
  const NumberProblem problem = ParseDecimal(strength.text, 1, per_mille);
  if (problem == NumberProblem::kNone && per_mille >= 1 && per_mille <= 999) {
    return LogOdds(static_cast<std::int32_t>(per_mille));
  }
  ReportStrength(context, strength.span,
                 fmt::format("a confidence of {}% cannot be counted", strength.text),
                 "A confidence is from 0.1% to 99.9%, with at most one decimal.");
  return std::nullopt;
}

std::optional<std::int32_t> OfPoints(Context& context, const syntax::Strength& strength) {
  std::int64_t tenths = 0;
  const NumberProblem problem = ParseDecimal(strength.text, 1, tenths);
  if (problem == NumberProblem::kNone && tenths >= -kMaxTenthsOfPoint &&
      tenths <= kMaxTenthsOfPoint) {
    return static_cast<std::int32_t>(tenths * (kPoint / 10));
  }
  ReportStrength(context, strength.span, fmt::format("{} points are no strength", strength.text),
                 "Points are from -60 to 60, with at most one decimal; 10 points are odds ten "
                 "times higher.");
  return std::nullopt;
}

}  // namespace

std::optional<std::int32_t> CheckStrength(Context& context, const syntax::Strength& strength) {
  using Kind = syntax::Strength::Kind;
  switch (strength.kind) {
    case Kind::kUnsaid:
      return std::nullopt;
    case Kind::kWord:
      return OfWord(context, strength);
    case Kind::kConfidence:
      return OfConfidence(context, strength);
    case Kind::kPoints:
      return OfPoints(context, strength);
  }
  return std::nullopt;
}

std::int32_t DefaultStrength(std::int32_t needs) { return LogOdds(std::max(needs, kFairly)); }

std::int32_t Fairly() { return LogOdds(kFairly); }

std::int32_t CheckNeeds(Context& context, const syntax::Literal& needs) {
  std::int64_t per_mille = 0;
  const NumberProblem problem = ParseDecimal(needs.text, 1, per_mille);
  if (problem == NumberProblem::kNone && per_mille >= 0 && per_mille <= 999) {
    return static_cast<std::int32_t>(per_mille);
  }
  Diagnostic& report = context.Report(DiagnosticKind::kNeedsRange, needs.span,
                                      fmt::format("`needs` cannot be {}%", needs.text));
  report.primary.text = "out of range";
  report.notes.push_back("`needs` is from 0% to 99.9%, with at most one decimal.");
  report.help = "write a confidence such as `needs 90%`";
  return 0;
}

}  // namespace lq::check
