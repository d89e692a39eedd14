#include <fmt/format.h>

#include "compiler/check/check_expression.h"
#include "compiler/check/check_field.h"
#include "compiler/check/check_input.h"
#include "compiler/check/check_parameter.h"

namespace lq::check {
namespace {

class SubjectFinder {
 public:
  SubjectFinder(Context& context, const syntax::Name& name) : context_(context), name_(name) {}

  Subject Run() {
    Entry* entry = Resolve(context_, name_);
    if (entry == nullptr || entry->broken)
      return {};
    switch (entry->kind) {
      case NameKind::kField:
        return Field(*entry);
      case NameKind::kDerived:
        return Derived(*entry);
      case NameKind::kParameter:
        return Parameter(*entry);
      case NameKind::kScore:
        return Computed(*entry, ir::ExprOp::kScore, ScoreType(entry->index));
      case NameKind::kTable:
        return Computed(*entry, ir::ExprOp::kTable, context_.program->tables[entry->index].type);
      case NameKind::kLookup:
        return Computed(*entry, ir::ExprOp::kLookup, context_.program->lookups[entry->index].type);
      case NameKind::kDefine:
        return {Subject::Kind::kDefine, ir::kNone, entry->index, entry->span, name_.span};
      case NameKind::kToggle:
        return {Subject::Kind::kToggle, ir::kNone, entry->index, entry->span, name_.span};
      case NameKind::kSet:
      case NameKind::kPattern:
        return Refuse(*entry);
    }
    return {};
  }

 private:
  Subject Make(ir::ExprOp op, std::uint32_t index, const Type& type, Span declared) {
    ir::Expr expr;
    expr.op = op;
    expr.index = index;
    expr.type = type;
    expr.span = name_.span;
    return {Subject::Kind::kValue, context_.Add(std::move(expr)), ir::kNone, declared, name_.span};
  }

  Subject Field(const Entry& entry) {
    const ir::Field& field = context_.program->schema.fields[entry.index];
    if (field.is_protected && context_.place != Place::kDerived)
      return RefuseProtected(entry, {});
    WarnDeprecated(context_, entry, name_);
    return Make(ir::ExprOp::kField, entry.index, field.type, entry.span);
  }

  Subject Derived(const Entry& entry) {
    const ir::Derived& derived = context_.program->derived[entry.index];
    if (context_.derived_protected[entry.index] && context_.place != Place::kDerived) {
      return RefuseProtected(entry, ProtectedField(derived.value));
    }
    return Make(ir::ExprOp::kDerived, entry.index, context_.type(derived.value), entry.span);
  }

  Subject Parameter(const Entry& entry) {
    const ir::ExprId expr =
        ParameterValue(context_, context_.parameters[entry.index], name_.span, nullptr);
    if (expr == ir::kNone)
      return {};
    return {Subject::Kind::kValue, expr, ir::kNone, entry.span, name_.span};
  }

  Type ScoreType(std::uint32_t index) const {
    const ir::Score& score = context_.program->scores[index];
    Type type;
    type.kind = TypeKind::kInteger;
    type.low = score.low;
    type.high = score.high;
    return type;
  }

  Subject Computed(const Entry& entry, ir::ExprOp op, const Type& type) {
    if (context_.place != Place::kDerived)
      return Make(op, entry.index, type, entry.span);
    Diagnostic& report =
        context_.Report(DiagnosticKind::kWrongKindOfName, name_.span,
                        fmt::format("a derived value cannot read `{}`, which is {}", name_.text,
                                    Describe(entry.kind)));
    report.secondary.push_back({entry.span, "declared here"});
    report.notes.push_back(
        "Derived values are computed from fields and other derived values, before any rule.");
    return {};
  }

  Subject Refuse(const Entry& entry) {
    Diagnostic& report = context_.Report(
        DiagnosticKind::kWrongKindOfName, name_.span,
        fmt::format("`{}` is {}, but a value must stand here", name_.text, Describe(entry.kind)));
    report.secondary.push_back({entry.span, "declared here"});
    report.help = entry.kind == NameKind::kSet
                      ? fmt::format("compare with `in {}`", name_.text)
                      : fmt::format("compare with `matches {}`", name_.text);
    return {};
  }

  // The name of a protected field below a derived value.
  std::string ProtectedField(ir::ExprId id) const {
    std::vector<ir::ExprId> open{id};
    std::vector<bool> seen(context_.program->derived.size());
    while (!open.empty()) {
      const ir::Expr& at = context_.expr(open.back());
      open.pop_back();
      const std::vector<ir::Field>& fields = context_.program->schema.fields;
      if (at.op == ir::ExprOp::kField && fields[at.index].is_protected)
        return fields[at.index].path;
      if (at.op == ir::ExprOp::kDerived && !seen[at.index]) {
        seen[at.index] = true;
        open.push_back(context_.program->derived[at.index].value);
      }
      open.insert(open.end(), at.children.begin(), at.children.end());
    }
    return {};
  }

  Subject RefuseProtected(const Entry& entry, const std::string& through) {
    const bool shown = context_.place == Place::kShown;
    const std::string seen =
        through.empty()
            ? fmt::format("`{}` is protected", name_.text)
            : fmt::format("`{}` is computed from `{}`, which is protected", name_.text, through);
    Diagnostic& report =
        context_.Report(DiagnosticKind::kProtectedRead, name_.span,
                        fmt::format("{}: nothing may {} it", seen, shown ? "show" : "decide by"));
    report.secondary.push_back({entry.span, "declared here"});
    report.notes.push_back(
        "No condition, score, table or evidence reads a protected field, directly or through a "
        "derived value; it is "
        "carried and audited only.");
    report.help = "leave it out";
    return {};
  }

  Context& context_;
  const syntax::Name& name_;
};

}  // namespace

Subject SubjectOf(Context& context, const syntax::Name& name) {
  if (name.text.empty())
    return {};
  if (IsInput(name.text))
    return InputSubject(context, name);
  return SubjectFinder(context, name).Run();
}

bool ReadsProtected(const Context& context, ir::ExprId expr) {
  // Chains of operators may be long: no recursion.
  std::vector<ir::ExprId> open{expr};
  while (!open.empty()) {
    const ir::Expr& at = context.expr(open.back());
    open.pop_back();
    if (at.op == ir::ExprOp::kField && context.program->schema.fields[at.index].is_protected)
      return true;
    if (at.op == ir::ExprOp::kDerived && context.derived_protected[at.index])
      return true;
    open.insert(open.end(), at.children.begin(), at.children.end());
  }
  return false;
}

}  // namespace lq::check
