#include <fmt/format.h>

#include "compiler/check/check_type.h"
#include "compiler/check/source_context.h"

namespace lq::check {
namespace {

using ir::SourceReading;

bool IsNumber(TypeKind kind) {
  return kind == TypeKind::kInteger || kind == TypeKind::kDecimal || kind == TypeKind::kMoney ||
         kind == TypeKind::kPercent;
}

// One mapping's `as` and `times`.
class Reading {
 public:
  Reading(SourceContext& source, const syntax::FieldMapping& mapping, const ir::Field& field,
          ir::SourceMapping& checked)
      : source_(source), mapping_(mapping), field_(field), checked_(checked) {}

  bool CheckAs() {
    const std::string_view as = mapping_.as.text;
    if (as.empty())
      return true;
    if (as == "number")
      return CheckNumber();
    if (as == "date")
      return CheckLayout(SourceReading::kDate, field_.type.kind == TypeKind::kDate, "a date");
    if (as == "instant") {
      return CheckLayout(SourceReading::kInstant, field_.type.kind == TypeKind::kInstant,
                         "an instant") &&
             CheckZone();
    }
    if (as == "unix")
      return CheckUnix();
    Diagnostic& report =
        ReportSource(source_, DiagnosticKind::kSourceConversion, mapping_.as.span,
                     fmt::format("nothing can be read `as {}`", as), "no way to read a text",
                     "write `as number`, `as date`, `as instant` or `as unix`");
    const std::string_view nearest = NearestName(as, {"number", "date", "instant", "unix"});
    if (!nearest.empty())
      report.fixes.push_back({mapping_.as.span, std::string(nearest), false});
    return false;
  }

  bool CheckTimes() {
    if (!mapping_.times)
      return true;
    if (!IsNumber(field_.type.kind))
      return NeverFits(mapping_.times->span, "`times` gives a number");
    if (checked_.reading != SourceReading::kText && checked_.reading != SourceReading::kNumber)
      return true;
    checked_.factor = ParseDecimalFactor(mapping_.times->text);
    if (checked_.factor)
      return true;
    ReportSource(
        source_, DiagnosticKind::kSourceConversion, mapping_.times->span,
        fmt::format("`{}` is no factor that lq can multiply by exactly", mapping_.times->text),
        "more than 18 digits", "write a shorter number");
    return false;
  }

 private:
  bool NeverFits(Span span, std::string_view gives) {
    Diagnostic& report =
        ReportSource(source_, DiagnosticKind::kSourceNeverFits, span,
                     fmt::format("{}, but `{}` is {}", gives, field_.path, TypeText(field_.type)),
                     "never fits the field", "remove it, or map the column onto another field");
    report.secondary.push_back({field_.span, "declared here"});
    return false;
  }

  // The text after `as number`, `as date`, `as instant`; null and reported when there is none.
  const syntax::Literal* Format(std::string_view example) {
    if (mapping_.as_format)
      return &*mapping_.as_format;
    ReportSource(source_, DiagnosticKind::kSourceConversion, mapping_.as.span,
                 fmt::format("`as {}` does not say how it is written", mapping_.as.text),
                 "an example is missing",
                 fmt::format("write `as {} \"{}\"`", mapping_.as.text, example));
    return nullptr;
  }

  bool CheckNumber() {
    if (!IsNumber(field_.type.kind))
      return NeverFits(mapping_.as.span, "`as number` gives a number");
    const syntax::Literal* sample = Format("1,234.56");
    if (sample == nullptr)
      return false;
    std::string problem;
    const std::optional<NumberMarks> marks = ParseNumberSample(sample->text, problem);
    if (!marks) {
      ReportSource(source_, DiagnosticKind::kSourceConversion, sample->span,
                   fmt::format("the sample \"{}\" {}", sample->text, problem),
                   "does not tell the separators apart",
                   "write a number with both separators, such as `as number \"1,234.56\"`");
      return false;
    }
    checked_.reading = SourceReading::kNumber;
    checked_.marks = *marks;
    return true;
  }

  bool CheckLayout(SourceReading reading, bool fits, std::string_view what) {
    if (!fits)
      return NeverFits(mapping_.as.span, fmt::format("`as {}` gives {}", mapping_.as.text, what));
    const syntax::Literal* format =
        Format(reading == SourceReading::kDate ? "%d/%m/%Y" : "%d/%m/%Y %H:%M");
    if (format == nullptr)
      return false;
    std::string problem;
    std::optional<DateLayout> layout = ParseDateLayout(format->text, problem);
    if (!layout) {
      ReportSource(
          source_, DiagnosticKind::kSourceConversion, format->span,
          fmt::format("\"{}\" {}", format->text, problem), "says too little or too much",
          "write it with `%d` day, `%m` month, `%Y` year, `%H` hour, `%M` minute and `%S` second");
      return false;
    }
    checked_.reading = reading;
    checked_.layout = std::move(*layout);
    checked_.layout_text = format->text;
    return true;
  }

  bool CheckZone() {
    if (!mapping_.as_zone || mapping_.as_zone->text == "UTC")
      return true;
    ReportUnavailable(source_, mapping_.as_zone->span, "times of other zones than UTC",
                      "write `in \"UTC\"`, or read the offset with `%z` where the file has one");
    return false;
  }

  bool CheckUnix() {
    const std::string_view unit = mapping_.as_unit.text;
    if (unit != "seconds" && unit != "milliseconds") {
      ReportSource(source_, DiagnosticKind::kSourceConversion,
                   unit.empty() ? mapping_.as.span : mapping_.as_unit.span,
                   "`as unix` does not say what it counts", "seconds or milliseconds?",
                   "write `as unix seconds` or `as unix milliseconds`");
      return false;
    }
    const bool fits = field_.type.kind == TypeKind::kInstant || field_.type.kind == TypeKind::kDate;
    if (!fits)
      return NeverFits(mapping_.as.span, "`as unix` gives an instant");
    checked_.reading =
        unit == "seconds" ? SourceReading::kUnixSeconds : SourceReading::kUnixMilliseconds;
    return true;
  }

  SourceContext& source_;
  const syntax::FieldMapping& mapping_;
  const ir::Field& field_;
  ir::SourceMapping& checked_;
};

}  // namespace

bool CheckSourceReading(SourceContext& source, const syntax::FieldMapping& mapping,
                        const ir::Field& field, ir::SourceMapping& checked) {
  Reading reading(source, mapping, field, checked);
  return reading.CheckAs() && reading.CheckTimes();
}

}  // namespace lq::check
