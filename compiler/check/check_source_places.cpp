#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_outcomes.h"
#include "compiler/check/source_context.h"
#include "runtime/value/text.h"

// Where in a payload a source looks: columns, parameters, paths.
namespace lq::check {
namespace {

bool ReadsJson(const SourceContext& source) {
  return source.source.format == ir::SourceFormat::kJson;
}

// Nothing, and reported, when it is no path.
std::optional<JsonPath> PathOf(SourceContext& source, const syntax::Literal& text) {
  std::string problem;
  std::optional<JsonPath> path = ParseJsonPath(Trim(text.text), problem);
  if (!path) {
    Diagnostic& report = ReportSource(
        source, DiagnosticKind::kSourcePath, text.span,
        fmt::format("the path \"{}\" {}", text.text, problem), "no path",
        "write it like `properties.email`, `answers[0].text` or `fields[name=email].value`");
    report.notes.push_back(
        "Names and values that hold a dot, a bracket or `=` stand in single quotes: `'a.b'.c`.");
  }
  return path;
}

bool ReportEachInPlace(SourceContext& source, const syntax::Literal& place) {
  ReportSource(source, DiagnosticKind::kSourcePath, place.span,
               "`[]` means every element, but a field has one place", "which of the elements?",
               "write `[0]`, or `[name=email]` for the element whose `name` is `email`; "
               "`each` makes a lead of every element");
  return false;
}

// Enters the path of a place in JSON. False when it is none (reported).
bool AddPath(SourceContext& source, const syntax::Literal& place, std::vector<JsonPath>& paths) {
  if (!ReadsJson(source))
    return true;
  std::optional<JsonPath> path = PathOf(source, place);
  if (!path)
    return false;
  if (HasEach(*path))
    return ReportEachInPlace(source, place);
  paths.push_back(std::move(*path));
  return true;
}

void AddIgnored(SourceContext& source, const std::string& name, const syntax::Literal& place) {
  if (AddPath(source, place, source.source.ignored_paths))
    source.source.ignored.push_back(name);
}

}  // namespace

std::string_view PlaceWord(const SourceContext& source) {
  switch (source.source.format) {
    case ir::SourceFormat::kCsv:
      return "column";
    case ir::SourceFormat::kJson:
      return "path";
    case ir::SourceFormat::kForm:
      return "parameter";
  }
  return {};
}

std::optional<std::uint32_t> PlaceIndex(SourceContext& source, const syntax::Literal& place) {
  const std::string name(Trim(place.text));
  const std::string_view word = PlaceWord(source);
  // What stands where a text was expected has been reported.
  if (place.span == Span())
    return std::nullopt;
  if (name.empty()) {
    ReportSource(source, DiagnosticKind::kSourceColumn, place.span,
                 fmt::format("a {}'s name is empty", word), "no name stands here",
                 ReadsJson(source) ? "write the path to the value, such as `properties.email`"
                                   : fmt::format("write the {}'s name as it is sent", word));
    return std::nullopt;
  }
  std::vector<std::string>& places = source.source.places;
  const auto found = std::find(places.begin(), places.end(), name);
  if (found != places.end())
    return static_cast<std::uint32_t>(found - places.begin());
  source.read_places.try_emplace(name, place.span);
  if (!AddPath(source, place, source.source.paths))
    return std::nullopt;
  places.push_back(name);
  return static_cast<std::uint32_t>(places.size() - 1);
}

void CheckSourceEach(SourceContext& source) {
  const auto* each = OnlyStatement<syntax::EachClause>(source.context, source.unit, "each");
  if (each == nullptr)
    return;
  if (!ReadsJson(source)) {
    ReportSource(source, DiagnosticKind::kSourcePath, each->span,
                 "`each` goes over the elements of a JSON list", "the format is not JSON",
                 source.source.format == ir::SourceFormat::kCsv
                     ? "leave it out: every row of a CSV file is one lead"
                     : "leave it out: the body of a form is one lead");
    return;
  }
  std::optional<JsonPath> path = PathOf(source, each->path);
  if (!path)
    return;
  if (!HasEach(*path)) {
    ReportSource(source, DiagnosticKind::kSourcePath, each->path.span,
                 fmt::format("\"{}\" does not say whose elements are leads", each->path.text),
                 "no `[]`",
                 fmt::format("write `[]` behind the list: `each \"{}[]\"`", each->path.text));
    return;
  }
  source.source.each = std::move(*path);
  source.source.each_text = each->path.text;
}

void CheckSourceIgnores(SourceContext& source) {
  std::unordered_map<std::string, Span> ignored;
  ForEach<syntax::IgnoreClause>(source.unit, [&](const syntax::IgnoreClause& clause) {
    for (const syntax::Literal& place : clause.places) {
      const std::string name(Trim(place.text));
      const auto read = source.read_places.find(name);
      const auto [first, fresh] = ignored.try_emplace(name, place.span);
      if (read == source.read_places.end() && fresh) {
        AddIgnored(source, name, place);
        continue;
      }
      const bool is_read = read != source.read_places.end();
      Diagnostic& report =
          ReportSource(source, DiagnosticKind::kSourceColumn, place.span,
                       fmt::format("the {} \"{}\" is ignored {}", PlaceWord(source), name,
                                   is_read ? "and read" : "twice"),
                       is_read ? "ignored here" : "again here", "remove it from this list");
      report.secondary.push_back(is_read ? Label{read->second, "read here"}
                                         : Label{first->second, "ignored here"});
    }
  });
}

}  // namespace lq::check
