#include <set>

#include <fmt/format.h>

#include "compiler/ir/fields_read.h"
#include "compiler/lint/rules.h"

namespace lq::lint {

void BlockingFields(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    const ir::Program& program = *policy.program;
    std::set<std::uint32_t> told;
    for (const ir::Rule& rule : program.rules) {
      if (rule.assume != ir::Assume::kNothing)
        continue;
      for (const std::uint32_t index : ir::FieldsRead(program, rule.when)) {
        const ir::Field& field = program.schema.fields[index];
        if (field.required || !field.question.empty() || !told.insert(index).second)
          continue;
        Diagnostic& report = findings.Add(
            field.span, fmt::format("a lead without `{}` may wait for an answer that nobody asks "
                                    "for",
                                    field.path));
        report.secondary.push_back({rule.span, "cannot tell without it"});
        report.help = "add `ask \"…\"` to the field, or `if unknown assume no` to the rule";
      }
    }
  }
}

}  // namespace lq::lint
