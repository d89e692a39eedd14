/* c_api HELLO.lqb: what lq.h promises, in C. */

#include "expect.h"

/* Nothing that is asked of nothing hurts. */
static void nothing(void) {
  lq_error error = {0};
  lq_text name;
  lq_text json;
  lq_reason reason;
  lq_rule rule;
  EXPECT(lq_policy_open(NULL, 5, &error) == NULL && error.code == LQ_ERROR_ARGUMENT);
  EXPECT(lq_policy_open(NULL, 0, NULL) == NULL);
  EXPECT(lq_policy_open_file(NULL, NULL) == NULL);
  EXPECT(lq_policy_retain(NULL) == NULL);
  lq_policy_release(NULL);
  EXPECT(is(lq_policy_name(NULL), "") && lq_policy_version(NULL) == 0);
  EXPECT(is(lq_policy_hash(NULL), "") && is(lq_policy_describe(NULL), ""));
  EXPECT(lq_policy_outcome_count(NULL) == 0 && is(lq_policy_outcome(NULL, 0), ""));
  EXPECT(lq_decider_create(NULL, NULL) == NULL);
  lq_decider_destroy(NULL);
  EXPECT(lq_decide(NULL, "{}", LQ_WHOLE, NULL, NULL) == NULL);
  EXPECT(is(lq_decision_json(NULL), "") && is(lq_decision_outcome(NULL), ""));
  EXPECT(lq_decision_status(NULL) == LQ_REJECTED && is(lq_decision_status_name(NULL), ""));
  EXPECT(lq_decision_confidence(NULL) == 0 && lq_decision_reason_count(NULL) == 0);
  EXPECT(lq_decision_reason(NULL, 0, &reason) == 0);
  EXPECT(lq_decision_output(NULL, 0, &name, &json) == 0);
  EXPECT(lq_policy_use_native(NULL, NULL) == LQ_ERROR_ARGUMENT && !lq_policy_is_native(NULL));
  EXPECT(lq_judge(NULL, "{}", LQ_WHOLE, NULL, &error) == NULL);
  EXPECT(lq_verdict_status(NULL) == LQ_REJECTED && is(lq_verdict_status_name(NULL), ""));
  EXPECT(is(lq_verdict_outcome(NULL), "") && is(lq_verdict_proposed(NULL), ""));
  EXPECT(lq_verdict_proposed_index(NULL) == -1 && is(lq_verdict_hash(NULL), ""));
  EXPECT(lq_verdict_confidence(NULL) == 0 && lq_verdict_ceiling(NULL) == 0);
  EXPECT(lq_verdict_rule_count(NULL) == 0 && lq_verdict_rule(NULL, 0, &rule) == 0);
  EXPECT(lq_verdict_error_count(NULL) == 0 && is(lq_verdict_lead(NULL), ""));
  EXPECT(lq_batch_create(NULL, NULL, LQ_REASON_SETS, NULL) == NULL);
  EXPECT(lq_batch_unmapped_count(NULL) == 0 && is(lq_batch_unmapped(NULL, 0), ""));
  EXPECT(lq_batch_schema(NULL, NULL, NULL) == LQ_ERROR_ARGUMENT);
  EXPECT(lq_batch_decide(NULL, NULL, NULL, NULL, NULL) == LQ_ERROR_ARGUMENT);
  EXPECT(lq_batch_verdict_schema(NULL, NULL, NULL) == LQ_ERROR_ARGUMENT);
  EXPECT(lq_batch_judge(NULL, NULL, NULL, NULL, NULL) == LQ_ERROR_ARGUMENT);
  lq_batch_destroy(NULL);
  EXPECT(lq_service_create(NULL, NULL) == NULL && lq_service_policy(NULL) == NULL);
  EXPECT(lq_service_replace(NULL, NULL, NULL) == LQ_ERROR_ARGUMENT);
  EXPECT(lq_service_decider(NULL, NULL) == NULL && lq_service_generation(NULL) == 0);
  lq_service_destroy(NULL);
}

static void wrong_files(void) {
  char nothing_at_all[64] = {0};
  lq_error error = {0};
  EXPECT(lq_policy_open_file("no_such_file.lqb", &error) == NULL);
  EXPECT(error.code == LQ_ERROR_FILE && strstr(error.message, "`no_such_file.lqb`") != NULL);
  /* A failure that follows from it does not hide it. */
  EXPECT(lq_decider_create(NULL, &error) == NULL && error.code == LQ_ERROR_FILE);
  EXPECT(lq_policy_open_file(".", &error) == NULL && error.code == LQ_ERROR_FILE);
  EXPECT(lq_policy_open("", 0, &error) == NULL && error.code == LQ_ERROR_BUNDLE);
  EXPECT(lq_policy_open(nothing_at_all, sizeof nothing_at_all, &error) == NULL);
  EXPECT(error.code == LQ_ERROR_BUNDLE && error.message[0] != '\0');
  /* A path longer than the message is cut, and ends. */
  char path[2000];
  memset(path, 'x', sizeof path - 1);
  path[sizeof path - 1] = '\0';
  EXPECT(lq_policy_open_file(path, &error) == NULL && strlen(error.message) == 507);
}

