#include "compiler/check/context.h"

#include <fmt/format.h>

namespace lq::check {

std::string_view Describe(NameKind kind) {
  switch (kind) {
    case NameKind::kField:
      return "a field";
    case NameKind::kDerived:
      return "a derived value";
    case NameKind::kParameter:
      return "a parameter";
    case NameKind::kSet:
      return "a set";
    case NameKind::kPattern:
      return "a pattern";
    case NameKind::kScore:
      return "a score";
    case NameKind::kTable:
      return "a table";
    case NameKind::kLookup:
      return "a lookup";
    case NameKind::kDefine:
      return "a condition";
    case NameKind::kToggle:
      return "a toggle";
  }
  return "";
}

Context::Context(UnitLoader& loader_in, const SourceMap& sources_in, Diagnostics& diagnostics_in)
    : loader(loader_in),
      sources(sources_in),
      diagnostics(diagnostics_in),
      program(std::make_shared<ir::Program>()) {
  program->arena = std::make_shared<Arena>();
}

ir::ExprId Context::Add(ir::Expr expr) {
  program->exprs.push_back(std::move(expr));
  return static_cast<ir::ExprId>(program->exprs.size() - 1);
}

ir::CondId Context::Add(ir::Cond cond) {
  program->conds.push_back(std::move(cond));
  return static_cast<ir::CondId>(program->conds.size() - 1);
}

std::string_view PlainName(std::string_view name) {
  constexpr std::string_view kPrefix = "lead.";
  return name.starts_with(kPrefix) ? name.substr(kPrefix.size()) : name;
}

Entry* Find(const Scope& scope, std::string_view name) {
  const auto found = scope.names.find(PlainName(name));
  return found == scope.names.end() ? nullptr : found->second;
}

Entry* Resolve(Context& context, const syntax::Name& name) {
  if (name.text.empty())
    return nullptr;
  Entry* entry = Find(*context.scope, name.text);
  if (entry == nullptr)
    context.unknown_names.Add(*context.scope, name);
  return entry;
}

std::optional<std::uint32_t> ResolveField(Context& context, const syntax::Name& name) {
  if (name.text.empty() || context.schema == nullptr)
    return std::nullopt;
  const WithScope scope(context, context.schema);
  const Entry* entry = Resolve(context, name);
  if (entry == nullptr || entry->broken)
    return std::nullopt;
  if (entry->kind == NameKind::kField)
    return entry->index;
  Diagnostic& report = context.Report(
      DiagnosticKind::kWrongKindOfName, name.span,
      fmt::format("`{}` is {}, but a field must stand here", name.text, Describe(entry->kind)));
  report.secondary.push_back({entry->span, "declared here"});
  return std::nullopt;
}

void ReportDuplicate(Diagnostics& diagnostics, const syntax::Name& name, Span before) {
  Diagnostic& report = diagnostics.Report(DiagnosticKind::kDuplicateName, name.span,
                                          fmt::format("`{}` is declared twice", name.text));
  report.primary.text = "declared again here";
  report.secondary.push_back({before, "first declared here"});
  report.help = "give one of the two another name, or remove it";
}

std::string PlaceText(const SourceMap& sources, Span span) {
  const LineColumn at = sources.Locate(span.file, span.begin);
  return fmt::format("{}:{}:{}", sources.file(span.file).path, at.line, at.column);
}

std::string Quoted(const std::vector<std::string_view>& names) {
  constexpr std::size_t kShown = 5;
  std::string text;
  const std::size_t shown = names.size() > kShown + 1 ? kShown : names.size();
  for (std::size_t i = 0; i < shown; ++i) {
    if (i > 0)
      text += i + 1 == names.size() ? " and " : ", ";
    text += fmt::format("`{}`", names[i]);
  }
  if (shown < names.size())
    text += fmt::format(" and {} more", names.size() - shown);
  return text;
}

}  // namespace lq::check
