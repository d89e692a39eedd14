/* c_batch GREAT.lqb: columns in and out by lq.h, with the two structs and nothing else of Arrow. */

#include <lq/arrow_c_data.h>

#include "expect.h"

/* What is the program's own needs no release; whoever is done with it sets this, as is the rule. */
static void done_with_schema(struct ArrowSchema* schema) { schema->release = NULL; }
static void done_with_array(struct ArrowArray* array) { array->release = NULL; }

/* A batch of one column. */
typedef struct {
  struct ArrowSchema field;
  struct ArrowSchema* fields[1];
  struct ArrowSchema columns;
  const void* buffers[2];
  const void* no_buffers[1];
  struct ArrowArray column;
  struct ArrowArray* all[1];
  struct ArrowArray rows;
} Leads;

static void make(Leads* leads, const char* name, const int64_t* values, int64_t count) {
  *leads = (Leads){0};
  leads->field = (struct ArrowSchema){.format = "l", .name = name, .release = done_with_schema};
  leads->fields[0] = &leads->field;
  leads->columns = (struct ArrowSchema){.format = "+s",
                                        .name = "",
                                        .n_children = 1,
                                        .children = leads->fields,
                                        .release = done_with_schema};
  leads->buffers[1] = values;
  leads->column = (struct ArrowArray){
      .length = count, .n_buffers = 2, .buffers = leads->buffers, .release = done_with_array};
  leads->all[0] = &leads->column;
  leads->rows = (struct ArrowArray){.length = count,
                                    .n_buffers = 1,
                                    .n_children = 1,
                                    .buffers = leads->no_buffers,
                                    .children = leads->all,
                                    .release = done_with_array};
}

/* Indices of a dictionary have 8 bits or 32. */
static int32_t index_at(const struct ArrowSchema* schema, const struct ArrowArray* column,
                        int64_t row) {
  EXPECT(strcmp(schema->format, "c") == 0 || strcmp(schema->format, "i") == 0);
  return schema->format[0] == 'c' ? ((const int8_t*)column->buffers[1])[row]
                                  : ((const int32_t*)column->buffers[1])[row];
}

/* The text at a row of a column that is a dictionary of utf8. */
static lq_text text_at(const struct ArrowSchema* schema, const struct ArrowArray* array,
                       const char* name, int64_t row) {
  for (int64_t i = 0; i < schema->n_children; ++i) {
    if (strcmp(schema->children[i]->name, name) != 0)
      continue;
    const struct ArrowArray* column = array->children[i];
    const uint8_t* valid = column->buffers[0];
    if (valid != NULL && (valid[row / 8] >> (row % 8) & 1) == 0)
      return (lq_text){"null", 4};
    const int32_t index = index_at(schema->children[i], column, row);
    const int32_t* ends = column->dictionary->buffers[1];
    const char* bytes = column->dictionary->buffers[2];
    return (lq_text){bytes + ends[index], (size_t)(ends[index + 1] - ends[index])};
  }
  return (lq_text){"no such column", 14};
}

static void rows_are_right(const struct ArrowSchema* schema, const struct ArrowArray* rows) {
  EXPECT(rows->length == 3 && rows->n_children == schema->n_children);
  EXPECT(is(text_at(schema, rows, "outcome", 0), "call"));
  EXPECT(is(text_at(schema, rows, "outcome", 1), "wait"));
  EXPECT(is(text_at(schema, rows, "status", 1), "settled"));
  EXPECT(is(text_at(schema, rows, "status", 2), "rejected"));
  EXPECT(is(text_at(schema, rows, "outcome", 2), "null"));
}

static const int64_t visits[] = {9007199254740993, 9007199254740992, -1};

/* Decides and judges; what comes back is good when batch and policy are gone. */
static void decides(lq_policy* policy, lq_reason_form reasons) {
  const lq_options options = {.as_of = as_of};
  struct ArrowSchema decided = {0};
  struct ArrowSchema judged = {0};
  struct ArrowArray decisions = {0};
  struct ArrowArray verdicts = {0};
  lq_error error = {0};
  Leads leads;
  make(&leads, "visits", visits, 3);
  lq_batch* batch = lq_batch_create(policy, &leads.columns, reasons, &error);
  EXPECT(batch != NULL && lq_batch_unmapped_count(batch) == 0);
  EXPECT(lq_batch_schema(batch, &decided, &error) == LQ_OK);
  EXPECT(lq_batch_verdict_schema(batch, &judged, &error) == LQ_OK);
  EXPECT(lq_batch_decide(batch, &leads.rows, &options, &decisions, &error) == LQ_OK);
  EXPECT(lq_batch_judge(batch, &leads.rows, &options, &verdicts, &error) == LQ_OK);
  /* What was lent is still the caller's. */
  EXPECT(leads.rows.release != NULL && leads.columns.release != NULL);
  lq_batch_destroy(batch);
  EXPECT(error.code == LQ_OK && decisions.release != NULL && verdicts.release != NULL);
  rows_are_right(&decided, &decisions);
  rows_are_right(&judged, &verdicts);
  decisions.release(&decisions);
  verdicts.release(&verdicts);
  decided.release(&decided);
  judged.release(&judged);
  EXPECT(decisions.release == NULL && decided.release == NULL);
}

static void unmapped(lq_policy* policy) {
  lq_error error = {0};
  Leads leads;
  make(&leads, "shoe_size", visits, 3);
  EXPECT(lq_batch_create(policy, &leads.columns, LQ_REASON_SETS, &error) == NULL);
  EXPECT(error.code == LQ_ERROR_BATCH && strstr(error.message, "`visits`") != NULL);
}

static void wrong(lq_policy* policy) {
  const lq_options options = {.as_of = as_of};
  struct ArrowArray decisions = {0};
  lq_error error = {0};
  Leads leads;
  make(&leads, "visits", visits, 3);
  EXPECT(lq_batch_create(policy, &leads.columns, (lq_reason_form)7, &error) == NULL);
  EXPECT(error.code == LQ_ERROR_ARGUMENT && strstr(error.message, "`reasons`") != NULL);
  leads.field.format = "tdD";
  EXPECT(lq_batch_create(policy, &leads.columns, LQ_REASON_SETS, &error) == NULL);
  EXPECT(error.code == LQ_ERROR_BATCH && strstr(error.message, "`visits`") != NULL);
  leads.field.format = "l";
  lq_batch* batch = lq_batch_create(policy, &leads.columns, LQ_REASON_SETS, &error);
  leads.column.n_buffers = 1;
  EXPECT(lq_batch_decide(batch, &leads.rows, &options, &decisions, &error) == LQ_ERROR_BATCH);
  leads.column.n_buffers = 2;
  leads.rows.release = NULL;
  EXPECT(lq_batch_decide(batch, &leads.rows, &options, &decisions, &error) == LQ_ERROR_BATCH);
  EXPECT(lq_batch_decide(batch, &leads.rows, NULL, &decisions, NULL) == LQ_ERROR_ARGUMENT);
  EXPECT(decisions.release == NULL);
  lq_batch_destroy(batch);
}

int main(int count, char** words) {
  lq_error error = {0};
  lq_policy* policy = count < 2 ? NULL : lq_policy_open_file(words[1], &error);
  EXPECT(policy != NULL);
  decides(policy, LQ_REASON_SETS);
  decides(policy, LQ_REASON_LISTS);
  unmapped(policy);
  wrong(policy);
  lq_policy_release(policy);
  return failures == 0 ? 0 : 1;
}
