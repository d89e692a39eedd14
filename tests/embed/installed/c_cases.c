/* c_cases FOLDER: decides the cases of FOLDER/cases.tsv, as tests/embed/write_cases.cpp wrote them,
 * and judges them, by the plan and by machine code. */

#include <lq/lq.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { most = 1 << 22 };

static char* next_cell(char** line) {
  char* cell = *line;
  char* end = strpbrk(cell, "\t\n");
  if (end == NULL)
    return cell + strlen(cell);
  *end = '\0';
  *line = end + 1;
  return cell;
}

/* "name=1,other=0" */
static size_t read_toggles(char* cell, lq_toggle* toggles) {
  size_t count = 0;
  for (char* word = strtok(cell, ","); word != NULL; word = strtok(NULL, ",")) {
    char* sign = strchr(word, '=');
    *sign = '\0';
    toggles[count].name = word;
    toggles[count++].on = sign[1] == '1';
  }
  return count;
}

static size_t read_hex(char* cell) {
  const size_t size = strlen(cell) / 2;
  for (size_t i = 0; i < size; ++i) {
    char digits[3] = {cell[2 * i], cell[2 * i + 1], '\0'};
    cell[i] = (char)strtol(digits, NULL, 16);
  }
  return size;
}

static int same(lq_text one, lq_text other) {
  return one.size == other.size && memcmp(one.data, other.data, one.size) == 0;
}

/* Whether a rule that fired chooses what is proposed, as the reason that it gave says. */
static int fired(const lq_verdict* verdict, const lq_reason* reason) {
  lq_rule rule;
  for (size_t i = 0; lq_verdict_rule(verdict, i, &rule) != 0; ++i) {
    if (same(rule.name, reason->name) && rule.row == reason->row)
      return same(rule.outcome, lq_verdict_proposed(verdict));
  }
  return 0;
}

/* Those rules that fired for what is proposed are the decision's reasons. */
static int same_rules(const lq_verdict* verdict, const lq_decision* decision) {
  size_t rules = 0;
  size_t reasons = 0;
  lq_rule rule;
  lq_reason reason;
  for (size_t i = 0; lq_verdict_rule(verdict, i, &rule) != 0; ++i)
    rules += same(rule.outcome, lq_verdict_proposed(verdict)) ? 1 : 0;
  for (size_t i = 0; lq_decision_reason(decision, i, &reason) != 0; ++i) {
    const int by_rule = reason.from == LQ_FROM_RULE || reason.from == LQ_FROM_TABLE_ROW;
    reasons += by_rule ? 1 : 0;
    if (by_rule && !fired(verdict, &reason))
      return 0;
  }
  return rules == reasons;
}

static int same_errors(const lq_verdict* verdict, const lq_decision* decision) {
  lq_lead_error one;
  lq_lead_error other;
  for (size_t i = 0; lq_verdict_error(verdict, i, &one) != 0; ++i) {
    if (lq_decision_error(decision, i, &other) == 0 || !same(one.path, other.path) ||
        !same(one.code, other.code) || !same(one.message, other.message))
      return 0;
  }
  return lq_verdict_error_count(verdict) == lq_decision_error_count(decision);
}

static int agrees(const lq_verdict* verdict, const lq_decision* decision) {
  return lq_verdict_status(verdict) == lq_decision_status(decision) &&
         same(lq_verdict_status_name(verdict), lq_decision_status_name(decision)) &&
         same(lq_verdict_outcome(verdict), lq_decision_outcome(decision)) &&
         same(lq_verdict_proposed(verdict), lq_decision_proposed(decision)) &&
         lq_verdict_confidence(verdict) == lq_decision_confidence(decision) &&
         lq_verdict_ceiling(verdict) == lq_decision_ceiling(decision) &&
         same(lq_verdict_lead(verdict), lq_decision_lead(decision)) &&
         same(lq_verdict_hash(verdict), lq_decision_hash(decision)) &&
         same_rules(verdict, decision) && same_errors(verdict, decision);
}

/* Judges the lead by the plan, then by machine code where the bundle has some; how often the
 * verdict was another than the decision. */
static int judge_both(lq_policy* policy, const char* lead, size_t size, const lq_options* options,
                      const lq_decision* decision, int* native) {
  lq_decider* decider = lq_decider_create(policy, NULL);
  const lq_verdict* verdict = lq_judge(decider, lead, size, options, NULL);
  int wrong = verdict != NULL && agrees(verdict, decision) ? 0 : 1;
  if (lq_policy_use_native(policy, NULL) == LQ_OK) {
    ++*native;
    verdict = lq_judge(decider, lead, size, options, NULL);
    wrong += verdict != NULL && agrees(verdict, decision) ? 0 : 1;
  }
  lq_decider_destroy(decider);
  return wrong;
}

static int decide_one(const char* folder, char* line, int* native) {
  lq_toggle toggles[64];
  char path[4096];
  lq_options options = {0};
  lq_error error = {0};
  const char* name = next_cell(&line);
  snprintf(path, sizeof path, "%s/%s", folder, next_cell(&line));
  options.as_of = strtoll(next_cell(&line), NULL, 10);
  options.toggle_count = read_toggles(next_cell(&line), toggles);
  options.toggles = toggles;
  options.language = next_cell(&line);
  char* lead = next_cell(&line);
  const size_t size = read_hex(lead);
  const char* expected = next_cell(&line);
  lq_policy* policy = lq_policy_open_file(path, &error);
  lq_decider* decider = lq_decider_create(policy, &error);
  const lq_decision* decision = lq_decide(decider, lead, size, &options, &error);
  const int right = decision != NULL && strcmp(lq_decision_json(decision).data, expected) == 0;
  if (!right)
    printf("%s\n  expected %s\n  got      %s\n", name, expected,
           decision != NULL ? lq_decision_json(decision).data : error.message);
  const int others = judge_both(policy, lead, size, &options, decision, native);
  if (others > 0)
    printf("%s\n  expected %s\n  but %d of its verdicts say something else\n", name, expected,
           others);
  lq_decider_destroy(decider);
  lq_policy_release(policy);
  return right && others == 0;
}

int main(int count, char** words) {
  static char line[most];
  char path[4096];
  int decided = 0;
  int native = 0;
  int wrong = 0;
  snprintf(path, sizeof path, "%s/cases.tsv", count < 2 ? "." : words[1]);
  FILE* cases = fopen(path, "rb");
  while (cases != NULL && fgets(line, sizeof line, cases) != NULL) {
    ++decided;
    wrong += !decide_one(words[1], line, &native);
  }
  if (cases != NULL)
    fclose(cases);
  printf("C: %d cases, %d of them also by machine code, %d differ\n", decided, native, wrong);
  return native > decided / 2 && wrong == 0 ? 0 : 1;
}
