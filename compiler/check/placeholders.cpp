#include "compiler/check/placeholders.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/check/check_expression.h"
#include "compiler/check/content_text.h"
#include "compiler/check/fields_read.h"

namespace lq::check {
namespace {

class TextChecker {
 public:
  TextChecker(Context& context, const syntax::ContentDeclaration& content,
              const std::vector<ReasonArm>* arms)
      : context_(context),
        content_(content),
        arms_(arms),
        offsets_(WrittenOffsets(context.sources.Text(content.text.span))) {}

  std::vector<ir::TextPart> Check() {
    const ContentPieces parsed = ParseContent(content_.text.text);
    for (const ContentProblem& problem : parsed.problems)
      ReportForm(problem);
    for (const ContentPiece& piece : parsed.pieces) {
      if (piece.is_placeholder) {
        AddPlaceholder(piece);
      } else {
        parts_.push_back({piece.text, ir::kNone, false});
      }
    }
    return std::move(parts_);
  }

 private:
  Span PlaceOf(std::size_t begin, std::size_t size) const {
    const Span all = content_.text.span;
    const auto place = [&](std::size_t offset) {
      return all.begin + offsets_[std::min(offset, offsets_.size() - 1)];
    };
    return {all.file, place(begin), place(begin + size)};
  }

  void ReportForm(const ContentProblem& problem) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kPlaceholderForm, PlaceOf(problem.begin, 1),
                        fmt::format("the placeholder {}", problem.text));
    report.primary.text = "begins here";
    report.notes.push_back(
        "A placeholder is `{name}` or `{name else 'what stands in for it'}`; `{{` is a brace.");
    report.help = "close it with `}`, or write `{{` for a brace in the text";
  }

  void AddPlaceholder(const ContentPiece& piece) {
    const Span span = PlaceOf(piece.name_begin, piece.name.size());
    const Subject subject = SubjectOf(context_, {piece.name, span});
    if (subject.kind == Subject::Kind::kNone)
      return;
    if (subject.kind != Subject::Kind::kValue)
      return ReportSubject(piece, span, subject);
    if (!piece.has_fallback)
      CheckKnown(piece, span, subject);
    parts_.push_back({piece.text, subject.expr, piece.has_fallback});
  }

  void ReportSubject(const ContentPiece& piece, Span span, const Subject& subject) {
    const bool toggle = subject.kind == Subject::Kind::kToggle;
    Diagnostic& report = context_.Report(DiagnosticKind::kPlaceholderSubject, span,
                                         fmt::format("`{}` is {}, which has no text", piece.name,
                                                     toggle ? "a toggle" : "a condition"));
    report.primary.text = "cannot stand in a text";
    report.secondary.push_back({subject.declared, "declared here"});
    report.notes.push_back(
        "A placeholder names a field, a derived value, a score, a table or a lookup.");
    report.help = "name the value that it is about, or write two texts for two reasons";
  }

  // Fields that the value reads and that may be missing in some decision.
  std::vector<std::uint32_t> OptionalFields(ir::ExprId expr) const {
    std::vector<std::uint32_t> fields = FieldsRead(*context_.program, expr);
    std::erase_if(fields, [&](std::uint32_t field) {
      return context_.program->schema.fields[field].required;
    });
    return fields;
  }

  void CheckKnown(const ContentPiece& piece, Span span, const Subject& subject) {
    const std::vector<std::uint32_t> fields = OptionalFields(subject.expr);
    if (fields.empty())
      return;
    if (arms_ == nullptr)
      return ReportUnknown(piece, span, subject, {});
    for (const ReasonArm& arm : *arms_) {
      const std::vector<std::uint32_t> known = KnownFields(*context_.program, arm);
      if (std::includes(known.begin(), known.end(), fields.begin(), fields.end()))
        continue;
      return ReportUnknown(piece, span, subject, Describe(*context_.program, arm));
    }
  }

  void ReportUnknown(const ContentPiece& piece, Span span, const Subject& subject,
                     const std::string& arm) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kPlaceholderUnknown, span,
                        fmt::format("`{}` may be missing where this text is shown", piece.name));
    report.primary.text = "may have no value";
    report.secondary.push_back({subject.declared, "declared here"});
    report.notes.push_back(
        arm.empty() ? "An outcome or output has its text in every decision, whatever is missing."
                    : fmt::format("`{}` can come from {} although it is missing.",
                                  content_.name.text, arm));
    report.help = fmt::format("give it a fallback: `{{{} else 'unknown'}}`", piece.name);
    report.fixes.push_back({span, fmt::format("{} else 'unknown'", piece.name), false});
  }

  Context& context_;
  const syntax::ContentDeclaration& content_;
  const std::vector<ReasonArm>* arms_;
  std::vector<std::uint32_t> offsets_;
  std::vector<ir::TextPart> parts_;
};

}  // namespace

std::vector<ir::TextPart> CheckContentText(Context& context,
                                           const syntax::ContentDeclaration& content,
                                           const std::vector<ReasonArm>* arms) {
  const WithPlace shown(context, Place::kShown);
  return TextChecker(context, content, arms).Check();
}

}  // namespace lq::check
