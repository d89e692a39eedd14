/* c_contents INBOUND.lqb: texts and outputs of decisions, in C. */

#include "expect.h"

static const char* const lead =
    "{\"$id\":\"L-01\",\"email\":\"ana@craft.example\",\"country\":\"DE\",\"request\":\"demo\","
    "\"visits\":6,\"technicians\":25,\"annual_budget\":9000}";

static void texts(lq_decider* decider) {
  const lq_options options = {.as_of = as_of, .language = "de"};
  const lq_decision* decision = lq_decide(decider, lead, LQ_WHOLE, &options, NULL);
  lq_reason reason = {0};
  EXPECT(is(lq_decision_outcome(decision), "sales_call"));
  EXPECT(is(lq_decision_text(decision), "Der Vertrieb meldet sich innerhalb eines Tages."));
  EXPECT(lq_decision_reason_count(decision) > 0);
  for (size_t i = 0; lq_decision_reason(decision, i, &reason) != 0; ++i) {
    EXPECT(reason.text.size > 0);
    if (is(reason.code, "COMES_BACK"))
      EXPECT(is(reason.text, "War 6-mal auf der Website."));
  }
}

static void outputs(lq_decider* decider) {
  const lq_options options = {.as_of = as_of};
  const lq_decision* decision = lq_decide(decider, lead, LQ_WHOLE, &options, NULL);
  lq_text name = {"", 0};
  lq_text json = {"", 0};
  EXPECT(is(lq_decision_text(decision), ""));
  EXPECT(lq_decision_output_count(decision) == 3);
  EXPECT(lq_decision_output(decision, 0, &name, &json) == 1);
  EXPECT(is(name, "greeting") && is(json, "null"));
  EXPECT(lq_decision_output(decision, 1, &name, &json) == 1);
  EXPECT(is(name, "plan") && is(json, "\"team\"") && json.data[json.size] == '\0');
  EXPECT(lq_decision_output(decision, 2, &name, &json) == 1);
  EXPECT(is(name, "team") && is(json, "\"munich\""));
  EXPECT(lq_decision_output(decision, 3, &name, &json) == 0);
  EXPECT(lq_decision_output(decision, 0, NULL, &json) == 0);
  EXPECT(lq_decision_output(decision, 0, &name, NULL) == 0);
}

int main(int count, char** words) {
  lq_error error = {0};
  lq_policy* policy = lq_policy_open_file(count < 2 ? "" : words[1], &error);
  lq_decider* decider = lq_decider_create(policy, &error);
  EXPECT(decider != NULL);
  texts(decider);
  outputs(decider);
  lq_decider_destroy(decider);
  lq_policy_release(policy);
  return failures == 0 ? 0 : 1;
}
