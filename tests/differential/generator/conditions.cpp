#include "tests/differential/generator/conditions.h"

#include <algorithm>
#include <optional>

#include "runtime/value/text.h"
#include "tests/differential/generator/expressions.h"

namespace lq::test {
namespace {

const std::vector<std::string> kPatterns = {
    "(info|sales|x_1)@.*", "[a-z]+ .*", ".*(corp|x)", "(ä|n|s).*", "[A-Z].*", "a\\/b.*", "[a-z]*",
    ".+[0-9]{2}"};

ModelValue Constant(Draft& draft, const Operand& operand) {
  ModelValue value = RandomValue(operand.type, draft.random);
  if (operand.kind == Operand::Kind::kField) {
    std::vector<ModelValue>& known = draft.program.fields[operand.field].constants;
    if (!known.empty() && draft.Chance(50)) {
      const ModelValue& near = draft.random.Pick(known);
      value = draft.Chance(50) ? near : Neighbour(operand.type, near, draft.random);
    }
  }
  if (operand.type.kind == TypeKind::kInstant) {
    // Literals have no milliseconds.
    value.number -= (value.number % 1000 + 1000) % 1000;
  }
  if (operand.type.kind == TypeKind::kText) {
    value.text = std::string(Prefix(value.text, operand.type.max_length));
  }
  if (operand.kind == Operand::Kind::kField) {
    draft.program.fields[operand.field].constants.push_back(value);
  }
  return value;
}

bool Suits(const NamedConstant& named, const TypeModel& type) {
  return SameKind(named.type, type) && named.type.low == type.low && named.type.high == type.high &&
         named.type.max_length <= type.max_length;
}

// The name of a set or parameter that suits, if there is one and luck has it.
std::optional<std::string> NameFor(Draft& draft, const std::vector<NamedConstant>& named,
                                   const TypeModel& type) {
  std::vector<std::string> names;
  for (const NamedConstant& one : named) {
    if (Suits(one, type)) {
      names.push_back(one.name);
    }
  }
  if (names.empty() || !draft.Chance(40)) {
    return std::nullopt;
  }
  return draft.random.Pick(names);
}

// "[a, b]" or the name of a set.
std::string SetText(Draft& draft, const Operand& operand) {
  if (const std::optional<std::string> name = NameFor(draft, draft.sets, operand.type)) {
    draft.coverage.Count("a set in a condition");
    return *name;
  }
  std::string out;
  const std::size_t count = 1 + draft.random.Below(3);
  std::vector<ModelValue> values;
  while (values.size() < count) {
    const ModelValue value = Constant(draft, operand);
    if (std::find(values.begin(), values.end(), value) != values.end()) {
      break;
    }
    values.push_back(value);
    out += (out.empty() ? "" : ", ") + LiteralText(operand.type, value);
  }
  return "[" + out + "]";
}

std::string Between(Draft& draft, const Operand& operand) {
  ModelValue a = Constant(draft, operand);
  ModelValue b = Constant(draft, operand);
  if (b.number < a.number) {
    std::swap(a, b);
  }
  draft.coverage.Count("test between");
  return "between " + LiteralText(operand.type, a) + " and " + LiteralText(operand.type, b);
}

std::string OrderedTail(Draft& draft, const Operand& operand) {
  const bool moment =
      operand.type.kind == TypeKind::kDate || operand.type.kind == TypeKind::kInstant;
  const std::vector<std::string> words =
      moment ? std::vector<std::string>{"on or after", "on or before", "after", "before"}
             : std::vector<std::string>{"at least", "at most", "more than", "less than"};
  if (draft.Chance(20)) {
    return Between(draft, operand);
  }
  const std::string& word = draft.random.Pick(words);
  draft.coverage.Count("test " + word);
  if (!moment && draft.Chance(3)) {
    draft.coverage.Count("a symbol for an operator");
    return std::string(draft.Pick({">= ", "<= ", "> ", "< "})) + RandomConstant(draft, operand);
  }
  if (operand.type.kind == TypeKind::kDate && draft.Chance(25)) {
    draft.coverage.Count("today in a condition");
    const std::string_view shift =
        draft.Pick({"", " minus 30 days", " minus 1 month", " plus 1 year"});
    return word + " today" + std::string(shift);
  }
  if (operand.type.kind == TypeKind::kInstant && draft.Chance(25)) {
    draft.coverage.Count("now in a condition");
    return word + " now" +
           std::string(draft.Pick({"", " minus 72 hours", " minus 90 minutes", " minus 1 month"}));
  }
  return word + " " + RandomConstant(draft, operand);
}

std::string EqualityTail(Draft& draft, const Operand& operand, bool cell) {
  switch (draft.random.Below(cell ? 5 : 4)) {
    case 0:
      draft.coverage.Count("test is");
      return "is " + RandomConstant(draft, operand);
    case 1:
      draft.coverage.Count("test is not");
      return "is not " + RandomConstant(draft, operand);
    case 2:
      draft.coverage.Count("test in");
      return "in " + SetText(draft, operand);
    case 3:
      draft.coverage.Count("test not in");
      return "not in " + SetText(draft, operand);
    default:
      draft.coverage.Count("bare value in a cell");
      return LiteralText(operand.type, Constant(draft, operand));
  }
}

std::string PatternText(Draft& draft) {
  if (!draft.patterns.empty() && draft.Chance(40)) {
    draft.coverage.Count("a named pattern");
    return draft.random.Pick(draft.patterns);
  }
  draft.coverage.Count("a pattern in place");
  return "/" + draft.random.Pick(kPatterns) + "/";
}

std::string TextTail(Draft& draft, const Operand& operand, bool cell) {
  std::string tail;
  if (draft.Chance(40)) {
    tail = EqualityTail(draft, operand, cell);
  } else if (draft.Chance(25)) {
    draft.coverage.Count("test matches");
    tail = "matches " + PatternText(draft);
  } else {
    const std::string word(draft.Pick({"contains", "starts with", "ends with"}));
    draft.coverage.Count("test " + word);
    const bool any = draft.Chance(40);
    tail =
        word + (any ? " any of " + SetText(draft, operand) : " " + RandomConstant(draft, operand));
    draft.coverage.Count(any ? "text test any of" : "text test of one");
  }
  const bool bare = tail.front() == '"';
  if (!bare && draft.Chance(30)) {
    draft.coverage.Count("ignoring case");
    tail += " ignoring case";
  }
  return tail;
}

std::string ListTail(Draft& draft, const Operand& operand) {
  const std::string word(draft.Pick({"has any of", "has all of", "has none of"}));
  draft.coverage.Count("test " + word);
  Operand item;
  item.kind = Operand::Kind::kExpression;
  item.type = ItemType(operand.type);
  return word + " " + SetText(draft, item);
}

std::string YesNoTail(Draft& draft, bool cell) {
  const std::string value(draft.Pick({"yes", "no"}));
  if (cell && draft.Chance(60)) {
    draft.coverage.Count("bare value in a cell");
    return value;
  }
  const bool negated = draft.Chance(25);
  draft.coverage.Count(negated ? "test is not" : "test is");
  return (negated ? "is not " : "is ") + value;
}

std::string AbsenceTail(Draft& draft) {
  const bool known = draft.Chance(50);
  draft.coverage.Count(known ? "is known" : "is missing");
  return known ? "is known" : "is missing";
}

// `x at least y` of two operands of one type.
std::optional<std::string> TwoOperands(Draft& draft) {
  const Operand& x = draft.random.Pick(draft.operands);
  std::vector<std::string> others;
  for (const Operand& y : draft.operands) {
    if (SameKind(x.type, y.type) && y.text != x.text && x.type.kind != TypeKind::kList) {
      others.push_back(y.text);
    }
  }
  if (others.empty()) {
    return std::nullopt;
  }
  draft.coverage.Count("two operands compared");
  const bool moment = x.type.kind == TypeKind::kDate || x.type.kind == TypeKind::kInstant;
  const bool ordered = IsOrdered(x.type.kind) && draft.Chance(70);
  const std::string word(!ordered ? draft.Pick({"is", "is not"})
                         : moment ? draft.Pick({"on or after", "before", "after", "on or before"})
                                  : draft.Pick({"at least", "less than", "more than", "at most"}));
  return x.text + " " + word + " " + draft.random.Pick(others);
}

std::string GuardComparison(Draft& draft) {
  switch (draft.random.Below(4)) {
    case 0:
      draft.coverage.Count("outcome in a guard");
      return "outcome is " + std::string(draft.Chance(20) ? "not " : "") +
             draft.random.Pick(draft.outcomes);
    case 1:
      draft.coverage.Count("outcome in a list in a guard");
      return "outcome in [" + draft.outcomes.front() + ", " + draft.outcomes.back() + "]";
    case 2:
      draft.coverage.Count("confidence in a guard");
      return "confidence " + std::string(draft.Pick({"less than ", "at least "})) +
             std::to_string(draft.random.Between(30, 95)) + std::string(draft.Pick({"%", ".5%"}));
    default:
      draft.coverage.Count("tension in a guard");
      return "tension " + std::string(draft.Pick({"at least ", "more than ", "less than "})) +
             std::to_string(draft.random.Between(1, 9)) + std::string(draft.Pick({"", ".5"})) +
             " points";
  }
}

std::string OperandComparison(Draft& draft) {
  const Operand& operand = draft.random.Pick(draft.operands);
  if (operand.optional && draft.options.absence && draft.Chance(10)) {
    return operand.text + " " + AbsenceTail(draft);
  }
  const bool prefixed = operand.kind == Operand::Kind::kField &&
                        !operand.text.starts_with("lead.") && draft.Chance(10);
  return (prefixed ? std::string(draft.Counted("the prefix lead.", "lead.")) : "") + operand.text +
         " " + RandomTail(draft, operand, false);
}

std::string ExpressionComparison(Draft& draft) {
  const std::optional<Operand> expression = RandomExpression(draft);
  if (!expression.has_value()) {
    return OperandComparison(draft);
  }
  draft.coverage.Count("expression in a condition");
  return expression->text + " " + RandomTail(draft, *expression, false);
}

std::string RandomComparison(Draft& draft) {
  if (draft.in_guard && draft.Chance(45)) {
    return GuardComparison(draft);
  }
  const std::size_t which = draft.random.Below(100);
  if (which < 8 && !draft.defines.empty()) {
    draft.coverage.Count("a define in a condition");
    return draft.random.Pick(draft.defines);
  }
  if (which < 13 && !draft.toggles.empty()) {
    draft.coverage.Count("a toggle in a condition");
    return draft.random.Pick(draft.toggles) + std::string(draft.Pick({" is on", " is off"}));
  }
  if (which < 20) {
    if (const std::optional<std::string> both = TwoOperands(draft)) {
      return *both;
    }
  }
  return which < 30 ? ExpressionComparison(draft) : OperandComparison(draft);
}

std::string RandomList(Draft& draft, int depth) {
  const std::string connective(draft.Pick({" and ", " or "}));
  draft.coverage.Count(connective == " and " ? "and" : "or");
  std::string out;
  const std::size_t count = 2 + draft.random.Below(2);
  for (std::size_t i = 0; i < count; ++i) {
    const bool list = depth > 1 && draft.Chance(40);
    const std::string part =
        list ? "(" + RandomList(draft, depth - 1) + ")" : RandomCondition(draft, 0);
    out += (out.empty() ? "" : connective) + part;
  }
  return out;
}

}  // namespace

std::string RandomConstant(Draft& draft, const Operand& operand) {
  if (const std::optional<std::string> name = NameFor(draft, draft.parameters, operand.type)) {
    draft.coverage.Count("a parameter in a condition");
    return *name;
  }
  return LiteralText(operand.type, Constant(draft, operand));
}

std::string RandomTail(Draft& draft, const Operand& operand, bool cell) {
  if (operand.type.kind == TypeKind::kYesNo) {
    return YesNoTail(draft, cell);
  }
  if (operand.type.kind == TypeKind::kList) {
    return ListTail(draft, operand);
  }
  if (IsTextual(operand.type.kind)) {
    return TextTail(draft, operand, cell);
  }
  return IsOrdered(operand.type.kind) && draft.Chance(65) ? OrderedTail(draft, operand)
                                                          : EqualityTail(draft, operand, cell);
}

std::string RandomCondition(Draft& draft, int depth) {
  if (depth > 0 && draft.Chance(60)) {
    const std::string list = RandomList(draft, depth);
    if (!draft.Chance(12)) {
      return list;
    }
    draft.coverage.Count("not of a list");
    return "not (" + list + ")";
  }
  if (draft.Chance(12)) {
    draft.coverage.Count("not");
    return "not " + RandomComparison(draft);
  }
  return RandomComparison(draft);
}

}  // namespace lq::test
