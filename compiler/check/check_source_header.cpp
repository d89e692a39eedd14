#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "compiler/check/check_outcomes.h"
#include "compiler/check/source_context.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

constexpr std::array<std::string_view, 3> kFormats = {"csv", "json", "form"};

void CheckGives(SourceContext& source) {
  if (OnlyStatement<syntax::GivesClause>(source.context, source.unit, "gives") != nullptr)
    return;
  Diagnostic& report =
      ReportSource(source, DiagnosticKind::kSourceSchema, source.unit.name.span,
                   "the source does not say which leads it gives", "no `gives` below it",
                   "add a line such as `gives lead`, with the name of a schema");
  report.notes.push_back("A source is checked against the schema whose fields it fills.");
}

bool IsSeparator(std::string_view text) {
  if (text.size() != 1)
    return false;
  const char c = text[0];
  const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
  return static_cast<unsigned char>(c) < 127 && !letter && c != '"' && c != '\'' && c != ' ' &&
         (c > ' ' || c == '\t');
}

void CheckSeparator(SourceContext& source, const syntax::Literal& separator) {
  if (source.source.format != ir::SourceFormat::kCsv) {
    ReportSource(source, DiagnosticKind::kSourceFormat, separator.span, "only CSV has a separator",
                 "nothing is separated by it", "remove `separator`, or write `format csv`");
    return;
  }
  if (IsSeparator(separator.text)) {
    source.source.separator = separator.text[0];
    return;
  }
  Diagnostic& report =
      ReportSource(source, DiagnosticKind::kSourceFormat, separator.span,
                   fmt::format("\"{}\" cannot separate the cells of a row", separator.text),
                   "not one sign such as `;`", "write `separator \";\"`, or leave it out");
  report.notes.push_back(
      "Without `separator` lq finds out whether it is a comma, `;`, a tab or `|`.");
}

void CheckFormatName(SourceContext& source, const syntax::Name& format) {
  const auto found = std::find(kFormats.begin(), kFormats.end(), format.text);
  if (format.text.empty() || found != kFormats.end()) {
    source.source.format = format.text == "json"   ? ir::SourceFormat::kJson
                           : format.text == "form" ? ir::SourceFormat::kForm
                                                   : ir::SourceFormat::kCsv;
    return;
  }
  Diagnostic& report =
      ReportSource(source, DiagnosticKind::kSourceFormat, format.span,
                   fmt::format("`{}` is no format that a source can have", format.text), "",
                   "write `format csv`, `format json` or `format form`");
  const std::string_view nearest = NearestName(format.text, {kFormats.begin(), kFormats.end()});
  if (nearest.empty())
    return;
  report.primary.text = fmt::format("did you mean `{}`?", nearest);
  report.fixes.push_back({format.span, std::string(nearest), false});
}

void CheckFormat(SourceContext& source) {
  const auto* format = OnlyStatement<syntax::FormatClause>(source.context, source.unit, "format");
  if (format == nullptr) {
    ReportSource(source, DiagnosticKind::kSourceFormat, source.unit.name.span,
                 "the source does not say what it reads", "no `format` below it",
                 "add the line `format csv`, `format json` or `format form`");
    return;
  }
  CheckFormatName(source, format->format);
  if (format->separator)
    CheckSeparator(source, *format->separator);
}

void CheckMissing(SourceContext& source) {
  const auto* missing =
      OnlyStatement<syntax::MissingClause>(source.context, source.unit, "missing when");
  if (missing == nullptr)
    return;
  for (const syntax::Literal& text : missing->texts)
    source.source.missing.emplace_back(Trim(text.text));
}

void CheckReportsAs(SourceContext& source) {
  source.source.reports_as = source.unit.name.text;
  const auto* reports =
      OnlyStatement<syntax::ReportsClause>(source.context, source.unit, "reports as");
  if (reports != nullptr && !reports->source.text.empty())
    source.source.reports_as = reports->source.text;
}

}  // namespace

void CheckSourceHeader(SourceContext& source) {
  CheckGives(source);
  CheckFormat(source);
  CheckMissing(source);
  CheckReportsAs(source);
  CheckSourceEach(source);
  const auto* id = OnlyStatement<syntax::LeadIdClause>(source.context, source.unit, "lead id");
  if (id != nullptr)
    source.source.lead_id = PlaceIndex(source, id->from);
  const auto* at = OnlyStatement<syntax::AtClause>(source.context, source.unit, "at");
  if (at != nullptr)
    CheckReportTime(source, *at);
}

}  // namespace lq::check
