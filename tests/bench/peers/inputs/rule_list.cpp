#include "tests/bench/peers/inputs/rule_list.h"

#include <algorithm>

#include "runtime/value/iso.h"

namespace lq::bench {
namespace {

using Json = nlohmann::ordered_json;

// Texts take no part in the policies that are measured.
enum class Kind { kWord, kNumber, kYesNo, kText };

Kind KindOf(const Type& type) {
  if (type.kind == TypeKind::kYesNo)
    return Kind::kYesNo;
  if (type.kind == TypeKind::kEnum || type.kind == TypeKind::kCountry)
    return Kind::kWord;
  return IsNumeric(type.kind) ? Kind::kNumber : Kind::kText;
}

Json ValueJson(const Type& type, const Value& value) {
  switch (KindOf(type)) {
    case Kind::kYesNo:
      return value.number() == 1;
    case Kind::kNumber:
      return value.number();
    case Kind::kText:
      return value.text();
    case Kind::kWord:
      break;
  }
  const auto index = static_cast<std::size_t>(value.number());
  return type.kind == TypeKind::kCountry ? Json(CountryCode(index))
                                         : Json(type.enumeration->members[index].name);
}

class RuleLister {
 public:
  RuleLister(const plan::Plan& plan, std::string& problem) : plan_(plan), problem_(problem) {}

  Json Rule(const plan::Rule& rule) {
    const plan::Node& node = plan_.terms.nodes[rule.when];
    const plan::Term& term = plan_.terms.terms[node.first];
    Json tests = Json::array();
    if (node.count != 1 || term.residual_count != 0)
      problem_ = rule.name + " is more than an and of tests of fields";
    for (std::uint32_t i = 0; i < term.dense_count; ++i)
      AddTest(plan_.terms.dense[term.first_dense + i], tests);
    return {{"name", rule.name}, {"outcome", plan_.outcomes[rule.outcome].name}, {"tests", tests}};
  }

 private:
  void AddTest(const plan::DenseTest& dense, Json& tests) {
    if (plan_.terms.columns[dense.column].kind != plan::ColumnKind::kField) {
      problem_ = "a test is not of a field";
      return;
    }
    const plan::FieldTest& test = plan_.terms.field_tests[dense.test];
    const plan::SchemaField& field = plan_.schema.fields[test.field];
    Json json = {{"field", field.path}};
    for (std::uint32_t i = 0; i < test.literal_count; ++i)
      AddLiteral(plan_.terms.literals[test.first_literal + i], field.type, json);
    if (test.literal_count > 1 && !test.all)
      problem_ = "the tests of " + field.path + " are an or";
    tests.push_back(std::move(json));
  }

  std::int64_t Operand(const plan::Literal& literal, std::uint32_t i) const {
    return Constant(literal, i).number();
  }
  const Value& Constant(const plan::Literal& literal, std::uint32_t i) const {
    return plan_.expressions.nodes[plan_.terms.operands[literal.first_operand + i]].value;
  }
  static void AtLeast(std::int64_t number, Json& json) { json["from"] = number; }
  static void AtMost(std::int64_t number, Json& json) { json["to"] = number; }

  void AddLiteral(const plan::Literal& literal, const Type& type, Json& json) {
    if (literal.negated)
      problem_ = "a test is negated";
    switch (literal.op) {
      case plan::TestOp::kIs:
      case plan::TestOp::kIn:
        for (std::uint32_t i = 0; i < literal.operand_count; ++i)
          json["in"].push_back(ValueJson(type, Constant(literal, i)));
        return;
      case plan::TestOp::kAtLeast:
        return AtLeast(Operand(literal, 0), json);
      case plan::TestOp::kMoreThan:
        return AtLeast(Operand(literal, 0) + 1, json);
      case plan::TestOp::kAtMost:
        return AtMost(Operand(literal, 0), json);
      case plan::TestOp::kLessThan:
        return AtMost(Operand(literal, 0) - 1, json);
      case plan::TestOp::kBetween:
        AtLeast(Operand(literal, 0), json);
        return AtMost(Operand(literal, 1), json);
      case plan::TestOp::kContains:
      case plan::TestOp::kStartsWith:
      case plan::TestOp::kEndsWith:
      case plan::TestOp::kMatches:
      case plan::TestOp::kHasAny:
      case plan::TestOp::kHasAll:
      case plan::TestOp::kHasNone:
        problem_ = "a test is of a text or a list";
    }
  }

  const plan::Plan& plan_;
  std::string& problem_;
};

}  // namespace

Json RuleList(const plan::Plan& plan, std::string& problem) {
  constexpr const char* kKinds[] = {"word", "number", "yes_no", "text"};
  Json list = {{"otherwise", plan.outcomes[plan.otherwise_outcome].name}};
  for (const plan::SchemaField& field : plan.schema.fields) {
    list["fields"].push_back(
        {{"name", field.path}, {"kind", kKinds[static_cast<int>(KindOf(field.type))]}});
  }
  RuleLister lister(plan, problem);
  for (const plan::Rule& rule : plan.rules)
    list["rules"].push_back(lister.Rule(rule));
  return list;
}

Json PlainLead(const plan::Plan& plan, const Lead& lead) {
  Json json;
  for (std::size_t i = 0; i < plan.schema.fields.size(); ++i) {
    const plan::SchemaField& field = plan.schema.fields[i];
    json[field.path] = ValueJson(field.type, lead.fields[i].values[0]);
  }
  return json;
}

}  // namespace lq::bench
