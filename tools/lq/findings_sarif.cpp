#include <map>
#include <nlohmann/json.hpp>

#include "compiler/lint/rule.h"
#include "tools/lq/findings_format.h"

namespace lq::tool {
namespace {

using Json = nlohmann::ordered_json;

class SarifFormat : public FindingsFormat {
 public:
  void Take(const Diagnostics& diagnostics, const SourceMap& sources) override {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      AddRule(diagnostic);
      results_.push_back(Result(diagnostic, sources));
    }
  }

  std::string Print() const override {
    Json driver = {{"name", "lq"}, {"version", LQ_VERSION}, {"rules", Json::array()}};
    for (const auto& [code, rule] : rules_) {
      driver["rules"].push_back(rule);
    }
    Json run = {
        {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", results_}};
    const Json log = {{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                      {"version", "2.1.0"},
                      {"runs", Json::array({run})}};
    return log.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

 private:
  void AddRule(const Diagnostic& diagnostic) {
    Json& rule = rules_[CodeOf(diagnostic)];
    if (!rule.is_null()) {
      return;
    }
    const bool lint = diagnostic.kind == DiagnosticKind::kLint;
    rule["id"] = CodeText(diagnostic);
    rule["name"] = lint ? diagnostic.lint.rule : Describe(diagnostic.kind).name;
    rule["shortDescription"]["text"] =
        lint ? lint::FindRule(diagnostic.lint.rule)->summary : Describe(diagnostic.kind).summary;
  }

  static Json Region(Span span, const SourceMap& sources) {
    const LineColumn begin = sources.Locate(span.file, span.begin);
    const LineColumn end = sources.Locate(span.file, span.end);
    return {{"startLine", begin.line},
            {"startColumn", begin.column},
            {"endLine", end.line},
            {"endColumn", end.column}};
  }

  static Json Artifact(Span span, const SourceMap& sources) {
    return {{"uri", UriOf(sources.file(span.file).path)}};
  }

  static Json Location(Span span, const SourceMap& sources) {
    return {{"physicalLocation",
             {{"artifactLocation", Artifact(span, sources)}, {"region", Region(span, sources)}}}};
  }

  static Json FixOf(const Fix& fix, const Diagnostic& diagnostic, const SourceMap& sources) {
    const Json replacement = {{"deletedRegion", Region(fix.span, sources)},
                              {"insertedContent", {{"text", fix.replacement}}}};
    const Json change = {{"artifactLocation", Artifact(fix.span, sources)},
                         {"replacements", Json::array({replacement})}};
    return {{"description", {{"text", diagnostic.help}}},
            {"artifactChanges", Json::array({change})}};
  }

  static Json Result(const Diagnostic& diagnostic, const SourceMap& sources) {
    Json result;
    result["ruleId"] = CodeText(diagnostic);
    result["level"] = SeverityOf(diagnostic) == Severity::kError ? "error" : "warning";
    result["message"]["text"] = WholeMessage(diagnostic);
    result["locations"] = Json::array({Location(diagnostic.primary.span, sources)});
    for (const Label& label : diagnostic.secondary) {
      Json related = Location(label.span, sources);
      related["message"]["text"] = label.text;
      result["relatedLocations"].push_back(std::move(related));
    }
    for (const Fix& fix : diagnostic.fixes) {
      result["fixes"].push_back(FixOf(fix, diagnostic, sources));
    }
    return result;
  }

  // By code.
  std::map<int, Json> rules_;
  Json results_ = Json::array();
};

}  // namespace

std::unique_ptr<FindingsFormat> MakeSarifFormat() { return std::make_unique<SarifFormat>(); }

}  // namespace lq::tool
