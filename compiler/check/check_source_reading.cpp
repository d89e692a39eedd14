#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_type.h"
#include "compiler/check/source_context.h"
#include "runtime/value/date.h"

namespace lq::check {
namespace {

using ir::SourceReading;

bool IsNumber(TypeKind kind) {
  return kind == TypeKind::kInteger || kind == TypeKind::kDecimal || kind == TypeKind::kMoney ||
         kind == TypeKind::kPercent;
}

// What is read, for messages: "`visits`".
struct ReadTarget {
  Type type;
  std::string what;
  std::optional<Span> declared;
  // `as date` fits.
  bool takes_dates = false;
};

// One `as` and `times`.
class Reading {
 public:
  Reading(SourceContext& source, const ReadTarget& target, ir::SourceConversion& checked)
      : source_(source), target_(target), checked_(checked) {}

  bool CheckAs(const syntax::Conversion& conversion) {
    as_ = &conversion;
    const std::string_view as = conversion.kind.text;
    if (as.empty())
      return true;
    if (as == "number")
      return CheckNumber();
    if (as == "date")
      return CheckLayout(SourceReading::kDate, target_.takes_dates, "a date");
    if (as == "instant") {
      return CheckLayout(SourceReading::kInstant, Kind() == TypeKind::kInstant, "an instant") &&
             CheckZone();
    }
    if (as == "unix")
      return CheckUnix();
    Diagnostic& report =
        ReportSource(source_, DiagnosticKind::kSourceConversion, conversion.kind.span,
                     fmt::format("nothing can be read `as {}`", as), "no way to read a text",
                     "write `as number`, `as date`, `as instant` or `as unix`");
    const std::string_view nearest = NearestName(as, {"number", "date", "instant", "unix"});
    if (!nearest.empty())
      report.fixes.push_back({conversion.kind.span, std::string(nearest), false});
    return false;
  }

  bool CheckTimes(const std::optional<syntax::Literal>& times) {
    if (!times)
      return true;
    if (!IsNumber(Kind()))
      return NeverFits(times->span, "`times` gives a number");
    if (checked_.reading != SourceReading::kText && checked_.reading != SourceReading::kNumber)
      return true;
    checked_.factor = ParseDecimalFactor(times->text);
    if (checked_.factor)
      return true;
    ReportSource(source_, DiagnosticKind::kSourceConversion, times->span,
                 fmt::format("`{}` is no factor that lq can multiply by exactly", times->text),
                 "more than 18 digits", "write a shorter number");
    return false;
  }

 private:
  TypeKind Kind() const { return target_.type.kind; }

  bool NeverFits(Span span, std::string_view gives) {
    Diagnostic& report =
        ReportSource(source_, DiagnosticKind::kSourceNeverFits, span,
                     fmt::format("{}, but {} is {}", gives, target_.what, TypeText(target_.type)),
                     "never fits", "remove it, or read another place");
    if (target_.declared)
      report.secondary.push_back({*target_.declared, "declared here"});
    return false;
  }

  // The text after `as number`, `as date`, `as instant`; null and reported when there is none.
  const syntax::Literal* Format(std::string_view example) {
    if (as_->format)
      return &*as_->format;
    ReportSource(source_, DiagnosticKind::kSourceConversion, as_->kind.span,
                 fmt::format("`as {}` does not say how it is written", as_->kind.text),
                 "an example is missing",
                 fmt::format("write `as {} \"{}\"`", as_->kind.text, example));
    return nullptr;
  }

  bool CheckNumber() {
    if (!IsNumber(Kind()))
      return NeverFits(as_->kind.span, "`as number` gives a number");
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
      return NeverFits(as_->kind.span, fmt::format("`as {}` gives {}", as_->kind.text, what));
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
    if (!as_->zone)
      return true;
    checked_.zone = stdlib::FindTimeZone(as_->zone->text);
    if (checked_.zone == nullptr)
      return ReportZone(*as_->zone);
    const auto& steps = checked_.layout.steps;
    const bool says_offset = std::any_of(steps.begin(), steps.end(), [](const auto& step) {
      return step.part == DateLayout::Part::kOffset;
    });
    if (!says_offset)
      return true;
    ReportSource(source_, DiagnosticKind::kSourceConversion, as_->zone->span,
                 "the times say their offset from UTC themselves, by `%z`", "so no zone is needed",
                 fmt::format("remove `in \"{}\"`", as_->zone->text));
    return false;
  }

  bool ReportZone(const syntax::Literal& zone) {
    const std::vector<std::string_view> names = stdlib::TimeZoneNames();
    const std::string_view nearest = NearestName(zone.text, names);
    Diagnostic& report = ReportSource(
        source_, DiagnosticKind::kSourceZone, zone.span,
        fmt::format("there is no time zone \"{}\"", zone.text),
        nearest.empty() ? "not known" : fmt::format("did you mean \"{}\"?", nearest),
        "name a city, `in \"Europe/Berlin\"`, or read the offset with `%z` where there is one");
    if (!nearest.empty())
      report.fixes.push_back({zone.span, fmt::format("\"{}\"", nearest), false});
    return false;
  }

  bool CheckUnix() {
    const std::string_view unit = as_->unit.text;
    if (unit != "seconds" && unit != "milliseconds") {
      ReportSource(source_, DiagnosticKind::kSourceConversion,
                   unit.empty() ? as_->kind.span : as_->unit.span,
                   "`as unix` does not say what it counts", "seconds or milliseconds?",
                   "write `as unix seconds` or `as unix milliseconds`");
      return false;
    }
    const bool fits = Kind() == TypeKind::kInstant || Kind() == TypeKind::kDate;
    if (!fits)
      return NeverFits(as_->kind.span, "`as unix` gives an instant");
    checked_.reading =
        unit == "seconds" ? SourceReading::kUnixSeconds : SourceReading::kUnixMilliseconds;
    return true;
  }

  SourceContext& source_;
  const ReadTarget& target_;
  ir::SourceConversion& checked_;
  const syntax::Conversion* as_ = nullptr;
};

}  // namespace

bool CheckSourceReading(SourceContext& source, const syntax::FieldMapping& mapping,
                        const ir::Field& field, ir::SourceConversion& checked) {
  ReadTarget target;
  target.type = OneValueOf(field.type);
  target.what = fmt::format("`{}`", field.path);
  target.declared = field.span;
  target.takes_dates = field.type.kind == TypeKind::kDate;
  Reading reading(source, target, checked);
  return reading.CheckAs(mapping.as) && reading.CheckTimes(mapping.times);
}

void CheckReportTime(SourceContext& source, const syntax::AtClause& at) {
  ReadTarget target;
  target.type.kind = TypeKind::kInstant;
  target.type.low = kFirstInstant;
  target.type.high = kLastInstant;
  target.what = "the time of the reports";
  target.takes_dates = true;
  source.source.at = PlaceIndex(source, at.from);
  Reading(source, target, source.source.at_as).CheckAs(at.as);
}

}  // namespace lq::check
