/* c_cases FOLDER: decides the cases of FOLDER/cases.tsv, as tests/embed/write_cases.cpp wrote them.
 */

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

static int decide_one(const char* folder, char* line) {
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
  const int same = decision != NULL && strcmp(lq_decision_json(decision).data, expected) == 0;
  if (!same)
    printf("%s\n  expected %s\n  got      %s\n", name, expected,
           decision != NULL ? lq_decision_json(decision).data : error.message);
  lq_decider_destroy(decider);
  lq_policy_release(policy);
  return same;
}

int main(int count, char** words) {
  static char line[most];
  char path[4096];
  int decided = 0;
  int wrong = 0;
  snprintf(path, sizeof path, "%s/cases.tsv", count < 2 ? "." : words[1]);
  FILE* cases = fopen(path, "rb");
  while (cases != NULL && fgets(line, sizeof line, cases) != NULL) {
    ++decided;
    wrong += !decide_one(words[1], line);
  }
  if (cases != NULL)
    fclose(cases);
  printf("C: %d cases, %d differ\n", decided, wrong);
  return decided > 0 && wrong == 0 ? 0 : 1;
}
