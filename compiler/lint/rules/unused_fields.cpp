#include <unordered_set>

#include <fmt/format.h>

#include "compiler/lint/rules.h"
#include "compiler/lint/use.h"
#include "compiler/lint/walk.h"

namespace lq::lint {
namespace {

// Of fields by path: what a condition, an expression, a placeholder or a lookup reads.
std::unordered_set<std::string_view> FieldsRead(const Package& package) {
  std::unordered_set<std::string_view> read;
  for (const Policy& policy : package.policies) {
    const ir::Program& program = *policy.program;
    for (const ir::Expr& expr : program.exprs) {
      if (expr.op == ir::ExprOp::kField)
        read.insert(program.schema.fields[expr.index].path);
    }
    for (const ir::Lookup& lookup : program.lookups) {
      for (const std::uint32_t key : lookup.keys)
        read.insert(program.schema.fields[key].path);
    }
  }
  return read;
}

}  // namespace

void UnusedFields(const Package& package, Findings& findings) {
  const std::unordered_set<std::string_view> read = FieldsRead(package);
  for (const syntax::Unit* unit : PrivateUnits(package)) {
    ForEach<syntax::FieldDeclaration>(*unit, [&](const syntax::FieldDeclaration& field) {
      // A protected field is carried and never read; a deprecated one is on its way out.
      const bool idle =
          field.is_protected || field.identifies || field.deprecated_since.has_value();
      if (idle || read.contains(field.name.text))
        return;
      Diagnostic& report = findings.Add(
          field.name.span, fmt::format("no policy reads the field `{}`", field.name.text));
      report.primary.text = "asked for, stored, and never looked at";
      report.help = "read it in a rule, or remove it from the schema and from what sources map";
    });
  }
}

}  // namespace lq::lint
