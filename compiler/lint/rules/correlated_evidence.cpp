#include <algorithm>
#include <iterator>
#include <set>

#include <fmt/format.h>

#include "compiler/ir/fields_read.h"
#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

struct Item {
  const ir::Evidence* evidence;
  std::set<std::uint32_t> fields;
};

// Both count in one direction for one outcome, and nothing bounds what they count together.
bool CountTwice(const ir::Evidence& a, const ir::Evidence& b) {
  const bool bounded = a.group != ir::kNone && a.group == b.group;
  return !bounded && a.outcome == b.outcome && (a.points > 0) == (b.points > 0);
}

void LookAt(const ir::Program& program, const Item& a, const Item& b, Findings& findings) {
  if (!CountTwice(*a.evidence, *b.evidence))
    return;
  std::vector<std::uint32_t> shared;
  std::set_intersection(a.fields.begin(), a.fields.end(), b.fields.begin(), b.fields.end(),
                        std::back_inserter(shared));
  if (shared.empty())
    return;
  Diagnostic& report =
      findings.Add(b.evidence->span,
                   fmt::format("`{}` and `{}` both read `{}`, and both count", a.evidence->name,
                               b.evidence->name, program.schema.fields[shared.front()].path));
  report.secondary.push_back({a.evidence->span, "reads it too"});
  report.notes.push_back("What is learnt from one field twice makes a decision surer than it is.");
  report.help = "put both `within` one group, which bounds what they count together";
}

}  // namespace

void CorrelatedEvidence(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    const ir::Program& program = *policy.program;
    std::vector<Item> items;
    for (const ir::Evidence& evidence : program.evidence)
      items.push_back({&evidence, ir::FieldsRead(program, evidence.when)});
    for (std::size_t i = 0; i < items.size(); ++i) {
      for (std::size_t j = i + 1; j < items.size(); ++j)
        LookAt(program, items[i], items[j], findings);
    }
  }
}

}  // namespace lq::lint
