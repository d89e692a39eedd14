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
  if (format.text.empty() || format.text == "csv")
    return;
  if (format.text == "json" || format.text == "form") {
    ReportUnavailable(source, format.span, fmt::format("`format {}`", format.text),
                      "send the leads as CSV, or as canonical JSON without a source");
    return;
  }
  Diagnostic& report =
      ReportSource(source, DiagnosticKind::kSourceFormat, format.span,
                   fmt::format("`{}` is no format that a source can have", format.text), "",
                   "write `format csv`");
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
                 "add the line `format csv`");
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

void CheckEach(SourceContext& source) {
  ForEach<syntax::EachClause>(source.unit, [&](const syntax::EachClause& each) {
    ReportUnavailable(source, each.span, "`each`",
                      "leave it out: every row of a CSV file is one lead");
  });
}

}  // namespace

void ReportUnavailable(SourceContext& source, Span span, std::string_view what,
                       std::string instead) {
  Diagnostic& report = ReportSource(source, DiagnosticKind::kSourceUnavailable, span,
                                    fmt::format("this version of lq cannot run {} yet", what),
                                    "not available yet", std::move(instead));
  report.notes.push_back("It belongs to the language, and will run with a later version of lq.");
}

void CheckSourceHeader(SourceContext& source) {
  CheckGives(source);
  CheckFormat(source);
  CheckMissing(source);
  CheckReportsAs(source);
  CheckEach(source);
  const auto* id = OnlyStatement<syntax::LeadIdClause>(source.context, source.unit, "lead id");
  if (id != nullptr)
    source.source.lead_id = PlaceIndex(source, id->from);
  const auto* at = OnlyStatement<syntax::AtClause>(source.context, source.unit, "at");
  if (at != nullptr)
    source.source.at = PlaceIndex(source, at->from);
}

void CheckSourceIgnores(SourceContext& source) {
  std::unordered_map<std::string, Span> ignored;
  ForEach<syntax::IgnoreClause>(source.unit, [&](const syntax::IgnoreClause& clause) {
    for (const syntax::Literal& place : clause.places) {
      const std::string name(Trim(place.text));
      const auto read = source.read_places.find(name);
      const auto [first, fresh] = ignored.try_emplace(name, place.span);
      if (read == source.read_places.end() && fresh) {
        source.source.ignored.push_back(name);
        continue;
      }
      const bool is_read = read != source.read_places.end();
      Diagnostic& report = ReportSource(
          source, DiagnosticKind::kSourceColumn, place.span,
          fmt::format("the column \"{}\" is ignored {}", name, is_read ? "and read" : "twice"),
          is_read ? "ignored here" : "again here", "remove it from this list");
      report.secondary.push_back(is_read ? Label{read->second, "read here"}
                                         : Label{first->second, "ignored here"});
    }
  });
}

}  // namespace lq::check
