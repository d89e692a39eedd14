#include "compiler/check/check_field.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_literal.h"
#include "compiler/check/check_type.h"

namespace lq::check {
namespace {

// Longer than any two dates are apart.
constexpr std::int64_t kMostDays = 4'000'000;

class FieldChecker {
 public:
  FieldChecker(Context& context, const syntax::FieldDeclaration& declaration, ir::Field& field)
      : context_(context), declaration_(declaration), field_(field) {}

  // False when its type is not known.
  bool Run() {
    const std::optional<Type> type = CheckType(context_, declaration_.type);
    if (type)
      field_.type = *type;
    Presence();
    Sources();
    Stale();
    field_.identifies = declaration_.identifies;
    field_.is_protected = declaration_.is_protected;
    field_.invalid_is_missing = declaration_.invalid_as_missing;
    if (declaration_.ask)
      field_.question = declaration_.ask->text;
    return type.has_value();
  }

 private:
  void Presence() {
    field_.required = declaration_.required;
    if (declaration_.required != declaration_.optional)
      return;
    const std::string& name = declaration_.name.text;
    if (!declaration_.required) {
      // What follows a type that breaks off may have been lost with it.
      if (TypeBreaksOff())
        return;
      Diagnostic& report =
          context_.Report(DiagnosticKind::kFieldPresence, declaration_.name.span,
                          fmt::format("`{}` is neither `required` nor `optional`", name));
      report.notes.push_back(
          "A lead without a required field is rejected; an optional one may be missing.");
      report.help = "write `required` or `optional` after its type";
      return;
    }
    Diagnostic& report =
        context_.Report(DiagnosticKind::kFieldPresence, declaration_.optional_span,
                        fmt::format("`{}` is both `required` and `optional`", name));
    report.secondary.push_back({declaration_.required_span, "required here"});
    report.help = "remove one of the two";
  }

  bool TypeBreaksOff() const {
    const std::vector<syntax::Expr>& range = declaration_.type.range;
    return declaration_.type.name.text.empty() ||
           std::any_of(range.begin(), range.end(), [](const syntax::Expr& end) {
             return end.kind == syntax::ExprKind::kError;
           });
  }

  void Sources() {
    for (const syntax::Name& source : declaration_.sources) {
      if (source.text.empty())
        continue;
      if (std::find(field_.sources.begin(), field_.sources.end(), source.text) ==
          field_.sources.end()) {
        field_.sources.push_back(source.text);
        continue;
      }
      Diagnostic& report =
          context_.Report(DiagnosticKind::kFieldClause, source.span,
                          fmt::format("`{}` stands twice among the sources", source.text));
      report.help = "remove one of the two";
    }
    using Disagree = syntax::FieldDeclaration::Disagree;
    field_.keep_both = declaration_.disagree == Disagree::kKeepBoth;
    if (declaration_.disagree != Disagree::kTrustFirst || !declaration_.sources.empty())
      return;
    Diagnostic& report =
        context_.Report(DiagnosticKind::kFieldClause, declaration_.name.span,
                        fmt::format("`{}` trusts the first of its sources, but names none",
                                    declaration_.name.text));
    report.notes.push_back("Without `sources` any source may report, and all count alike.");
    report.help = "add `sources` with the best source first, as in `sources crm, form`";
  }

  void Stale() {
    if (!declaration_.stale_after)
      return;
    const syntax::Literal& days = *declaration_.stale_after;
    if (declaration_.required) {
      Diagnostic& report = context_.Report(
          DiagnosticKind::kFieldClause, days.span,
          fmt::format("`{}` is required, so it cannot go stale", declaration_.name.text));
      report.notes.push_back(
          "A stale report counts as missing, and a required field is never missing.");
      report.help = "make the field optional, or leave `stale after` out";
      return;
    }
    const std::optional<std::int64_t> number = WholeNumber(days.text);
    if (number && *number >= 0 && *number <= kMostDays) {
      field_.stale_after_days = *number;
      return;
    }
    Diagnostic& report = context_.Report(DiagnosticKind::kFieldClause, days.span,
                                         fmt::format("`{}` is no number of days", days.text));
    report.help = "write a whole number, as in `stale after 365 days`";
  }

  Context& context_;
  const syntax::FieldDeclaration& declaration_;
  ir::Field& field_;
};

}  // namespace

void CheckField(Context& context, const syntax::FieldDeclaration& declaration, Entry& entry) {
  ir::Field& field = context.program->schema.fields[entry.index];
  entry.broken = !FieldChecker(context, declaration, field).Run();
  if (context.deprecated.size() <= entry.index)
    context.deprecated.resize(entry.index + 1, nullptr);
  if (!declaration.deprecated_since)
    return;
  context.deprecated[entry.index] = &declaration;
  // The field to use instead must be there.
  ResolveField(context, declaration.deprecated_use);
}

void WarnDeprecated(Context& context, const Entry& field, const syntax::Name& name) {
  const syntax::FieldDeclaration* declaration =
      field.index < context.deprecated.size() ? context.deprecated[field.index] : nullptr;
  if (declaration == nullptr)
    return;
  const std::string& instead = declaration->deprecated_use.text;
  Diagnostic& report = context.Report(DiagnosticKind::kDeprecatedRead, name.span,
                                      fmt::format("`{}` is deprecated since version {}", name.text,
                                                  declaration->deprecated_since->text));
  report.secondary.push_back({declaration->name.span, "declared here"});
  if (!instead.empty())
    report.help = fmt::format("read `{}` instead", instead);
}

}  // namespace lq::check
