#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "compiler/diag/render.h"

namespace lq {
namespace {

using Json = nlohmann::ordered_json;

std::string_view SeverityText(Severity severity) {
  return severity == Severity::kError ? "error" : "warning";
}

void AddPlace(Json& json, Span span, const SourceMap& sources) {
  const LineColumn begin = sources.Locate(span.file, span.begin);
  const LineColumn end = sources.Locate(span.file, span.end);
  json["path"] = sources.file(span.file).path;
  json["line"] = begin.line;
  json["column"] = begin.column;
  json["end_line"] = end.line;
  json["end_column"] = end.column;
}

Json LabelJson(const Label& label, const SourceMap& sources) {
  Json json;
  AddPlace(json, label.span, sources);
  json["label"] = label.text;
  return json;
}

Json FixJson(const Fix& fix, const SourceMap& sources) {
  Json json;
  AddPlace(json, fix.span, sources);
  json["replacement"] = fix.replacement;
  json["certain"] = fix.certain;
  return json;
}

Json DiagnosticJson(const Diagnostic& diagnostic, const SourceMap& sources) {
  Json json;
  json["code"] = CodeText(diagnostic);
  if (diagnostic.kind == DiagnosticKind::kLint)
    json["rule"] = diagnostic.lint.rule;
  json["severity"] = SeverityText(SeverityOf(diagnostic));
  json["message"] = diagnostic.message;
  AddPlace(json, diagnostic.primary.span, sources);
  json["label"] = diagnostic.primary.text;
  json["secondary"] = Json::array();
  for (const Label& label : diagnostic.secondary)
    json["secondary"].push_back(LabelJson(label, sources));
  json["notes"] = diagnostic.notes;
  json["help"] = diagnostic.help;
  json["fixes"] = Json::array();
  for (const Fix& fix : diagnostic.fixes)
    json["fixes"].push_back(FixJson(fix, sources));
  return json;
}

}  // namespace

std::string RenderJsonItems(const Diagnostics& diagnostics, const SourceMap& sources) {
  std::string items;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    items += items.empty() ? "" : ",";
    items +=
        DiagnosticJson(diagnostic, sources).dump(-1, ' ', false, Json::error_handler_t::replace);
  }
  return items;
}

std::string RenderJson(const Diagnostics& diagnostics, const SourceMap& sources) {
  return fmt::format("{{\"version\":1,\"diagnostics\":[{}]}}",
                     RenderJsonItems(diagnostics, sources));
}

}  // namespace lq
