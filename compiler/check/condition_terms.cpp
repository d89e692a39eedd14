#include "compiler/check/condition_terms.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/limits.h"

namespace lq::check {
namespace {

constexpr std::uint32_t kMostTerms = 5000;

}  // namespace

std::uint32_t CountTerms(const Context& context, ir::CondId cond) {
  std::uint32_t terms = 0;
  std::vector<ir::CondId> open{cond};
  while (!open.empty() && terms <= kMostTerms) {
    const ir::Cond& at = context.program->conds[open.back()];
    open.pop_back();
    if (at.op == ir::CondOp::kDefine) {
      terms += context.define_terms[at.index];
    } else if (at.children.empty()) {
      ++terms;
    }
    open.insert(open.end(), at.children.begin(), at.children.end());
  }
  return std::min(terms, kMostTerms + 1);
}

bool HasFewTerms(Context& context, ir::CondId cond, Span span) {
  if (CountTerms(context, cond) <= kMostTerms)
    return true;
  Diagnostic& report = context.Report(
      DiagnosticKind::kLimit, span,
      fmt::format("this condition is made of more than {} comparisons", CountText(kMostTerms)));
  report.notes.push_back("Conditions that it names count with all that they are made of.");
  report.help = "divide it among several rules";
  return false;
}

}  // namespace lq::check
