// Decides with the runtime alone: a plan made by hand, no compiler linked.

#include <cstdio>
#include <memory>
#include <string>

#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/record/decision_json.h"

namespace {

lq::Type Integer(std::int64_t low, std::int64_t high) {
  lq::Type type;
  type.kind = lq::TypeKind::kInteger;
  type.low = low;
  type.high = high;
  return type;
}

// rule keen: choose call strongly when visits at least 10.
std::shared_ptr<const lq::plan::Plan> MakePlan() {
  auto plan = std::make_shared<lq::plan::Plan>();
  plan->policy = "alone";
  plan->version = 1;
  lq::plan::SchemaField& visits = plan->schema.fields.emplace_back();
  visits.path = "visits";
  visits.type = Integer(0, 100);
  plan->outcomes = {{"call", 0}, {"wait", 0}};
  plan->otherwise_outcome = 1;
  plan->undecided = "ask";
  plan->doubtful = "review";
  lq::plan::Expr ten;
  ten.type = Integer(10, 10);
  ten.value = lq::Value::Number(10);
  plan->expressions.nodes.push_back(ten);
  lq::plan::Terms& terms = plan->terms;
  terms.columns.push_back({lq::plan::ColumnKind::kField, 0});
  terms.operands.push_back(0);
  terms.literals.push_back({lq::plan::TestOp::kAtLeast, false, 0, 1});
  terms.field_tests.push_back({0, true, 0, 1});
  terms.dense.push_back({0, 0, false});
  terms.terms.push_back({0, 1, 0, 0});
  terms.nodes.push_back({0, 1});
  lq::plan::Rule rule;
  rule.name = "keen";
  rule.strength = 6021;
  rule.reason = "KEEN";
  plan->rules.push_back(rule);
  return plan;
}

std::string Outcome(const lq::Engine& engine, std::string_view json) {
  lq::LeadReader reader(engine.plan().schema);
  lq::Decider decider(engine);
  lq::Lead lead;
  lq::Decision decision;
  reader.Read(json, 0, lead);
  decider.Decide(lead, {}, decision);
  std::string text;
  lq::AppendJson(decision, text);
  std::printf("%s\n", text.c_str());
  return std::string(decision.outcome);
}

}  // namespace

int main() {
  const lq::Engine engine(MakePlan());
  const bool right = Outcome(engine, R"({"visits":12})") == "call" &&
                     Outcome(engine, R"({"visits":9})") == "wait" && Outcome(engine, "{}") == "ask";
  return right ? 0 : 1;
}
