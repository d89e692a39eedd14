#include "tests/support/bundle/try_bundle.h"

#include <cstdlib>
#include <string>

#include "runtime/bundle/bundle.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/record/decision_json.h"
#include "runtime/value/values.h"

namespace lq::test {
namespace {

// 2026-08-01T00:00:00Z
constexpr std::int64_t kAsOf = 1'785'542'400'000;

enum class Knowing { kNothing, kLow, kHigh, kRange };

std::string_view TextOf(TypeKind kind) {
  if (kind == TypeKind::kEmail)
    return "ann.lee@firm.example";
  if (kind == TypeKind::kDomain)
    return "firm.example";
  return kind == TypeKind::kPhone ? "+49301234567" : "north";
}

Value OneValue(const Type& type, Knowing knowing, Arena& arena) {
  if (IsNumeric(type.kind))
    return Value::Number(knowing == Knowing::kLow ? type.low : type.high);
  if (type.kind != TypeKind::kList)
    return Value::Text(TextOf(type.kind));
  const std::span<Value> items = arena.MakeArray<Value>(1);
  items[0] = IsNumeric(type.element) ? Value::Number(0) : Value::Text(TextOf(type.element));
  return Value::List(items);
}

Possible PossibleOf(const Type& type, Knowing knowing, Arena& arena) {
  if (knowing == Knowing::kNothing)
    return PossibleAll(Cause::kMissing);
  if (knowing == Knowing::kRange && IsOrdered(type.kind))
    return PossibleBand(type.low, type.high, Cause::kBand, arena);
  const Value value = OneValue(type, knowing, arena);
  return PossibleValues(type, {&value, 1}, Cause::kNone, arena);
}

void Decide(Decider& decider, const plan::Plan& plan, const Lead& lead) {
  DecisionInputs inputs = {kAsOf, {}, {}};
  if (!plan.languages.empty())
    inputs.language = plan.languages.front();
  Decision decision;
  decider.Decide(lead, inputs, decision);
  std::string json;
  AppendJson(decision, json);
  const Verdict verdict = decider.Judge(lead, inputs);
  // Also of a plan that nobody meant, both ways to decide agree.
  if (verdict.status != decision.status || verdict.confidence != decision.confidence)
    std::abort();
}

}  // namespace

bool TryBundle(std::string_view bytes) {
  std::string problem;
  const std::shared_ptr<const plan::Plan> plan = ReadBundle(bytes, problem);
  if ((plan == nullptr) == problem.empty())
    std::abort();
  if (plan == nullptr)
    return false;
  const Engine engine(plan);
  Decider decider(engine);
  Lead lead;
  for (const Knowing knowing :
       {Knowing::kNothing, Knowing::kLow, Knowing::kHigh, Knowing::kRange}) {
    lead.Clear();
    for (const plan::SchemaField& field : plan->schema.fields)
      lead.fields.push_back(PossibleOf(field.type, knowing, lead.arena));
    Decide(decider, *plan, lead);
  }
  LeadReader reader(plan->schema);
  reader.Read("{\"email\":\"ann.lee@firm.example\",\"other\":[1]}", kAsOf, lead);
  Decide(decider, *plan, lead);
  return true;
}

}  // namespace lq::test
