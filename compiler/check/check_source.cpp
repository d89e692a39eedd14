#include "compiler/check/check_source.h"

#include "compiler/check/check_declarations.h"
#include "compiler/check/check_schema.h"
#include "compiler/check/imports.h"
#include "compiler/check/source_context.h"
#include "compiler/check/statements.h"

namespace lq::check {
namespace {

// `gives lead version 2` as the import that it is.
syntax::Unit HeadOf(const syntax::Unit& unit) {
  syntax::Unit head;
  head.file = unit.file;
  head.kind = unit.kind;
  head.edition = unit.edition;
  head.name = unit.name;
  head.version = unit.version;
  head.span = unit.span;
  ForEach<syntax::GivesClause>(unit, [&](const syntax::GivesClause& gives) {
    if (!head.statements.empty())
      return;
    syntax::Uses uses;
    uses.unit_kind = {"schema", gives.schema.span};
    uses.name = gives.schema;
    uses.version = gives.version;
    uses.span = gives.span;
    head.statements.emplace_back(std::move(uses));
  });
  return head;
}

}  // namespace

Diagnostic& ReportSource(SourceContext& source, DiagnosticKind kind, Span span, std::string message,
                         std::string label, std::string help) {
  Diagnostic& report = source.context.Report(kind, span, std::move(message));
  report.primary.text = std::move(label);
  report.help = std::move(help);
  return report;
}

}  // namespace lq::check

namespace lq {

std::shared_ptr<const ir::SourceProgram> CheckSource(const syntax::Unit& unit, UnitLoader& loader,
                                                     const SourceMap& sources,
                                                     Diagnostics& diagnostics) {
  using namespace check;
  const std::size_t errors_before = diagnostics.error_count();
  const syntax::Unit head = HeadOf(unit);
  Context context(loader, sources, diagnostics);
  auto program = std::make_shared<ir::SourceProgram>();
  program->name = unit.name.text;
  program->version = UnitVersion(context, unit);
  SourceContext source{context, unit, *program, {}};
  const WithScope scope(context, OpenUnit(context, head));
  CheckSchema(context);
  CheckSourceHeader(source);
  CheckSourceMappings(source);
  CheckSourceIgnores(source);
  CheckNotes(context, unit);
  context.unknown_names.ReportAll(context);
  program->program = context.program;
  return diagnostics.error_count() == errors_before ? program : nullptr;
}

}  // namespace lq
