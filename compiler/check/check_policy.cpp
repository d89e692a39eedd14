#include <fmt/format.h>

#include "compiler/check/check_policy.h"

#include "compiler/check/check.h"
#include "compiler/check/check_declarations.h"
#include "compiler/check/check_literal.h"
#include "compiler/check/imports.h"
#include "compiler/check/statements.h"
#include "compiler/ir/hash.h"

namespace lq {
namespace {

using check::Context;

void RequireSchema(Context& context) {
  const syntax::Unit& unit = *context.policy->unit;
  // A broken `uses` has been reported.
  check::ForEach<syntax::Uses>(unit, [&](const syntax::Uses& uses) {
    context.policy->incomplete = context.policy->incomplete || uses.unit_kind.text.empty();
  });
  if (context.schema != nullptr || context.scope->incomplete)
    return;
  Diagnostic& report =
      context.Report(DiagnosticKind::kNoSchema, unit.name.span,
                     fmt::format("`{}` does not say which schema it reads", unit.name.text));
  std::vector<std::string_view> names = context.loader.Names(syntax::UnitKind::kSchema);
  report.help = fmt::format("add the line `uses schema {}`",
                            names.empty() ? std::string_view("lead") : names.front());
  // Every field is unknown now; one message is enough.
  context.policy->incomplete = true;
}

// What reads values and conditions, when all of these are known.
void CheckStatements(Context& context) {
  check::CheckRules(context);
  check::CheckEvidence(context);
  check::CheckGuards(context);
  check::CheckFixtures(context, *context.policy->unit);
  check::CheckExamples(context);
  check::CheckOutputs(context);
  check::CheckContent(context);
  check::CheckNotes(context, *context.policy->unit);
}

}  // namespace

bool check::CheckWholePolicy(Context& context, const syntax::Unit& unit,
                             std::size_t errors_before) {
  context.policy = check::OpenUnit(context, unit);
  context.scope = context.policy;
  context.program->policy = unit.name.text;
  context.program->version = check::UnitVersion(context, unit);
  RequireSchema(context);
  check::CheckConstants(context);
  check::CheckOutcomes(context);
  check::CheckGroups(context);
  check::CheckReaders(context);
  CheckStatements(context);
  context.unknown_names.ReportAll(context);
  // Of the parser too: a statement that lacks a clause has no meaning.
  if (context.diagnostics.error_count() > errors_before)
    return false;
  check::FindAbsence(context);
  context.program->hash = ir::Hash(*context.program);
  return true;
}

void CheckLibrary(const syntax::Unit& unit, UnitLoader& loader, const SourceMap& sources,
                  Diagnostics& diagnostics) {
  Context context(loader, sources, diagnostics);
  context.scope = check::OpenUnit(context, unit);
  check::UnitVersion(context, unit);
  check::CheckConstants(context);
  check::CheckReaders(context);
  check::CheckNotes(context, unit);
  context.unknown_names.ReportAll(context);
}

}  // namespace lq