static void about(const lq_policy* policy) {
  EXPECT(is(lq_policy_name(policy), "hello") && lq_policy_version(policy) == 1);
  EXPECT(strncmp(lq_policy_hash(policy).data, "sha256:", 7) == 0);
  EXPECT(lq_policy_outcome_count(policy) == 2);
  EXPECT(is(lq_policy_outcome(policy, 0), "call_today"));
  EXPECT(is(lq_policy_outcome(policy, 2), ""));
  EXPECT(strstr(lq_policy_describe(policy).data, "\"path\":\"seats\"") != NULL);
}

static void options(lq_decider* decider) {
  const lq_toggle unknown = {"no_such_toggle", 1};
  const lq_toggle nameless = {NULL, 1};
  lq_options given = {.as_of = as_of, .toggles = &unknown, .toggle_count = 1};
  lq_error error = {0};
  EXPECT(lq_decide(decider, "{}", 2, &given, &error) == NULL && error.code == LQ_ERROR_OPTION);
  EXPECT(strstr(error.message, "`no_such_toggle`") != NULL);
  given.toggles = &nameless;
  EXPECT(lq_decide(decider, "{}", 2, &given, &error) == NULL && error.code == LQ_ERROR_ARGUMENT);
  given.toggles = NULL;
  EXPECT(lq_decide(decider, "{}", 2, &given, &error) == NULL && error.code == LQ_ERROR_ARGUMENT);
  given.toggle_count = 0;
  given.language = "XX";
  EXPECT(lq_decide(decider, "{}", 2, &given, &error) == NULL && error.code == LQ_ERROR_OPTION);
  given.language = "";
  EXPECT(lq_decide(decider, "{}", 2, &given, NULL) != NULL);
  given.as_of = INT64_MAX;
  EXPECT(lq_decide(decider, "{}", 2, &given, &error) == NULL && error.code == LQ_ERROR_ARGUMENT);
  given.as_of = INT64_MIN;
  EXPECT(lq_decide(decider, "{}", 2, &given, NULL) == NULL);
  EXPECT(lq_decide(decider, "{}", 2, NULL, &error) == NULL);
  EXPECT(lq_decide(decider, NULL, 2, &given, &error) == NULL);
}

static void settled(lq_decider* decider) {
  const char* lead =
      "{\"$id\":\"ana\",\"email\":\"ana@firm.example\",\"country\":\"DE\",\"seats\":25}";
  const lq_options given = {.as_of = as_of};
  const lq_decision* decision = lq_decide(decider, lead, LQ_WHOLE, &given, NULL);
  lq_reason reason;
  EXPECT(lq_decision_status(decision) == LQ_SETTLED);
  EXPECT(is(lq_decision_status_name(decision), "settled"));
  EXPECT(is(lq_decision_lead(decision), "ana") && is(lq_decision_outcome(decision), "call_today"));
  EXPECT(is(lq_decision_proposed(decision), "call_today") && is(lq_decision_text(decision), ""));
  EXPECT(lq_decision_confidence(decision) == 890 && lq_decision_ceiling(decision) == 890);
  EXPECT(lq_decision_tension(decision) == 0 && lq_decision_error_count(decision) == 0);
  EXPECT(lq_decision_reason_count(decision) == 2);
  EXPECT(lq_decision_reason(decision, 0, &reason) == 1 && is(reason.code, "MANY_SEATS"));
  EXPECT(reason.from == LQ_FROM_RULE && is(reason.name, "many_seats") && reason.points == 6021);
  EXPECT(lq_decision_reason(decision, 1, &reason) == 1 && reason.from == LQ_FROM_EVIDENCE);
  EXPECT(lq_decision_reason(decision, 2, &reason) == 0);
  EXPECT(lq_decision_reason(decision, 0, NULL) == 0);
  const lq_text json = lq_decision_json(decision);
  EXPECT(json.size == strlen(json.data) && json.data == lq_decision_json(decision).data);
}

