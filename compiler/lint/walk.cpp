#include "compiler/lint/walk.h"

#include <algorithm>

namespace lq::lint {
namespace {

using syntax::ExprKind;

void Type(const syntax::TypeRef& type, const VisitExpr& visit) {
  for (const syntax::Expr& end : type.range)
    visit(end);
}

// One overload a statement that holds expressions.
struct Exprs {
  const VisitExpr& visit;

  template <typename T>
  void operator()(const T&) const {}
  void operator()(const syntax::FieldDeclaration& field) const { Type(field.type, visit); }
  void operator()(const syntax::DerivedDeclaration& derived) const { visit(derived.value); }
  void operator()(const syntax::SetDeclaration& set) const { visit(set.value); }
  void operator()(const syntax::ParameterDeclaration& parameter) const {
    for (const syntax::ParameterPeriod& period : parameter.periods)
      visit(period.value);
  }
  void operator()(const syntax::LookupDeclaration& lookup) const {
    Type(lookup.type, visit);
    visit(lookup.otherwise);
  }
  void operator()(const syntax::DefineDeclaration& define) const { visit(define.when); }
  void operator()(const syntax::ScoreDeclaration& score) const {
    for (const syntax::ScoreItem& item : score.items)
      visit(item.when);
  }
  void operator()(const syntax::RuleDeclaration& rule) const {
    visit(rule.when);
    if (rule.unless.has_value())
      visit(*rule.unless);
  }
  void operator()(const syntax::EvidenceDeclaration& evidence) const { visit(evidence.when); }
  void operator()(const syntax::GuardDeclaration& guard) const { visit(guard.when); }
  void operator()(const syntax::TableDeclaration& table) const {
    for (const syntax::TableRow& row : table.rows) {
      for (const syntax::Cell& cell : row.cells)
        visit(cell.expr);
    }
    if (table.otherwise.has_value())
      visit(*table.otherwise);
  }
  void operator()(const syntax::FieldMapping& mapping) const {
    for (const syntax::WhereCase& one : mapping.cases)
      visit(one.value);
    for (const std::optional<syntax::Expr>& one : {mapping.by, mapping.constant}) {
      if (one.has_value())
        visit(*one);
    }
  }
  void operator()(const syntax::PropertyDeclaration& property) const {
    if (property.where.has_value())
      visit(*property.where);
  }
};

// `{company.size else 'unknown'}`
void Placeholders(std::string_view text, const VisitName& visit) {
  for (std::size_t at = 0; (at = text.find('{', at)) != std::string_view::npos;) {
    ++at;
    if (text.substr(at, 1) == "{") {
      ++at;
      continue;
    }
    const std::size_t begin = std::min(text.find_first_not_of(' ', at), text.size());
    const std::size_t end = std::min(text.find_first_of(" }", begin), text.size());
    visit(text.substr(begin, end - begin));
  }
}

// One overload a statement that uses names outside expressions.
struct Names {
  const VisitName& visit;

  template <typename T>
  void operator()(const T&) const {}
  void operator()(const syntax::FieldDeclaration& field) const {
    OfType(field.type);
    visit(field.deprecated_use.text);
  }
  void operator()(const syntax::LookupDeclaration& lookup) const {
    OfType(lookup.type);
    for (const syntax::LookupKey& key : lookup.keys)
      visit(key.field.text);
  }
  void operator()(const syntax::TableDeclaration& table) const {
    if (table.gives.has_value())
      OfType(*table.gives);
    const std::size_t own = table.is_rules ? 0 : 1;
    for (std::size_t i = 0; i + own < table.columns.size(); ++i)
      visit(table.columns[i].text);
  }
  void operator()(const syntax::OutputDeclaration& output) const {
    for (const syntax::Name& name : output.names)
      visit(name.text);
  }
  void operator()(const syntax::ContentDeclaration& content) const {
    Placeholders(content.text.text, visit);
  }

  void OfType(const syntax::TypeRef& type) const {
    visit(type.of.text);
    for (const syntax::TypeRef& element : type.element)
      OfType(element);
  }
};

std::string_view Plain(std::string_view name) {
  return name.starts_with("lead.") ? name.substr(5) : name;
}

// One overload a statement with conditions.
struct Conditions {
  const VisitExpr& visit;

  template <typename T>
  void operator()(const T&) const {}
  void operator()(const syntax::DefineDeclaration& define) const { visit(define.when); }
  void operator()(const syntax::ScoreDeclaration& score) const { Exprs{visit}(score); }
  void operator()(const syntax::RuleDeclaration& rule) const { Exprs{visit}(rule); }
  void operator()(const syntax::EvidenceDeclaration& evidence) const { visit(evidence.when); }
  void operator()(const syntax::GuardDeclaration& guard) const { visit(guard.when); }
};

}  // namespace

void WalkExpr(const syntax::Expr& expr, const VisitExpr& visit) {
  visit(expr);
  for (const syntax::Expr& child : expr.children)
    WalkExpr(child, visit);
}

void ForEachExpr(const syntax::Statement& statement, const VisitExpr& visit) {
  std::visit(Exprs{visit}, statement);
}

void ForEachCondition(const syntax::Statement& statement, const VisitExpr& visit) {
  std::visit(Conditions{visit}, statement);
}

void ForEachName(const syntax::Statement& statement, const VisitName& visit) {
  const VisitName plain = [&](std::string_view name) { visit(Plain(name)); };
  ForEachExpr(statement, [&](const syntax::Expr& root) {
    WalkExpr(root, [&](const syntax::Expr& expr) {
      if (expr.kind == ExprKind::kName || expr.kind == ExprKind::kCall)
        plain(expr.text);
    });
  });
  std::visit(Names{plain}, statement);
}

}  // namespace lq::lint
