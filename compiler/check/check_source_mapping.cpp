#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_expression.h"
#include "compiler/check/check_type.h"
#include "compiler/check/source_context.h"

namespace lq::check {
namespace {

// The fields of a source, one after the other.
class Mappings {
 public:
  explicit Mappings(SourceContext& source)
      : source_(source), fields_(source.context.program->schema.fields), mapped_(fields_.size()) {}

  void Check(const syntax::FieldMapping& mapping) {
    const std::optional<std::uint32_t> index = ResolveField(source_.context, mapping.field);
    if (!index)
      return;
    if (mapped_[*index] != nullptr) {
      ReportAgain(mapping, *mapped_[*index]);
      return;
    }
    mapped_[*index] = &mapping;
    ir::SourceMapping checked;
    checked.field = *index;
    checked.span = mapping.span;
    const bool fits = CheckShape(mapping) && (mapping.constant ? CheckConstantOf(mapping, checked)
                                                               : CheckPlaces(mapping, checked));
    if (fits)
      source_.source.mappings.push_back(std::move(checked));
  }

  void CheckRequired() const {
    std::vector<std::string_view> names;
    std::vector<Span> places;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      if (!fields_[i].required || mapped_[i] != nullptr)
        continue;
      names.push_back(fields_[i].path);
      places.push_back(fields_[i].span);
    }
    if (names.empty())
      return;
    Diagnostic& report = ReportSource(
        source_, DiagnosticKind::kSourceRequired, source_.unit.name.span,
        fmt::format("the required field{} {} {} not mapped", names.size() == 1 ? "" : "s",
                    Quoted(names), names.size() == 1 ? "is" : "are"),
        "every lead of this source would be rejected",
        fmt::format("add a line such as `field {} from \"…\"`", names.front()));
    for (std::size_t i = 0; i < std::min(places.size(), kMostPlaces); ++i) {
      report.secondary.push_back({places[i], "required here"});
    }
  }

  // The source's name is among the sources of every field that names some.
  void CheckReports() const {
    std::vector<std::string_view> names;
    const ir::Field* first = nullptr;
    for (std::size_t i = 0; i < fields_.size(); ++i) {
      const std::vector<std::string>& known = fields_[i].sources;
      const bool allowed = known.empty() || std::find(known.begin(), known.end(),
                                                      source_.source.reports_as) != known.end();
      if (mapped_[i] == nullptr || allowed)
        continue;
      names.push_back(fields_[i].path);
      if (first == nullptr)
        first = &fields_[i];
    }
    if (first != nullptr)
      ReportUnknownSource(names, *first);
  }

 private:
  static constexpr std::size_t kMostPlaces = 3;

  Span ReportsSpan() const {
    Span span = source_.unit.name.span;
    ForEach<syntax::ReportsClause>(
        source_.unit, [&](const syntax::ReportsClause& reports) { span = reports.source.span; });
    return span;
  }

  void ReportUnknownSource(const std::vector<std::string_view>& names,
                           const ir::Field& first) const {
    const std::vector<std::string_view> known(first.sources.begin(), first.sources.end());
    Diagnostic& report =
        ReportSource(source_, DiagnosticKind::kSourceName, ReportsSpan(),
                     fmt::format("{} take{} no reports from `{}`", Quoted(names),
                                 names.size() == 1 ? "s" : "", source_.source.reports_as),
                     "who reports is named here",
                     fmt::format("write `reports as` with one of {}", Quoted(known)));
    report.secondary.push_back(
        {first.span, fmt::format("takes reports from {} only", Quoted(known))});
  }

  void ReportAgain(const syntax::FieldMapping& again, const syntax::FieldMapping& before) {
    Diagnostic& report =
        ReportSource(source_, DiagnosticKind::kSourceMapping, again.field.span,
                     fmt::format("`{}` is mapped twice", again.field.text), "again here",
                     "name all places in one line: `from \"A\" else \"B\"`");
    report.secondary.push_back({before.field.span, "first mapped here"});
  }

  // Of `from` and `is` there is one (none was reported by the parser), and a constant has nothing
  // to convert.
  bool CheckShape(const syntax::FieldMapping& mapping) {
    if (!mapping.constant)
      return !mapping.places.empty();
    const bool converts = !mapping.bands.empty() || !mapping.cases.empty() || mapping.by ||
                          mapping.times || !mapping.as.kind.text.empty();
    const std::string& name = mapping.field.text;
    if (!mapping.places.empty()) {
      ReportSource(source_, DiagnosticKind::kSourceMapping, mapping.field.span,
                   fmt::format("`{}` has both a {} and a constant", name, PlaceWord(source_)),
                   "two values for one field",
                   fmt::format("write `field {0} from \"…\"`, or `field {0} is …`", name));
    } else if (converts) {
      ReportSource(source_, DiagnosticKind::kSourceMapping, mapping.field.span,
                   fmt::format("`{}` is a constant, so there is nothing to convert", name),
                   "the same for every lead",
                   fmt::format("write `field {} is …` and nothing behind it", name));
    } else {
      return true;
    }
    return false;
  }

  bool CheckConstantOf(const syntax::FieldMapping& mapping, ir::SourceMapping& checked) {
    const ir::Field& field = fields_[checked.field];
    Expected expected;
    expected.type = &field.type;
    expected.what = fmt::format("`{}`", field.path);
    expected.declared = field.span;
    checked.constant = CheckConstant(source_.context, *mapping.constant, expected);
    return checked.constant.has_value();
  }

  bool CheckPlaces(const syntax::FieldMapping& mapping, ir::SourceMapping& checked) {
    const ir::Field& field = fields_[checked.field];
    for (const syntax::Literal& place : mapping.places) {
      if (const auto index = PlaceIndex(source_, place))
        checked.places.push_back(*index);
    }
    if (field.type.kind == TypeKind::kList && source_.source.format == ir::SourceFormat::kCsv)
      return ReportList(mapping, field);
    if (mapping.by && (!mapping.as.kind.text.empty() || mapping.times))
      return ReportTwoReadings(mapping);
    const bool reads = mapping.by ? CheckSourceFunction(source_, mapping, field, checked)
                                  : CheckSourceReading(source_, mapping, field, checked.as);
    return CheckSourceCases(source_, mapping, field, checked) && reads;
  }

  bool ReportList(const syntax::FieldMapping& mapping, const ir::Field& field) {
    Diagnostic& report = ReportSource(
        source_, DiagnosticKind::kSourceNeverFits, mapping.field.span,
        fmt::format("`{}` is {}, and a cell holds one text", field.path, TypeText(field.type)),
        "no cell can be a list",
        fmt::format("give it a constant, `field {} is [ … ]`, or leave it out", field.path));
    report.secondary.push_back({field.span, "declared here"});
    return false;
  }

  bool ReportTwoReadings(const syntax::FieldMapping& mapping) {
    ReportSource(source_, DiagnosticKind::kSourceMapping, mapping.by->span,
                 fmt::format("`{}` is read by a function and `{}` too", mapping.field.text,
                             mapping.times ? "times" : "as"),
                 "a function reads the text as it is", "remove one of the two");
    return false;
  }

  SourceContext& source_;
  const std::vector<ir::Field>& fields_;
  // By field: its first mapping.
  std::vector<const syntax::FieldMapping*> mapped_;
};

}  // namespace

void CheckSourceMappings(SourceContext& source) {
  Mappings mappings(source);
  ForEach<syntax::FieldMapping>(
      source.unit, [&](const syntax::FieldMapping& mapping) { mappings.Check(mapping); });
  mappings.CheckRequired();
  mappings.CheckReports();
}

}  // namespace lq::check
