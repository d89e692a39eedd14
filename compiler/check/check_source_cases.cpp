#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_expression.h"
#include "compiler/check/check_type.h"
#include "compiler/check/source_context.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

// One mapping's `where` and `band`.
class Cases {
 public:
  Cases(SourceContext& source, const ir::Field& field, ir::SourceMapping& checked)
      : source_(source), field_(field), checked_(checked) {
    type_ = OneValueOf(field.type);
    expected_.type = &type_;
    expected_.what = fmt::format("`{}`", field.path);
    expected_.declared = field.span;
  }

  bool CheckWhere(const syntax::WhereCase& where) {
    const std::optional<std::string> text = TextOf(where.text);
    const std::optional<Value> value = CheckConstant(source_.context, where.value, expected_);
    if (!text || !value)
      return false;
    checked_.cases.push_back({*text, false, *value, {}, {}});
    return true;
  }

  bool CheckBand(const syntax::BandCase& band) {
    const std::optional<std::string> text = TextOf(band.text);
    ir::SourceCase checked;
    checked.is_band = true;
    const bool ends = CheckEnd(band.low, checked.low) && CheckEnd(band.high, checked.high);
    if (!text || !ends)
      return false;
    if (checked.low && checked.high && *checked.low > *checked.high)
      return ReportReversed(band, checked);
    checked.text = *text;
    checked_.cases.push_back(std::move(checked));
    return true;
  }

  bool CheckOrdered(const syntax::FieldMapping& mapping) {
    if (mapping.bands.empty() || IsOrdered(field_.type.kind))
      return true;
    Diagnostic& report =
        ReportSource(source_, DiagnosticKind::kSourceNeverFits, mapping.bands.front().text.span,
                     fmt::format("a band is a range of numbers or dates, but `{}` is {}",
                                 field_.path, TypeText(field_.type)),
                     "never fits the field", "use `where` to say what each text means");
    report.secondary.push_back({field_.span, "declared here"});
    return false;
  }

 private:
  bool CheckEnd(const syntax::Expr& end, std::optional<std::int64_t>& number) {
    if (end.kind == syntax::ExprKind::kError)
      return true;
    const std::optional<Value> value = CheckConstant(source_.context, end, expected_);
    if (value)
      number = value->number();
    return value.has_value();
  }

  bool ReportReversed(const syntax::BandCase& band, const ir::SourceCase& checked) {
    ReportSource(source_, DiagnosticKind::kSourceCase, band.text.span,
                 fmt::format("the band {} to {} is empty",
                             ValueText(field_.type, Value::Number(*checked.low)),
                             ValueText(field_.type, Value::Number(*checked.high))),
                 "its lower end is above its upper end", "write the lower end first");
    return false;
  }

  // Nothing, and reported, when the text stands twice or means missing.
  std::optional<std::string> TextOf(const syntax::Literal& literal) {
    std::string text(Trim(literal.text));
    const std::vector<std::string>& missing = source_.source.missing;
    if (text.empty() || std::find(missing.begin(), missing.end(), text) != missing.end()) {
      ReportSource(source_, DiagnosticKind::kSourceCase, literal.span,
                   fmt::format("\"{}\" means that the field is missing", text),
                   "so this is never asked",
                   text.empty() ? "remove this case"
                                : "remove this case, or take the text out of `missing when`");
      return std::nullopt;
    }
    const auto [first, fresh] = texts_.try_emplace(text, literal.span);
    if (fresh)
      return text;
    Diagnostic& report = ReportSource(source_, DiagnosticKind::kSourceCase, literal.span,
                                      fmt::format("\"{}\" stands twice", text), "again here",
                                      "remove one of the two");
    report.secondary.push_back({first->second, "first here"});
    return std::nullopt;
  }

  SourceContext& source_;
  const ir::Field& field_;
  ir::SourceMapping& checked_;
  // Of one value.
  Type type_;
  Expected expected_;
  std::unordered_map<std::string, Span> texts_;
};

}  // namespace

bool CheckSourceCases(SourceContext& source, const syntax::FieldMapping& mapping,
                      const ir::Field& field, ir::SourceMapping& checked) {
  Cases cases(source, field, checked);
  if (!cases.CheckOrdered(mapping))
    return false;
  bool fits = true;
  for (const syntax::WhereCase& where : mapping.cases)
    fits = cases.CheckWhere(where) && fits;
  for (const syntax::BandCase& band : mapping.bands)
    fits = cases.CheckBand(band) && fits;
  return fits;
}

}  // namespace lq::check
