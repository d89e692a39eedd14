#include "compiler/check/check_schema.h"

#include <fmt/format.h>

#include "compiler/check/check_declarations.h"
#include "compiler/check/check_field.h"

namespace lq::check {
namespace {

constexpr std::size_t kMostFields = 4096;

void CheckFields(Context& context) {
  ForEach<syntax::FieldDeclaration>(
      *context.schema->unit, [&](const syntax::FieldDeclaration& declaration) {
        const auto at = context.schema->names.find(declaration.name.text);
        // Of a name declared twice the first counts.
        if (at == context.schema->names.end() || !(at->second->span == declaration.name.span))
          return;
        if (at->second->kind == NameKind::kField)
          CheckField(context, declaration, *at->second);
      });
}

// `a` cannot hold a value and, in `a.b`, be an object too.
void CheckPaths(Context& context) {
  const std::vector<ir::Field>& fields = context.program->schema.fields;
  for (const ir::Field& field : fields) {
    for (std::size_t dot = field.path.find('.'); dot != std::string::npos;
         dot = field.path.find('.', dot + 1)) {
      const auto prefix = context.schema->names.find(std::string_view(field.path).substr(0, dot));
      if (prefix == context.schema->names.end() || prefix->second->kind != NameKind::kField)
        continue;
      Diagnostic& report = context.Report(
          DiagnosticKind::kFieldPath, field.span,
          fmt::format("`{}` cannot be a field beside `{}`", field.path, prefix->first));
      report.secondary.push_back({prefix->second->span, "declared here"});
      report.notes.push_back(fmt::format(
          "In a lead `{}` would have to be a value and an object at once.", prefix->first));
      report.help = "give one of the two another name";
      break;
    }
  }
}

}  // namespace

void CheckSchema(Context& context) {
  if (context.schema == nullptr)
    return;
  const WithScope scope(context, context.schema);
  const syntax::Unit& unit = *context.schema->unit;
  ir::Schema& schema = context.program->schema;
  schema.name = unit.name.text;
  schema.version = UnitVersion(context, unit);
  CheckFields(context);
  CheckPaths(context);
  ForEach<syntax::OtherFields>(unit,
                               [&](const syntax::OtherFields&) { schema.reject_unknown = true; });
  if (schema.fields.size() <= kMostFields)
    return;
  context.Report(DiagnosticKind::kLimit, schema.fields[kMostFields].span,
                 fmt::format("a schema has at most {} fields", kMostFields));
}

}  // namespace lq::check