static void undecided(lq_decider* decider) {
  const lq_options given = {.as_of = as_of};
  const lq_decision* decision = lq_decide(
      decider, "{\"email\":\"cem@bank.example\",\"country\":\"AT\"}", LQ_WHOLE, &given, NULL);
  lq_ask ask;
  lq_could_become could;
  EXPECT(lq_decision_status(decision) == LQ_UNDECIDED);
  EXPECT(is(lq_decision_outcome(decision), "ask_first") && is(lq_decision_lead(decision), ""));
  EXPECT(lq_decision_ask_count(decision) == 1 && lq_decision_ask(decision, 0, &ask) == 1);
  EXPECT(is(ask.field, "seats") && is(ask.cause, "missing") && ask.gain > 0);
  EXPECT(lq_decision_ask(decision, 1, &ask) == 0);
  EXPECT(lq_decision_could_become_count(decision) == 2);
  EXPECT(lq_decision_could_become(decision, 0, &could) == 1 && is(could.outcome, "call_today"));
}

static void rejected(lq_decider* decider) {
  static const char* const leads[] = {"",         "{",  "nonsense",
                                      "\xff\xfe", "[]", "{\"seats\":\"many\"}"};
  const lq_options given = {.as_of = as_of};
  for (size_t i = 0; i < sizeof leads / sizeof *leads; ++i) {
    const lq_decision* decision = lq_decide(decider, leads[i], LQ_WHOLE, &given, NULL);
    lq_lead_error error;
    EXPECT(lq_decision_status(decision) == LQ_REJECTED && is(lq_decision_outcome(decision), ""));
    EXPECT(lq_decision_confidence(decision) == 0 && lq_decision_reason_count(decision) == 0);
    EXPECT(lq_decision_error_count(decision) > 0 && lq_decision_error(decision, 0, &error) == 1);
    EXPECT(error.code.size > 0 && error.message.size > 0);
    EXPECT(strstr(lq_decision_json(decision).data, "\"status\":\"rejected\"") != NULL);
  }
}

static void judged(lq_decider* decider) {
  const char* lead =
      "{\"$id\":\"ana\",\"email\":\"ana@firm.example\",\"country\":\"DE\",\"seats\":25}";
  const lq_options given = {.as_of = as_of};
  const lq_verdict* verdict = lq_judge(decider, lead, LQ_WHOLE, &given, NULL);
  lq_rule rule;
  lq_lead_error wrong;
  lq_error error = {0};
  EXPECT(lq_verdict_status(verdict) == LQ_SETTLED &&
         is(lq_verdict_status_name(verdict), "settled"));
  EXPECT(is(lq_verdict_outcome(verdict), "call_today") && is(lq_verdict_lead(verdict), "ana"));
  EXPECT(is(lq_verdict_proposed(verdict), "call_today") && lq_verdict_proposed_index(verdict) == 0);
  EXPECT(lq_verdict_confidence(verdict) == 890 && lq_verdict_ceiling(verdict) == 890);
  EXPECT(lq_verdict_rule_count(verdict) == 1 && lq_verdict_rule(verdict, 0, &rule) == 1);
  EXPECT(is(rule.name, "many_seats") && rule.row == 0 && is(rule.outcome, "call_today"));
  EXPECT(lq_verdict_rule(verdict, 1, &rule) == 0 && lq_verdict_rule(verdict, 0, NULL) == 0);
  EXPECT(lq_verdict_error(verdict, 0, &wrong) == 0);
  verdict = lq_judge(decider, "[]", 2, &given, NULL);
  EXPECT(lq_verdict_status(verdict) == LQ_REJECTED && is(lq_verdict_outcome(verdict), ""));
  EXPECT(lq_verdict_proposed_index(verdict) == -1 && lq_verdict_rule_count(verdict) == 0);
  EXPECT(lq_verdict_error(verdict, 0, &wrong) == 1 && is(wrong.code, "type"));
  EXPECT(lq_judge(decider, NULL, 0, &given, &error) == NULL && error.code == LQ_ERROR_ARGUMENT);
  EXPECT(lq_judge(decider, "{}", 2, NULL, NULL) == NULL);
  const lq_options unknown = {.as_of = as_of, .language = "XX"};
  EXPECT(lq_judge(decider, "{}", 2, &unknown, &error) == NULL && error.code == LQ_ERROR_OPTION);
}

int main(int count, char** words) {
  lq_error error = {0};
  lq_policy* policy = count < 2 ? NULL : lq_policy_open_file(words[1], &error);
  lq_decider* decider = lq_decider_create(policy, &error);
  if (decider == NULL) {
    fprintf(stderr, "%s\n", error.message);
    return 1;
  }
  EXPECT(lq_abi_version() == LQ_ABI_VERSION && strlen(lq_version()) > 0);
  about(policy);
  /* The decider keeps what it needs. */
  lq_policy_release(lq_policy_retain(policy));
  lq_policy_release(policy);
  nothing();
  wrong_files();
  options(decider);
  settled(decider);
  undecided(decider);
  rejected(decider);
  judged(decider);
  settled(decider);
  lq_decider_destroy(decider);
  return failures == 0 ? 0 : 1;
}
