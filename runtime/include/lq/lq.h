#ifndef LQ_LQ_H
#define LQ_LQ_H

#include <stddef.h>
#include <stdint.h>

/*
 * LQ for programs in C: a policy, made into a bundle by `lq build`, decides leads.
 *
 *   #include <lq/lq.h>
 *   #include <stdio.h>
 *
 *   int main(void) {
 *     const char* lead = "{\"email\": \"ana@firm.example\", \"country\": \"DE\"}";
 *     lq_options options = {.as_of = 1785542400000};
 *     lq_error error = {0};
 *     lq_policy* policy = lq_policy_open_file("hello.lqb", &error);
 *     lq_decider* decider = lq_decider_create(policy, &error);
 *     const lq_decision* decision = lq_decide(decider, lead, LQ_WHOLE, &options, &error);
 *     puts(decision != NULL ? lq_decision_json(decision).data : error.message);
 *     lq_decider_destroy(decider);
 *     lq_policy_release(policy);
 *   }
 *
 * The C++ of the same is lq/policy.h.
 *
 * Results and errors. A function that can fail returns a pointer that is NULL then, or an lq_code.
 * It says why in *error, which the caller owns and which may be NULL. *error is written only when
 * the call fails. NULL for a handle is taken everywhere: what is asked of no policy, decider or
 * decision is empty or zero, or fails and leaves an error that is there as it is. So a program that
 * begins with an error of zeros may look once, at the end, as the one above does; one that goes on
 * after a failure sets error.code to LQ_OK first. Nothing is thrown across this border, nothing
 * prints, and no input ends the process. A lead that is wrong is no failure: its decision or
 * verdict has the status LQ_REJECTED.
 *
 * Ownership and lifetime. Three things are made and given back:
 *
 *   lq_policy    counted. Each pointer that a function returns as the caller's is one to release.
 *   lq_decider   the caller's; keeps its policy alive. So does an lq_batch.
 *   lq_service   the caller's; its deciders may outlive it.
 *
 * An lq_decision or lq_verdict belongs to the decider and is good until its next lq_decide or
 * lq_judge, or its end. An lq_text that is got from something lives as long as that does. Nothing
 * that is passed in needs to outlive the call, neither bundle nor lead nor options.
 *
 * Threads. What a policy decides never changes, and a service locks where it must: both may be used
 * by any number of threads at once. A decider is one thread's at a time, and so are its decisions
 * and verdicts, which make JSON, outputs and rules only when they are asked for: give each thread a
 * decider, and keep it, since it decides without asking for memory once it is warm. A thread that
 * opens bundles or decides needs 256 KiB of stack.
 *
 * Outside. The library reads no clock and no environment, and opens no file but the one that
 * lq_policy_open_file names.
 *
 * Texts are UTF-8. Names, their numbers and their meaning stay as they are while lq_abi_version()
 * is 1: what comes later has names of its own.
 */

#if defined(__GNUC__)
#define LQ_API __attribute__((visibility("default")))
#else
#define LQ_API
#endif

#ifdef __cplusplus
extern "C" {
#endif

/* What this header describes. */
#define LQ_ABI_VERSION 1

/* `size` of a text that ends with a NUL. */
#define LQ_WHOLE ((size_t)-1)

/* What the library that runs has. */
LQ_API int32_t lq_abi_version(void);
/* Of lq, "0.1.0". */
LQ_API const char* lq_version(void);

/* A piece of text. A NUL follows data[size - 1] only where that is said; data is never NULL. */
typedef struct lq_text {
  const char* data;
  size_t size;
} lq_text;

typedef enum lq_code {
  LQ_OK = 0,
  /* NULL, or a number outside its range, where something is needed: a mistake of the program. */
  LQ_ERROR_ARGUMENT = 1,
  /* The bytes are no bundle, a damaged one, or one of a newer lq. */
  LQ_ERROR_BUNDLE = 2,
  /* The file cannot be read. */
  LQ_ERROR_FILE = 3,
  /* The policy has no such toggle or language. */
  LQ_ERROR_OPTION = 4,
  /* There is no memory. */
  LQ_ERROR_MEMORY = 5,
  /* A mistake in lq itself; please tell. */
  LQ_ERROR_INTERNAL = 6,
  /* The columns of a batch do not fit the policy, or the batch is broken. */
  LQ_ERROR_BATCH = 7,
  /* The bundle has no machine code that fits this processor and this lq, it is damaged, or this
     host does not run it. */
  LQ_ERROR_NATIVE = 8
} lq_code;

/* What was wrong. The message ends with a NUL, and is cut where it is longer. */
typedef struct lq_error {
  lq_code code;
  char message[508];
} lq_error;

/* ---- Policies ---------------------------------------------------------------------------- */

typedef struct lq_policy lq_policy;

/* Opens the bytes of a bundle. */
LQ_API lq_policy* lq_policy_open(const void* bytes, size_t size, lq_error* error);
/* Opens a file; nobody holds it open afterwards. */
LQ_API lq_policy* lq_policy_open_file(const char* path, lq_error* error);
/* One more owner; returns `policy`. */
LQ_API lq_policy* lq_policy_retain(lq_policy* policy);
/* One owner less; the last one frees it. */
LQ_API void lq_policy_release(lq_policy* policy);

LQ_API lq_text lq_policy_name(const lq_policy* policy);
LQ_API int64_t lq_policy_version(const lq_policy* policy);
/* "sha256:…", as in each decision. */
LQ_API lq_text lq_policy_hash(const lq_policy* policy);
/* The outcomes that rules choose, strongest first; past the end an empty text. */
LQ_API size_t lq_policy_outcome_count(const lq_policy* policy);
LQ_API lq_text lq_policy_outcome(const lq_policy* policy, size_t index);
/* Outcomes, toggles, languages, outputs and the fields of leads, as one line of JSON that ends with
   a NUL: docs/embedding.md lists the keys. */
LQ_API lq_text lq_policy_describe(const lq_policy* policy);

/*
 * Lets verdicts be found by the machine code that `lq build --native` put into the bundle: the same
 * verdicts, sooner. Machine code is code, and nobody checks what it does, so it is run only after
 * this call: make it for bundles of people whose programs you would run. Verdicts are lq_judge and
 * lq_batch_judge; decisions, which say why, are made without it.
 *
 * May be called at any time and by any thread, also while others decide: they go on undisturbed and
 * use the code from their next lead on. It stays for all owners of the policy, and for services
 * that have it in force; a policy that takes its place needs a call of its own. Calling it again
 * does nothing. When it fails with LQ_ERROR_NATIVE, the policy is as it was, and decides the same.
 */
LQ_API lq_code lq_policy_use_native(lq_policy* policy, lq_error* error);
/* 1 when machine code finds verdicts, else 0. */
LQ_API int lq_policy_is_native(const lq_policy* policy);

/* ---- Deciding ---------------------------------------------------------------------------- */

typedef struct lq_decider lq_decider;
typedef struct lq_decision lq_decision;

/* A toggle that is not at its default. */
typedef struct lq_toggle {
  const char* name;
  int32_t on;
} lq_toggle;

/* What a decision depends on beside policy and lead. Set all to zero, then what is needed. */
typedef struct lq_options {
  /* What `now` means, and the day of it `today`: UTC milliseconds since 1970-01-01. */
  int64_t as_of;
  const lq_toggle* toggles;
  size_t toggle_count;
  /* "DE" adds the policy's texts in this language; NULL: no texts. */
  const char* language;
} lq_options;

LQ_API lq_decider* lq_decider_create(lq_policy* policy, lq_error* error);
LQ_API void lq_decider_destroy(lq_decider* decider);

/* Decides one lead, given as canonical JSON: one object, any bytes are safe. */
LQ_API const lq_decision* lq_decide(lq_decider* decider, const char* lead, size_t size,
                                    const lq_options* options, lq_error* error);

/* ---- Decisions --------------------------------------------------------------------------- */

typedef enum lq_status {
  LQ_SETTLED = 0,
  LQ_UNDECIDED = 1,
  LQ_DOUBTFUL = 2,
  /* The lead is not as the schema wants it; only lq_decision_error says more. */
  LQ_REJECTED = 3
} lq_status;

/* The line that `lq decide --format jsonl` prints, byte for byte, without its line end. A NUL
   follows. Empty when there is no memory; it may be asked for again. */
LQ_API lq_text lq_decision_json(const lq_decision* decision);

/* LQ_REJECTED for NULL. */
LQ_API lq_status lq_decision_status(const lq_decision* decision);
/* "settled" */
LQ_API lq_text lq_decision_status_name(const lq_decision* decision);
LQ_API lq_text lq_decision_outcome(const lq_decision* decision);
/* What the rules chose, before confidence and guards. */
LQ_API lq_text lq_decision_proposed(const lq_decision* decision);
/* The outcome's text, empty without one. */
LQ_API lq_text lq_decision_text(const lq_decision* decision);
/* The lead's `$id`, empty without one. */
LQ_API lq_text lq_decision_lead(const lq_decision* decision);
/* Of the policy that decided. */
LQ_API lq_text lq_decision_hash(const lq_decision* decision);
/* Per mille: 942 is 94.2 %. */
LQ_API int32_t lq_decision_confidence(const lq_decision* decision);
LQ_API int32_t lq_decision_ceiling(const lq_decision* decision);
/* Whole points. */
LQ_API int32_t lq_decision_tension(const lq_decision* decision);

/* The lists of a decision, in their order. A function with an index returns 1 and fills in *item,
   or 0 past the end. */

typedef struct lq_reason {
  lq_text code;
  /* Thousandths of a point. */
  int32_t points;
  /* LQ_FROM_… */
  int32_t from;
  /* Of the rule, table, evidence or guard. */
  lq_text name;
  /* Of a table, from 1. */
  uint32_t row;
  /* In the language that was asked for, else empty. */
  lq_text text;
} lq_reason;

enum {
  LQ_FROM_RULE = 0,
  LQ_FROM_TABLE_ROW = 1,
  LQ_FROM_OTHERWISE = 2,
  LQ_FROM_EVIDENCE = 3,
  LQ_FROM_GUARD = 4
};

LQ_API size_t lq_decision_reason_count(const lq_decision* decision);
LQ_API int lq_decision_reason(const lq_decision* decision, size_t index, lq_reason* item);

/* A field to ask for, the most useful first. */
typedef struct lq_ask {
  lq_text field;
  /* "missing", "stale", "invalid", "band", "one_of" or "disagreement" */
  lq_text cause;
  /* Thousandths of a point. */
  int64_t gain;
  /* Empty when the schema has none. */
  lq_text question;
} lq_ask;

LQ_API size_t lq_decision_ask_count(const lq_decision* decision);
LQ_API int lq_decision_ask(const lq_decision* decision, size_t index, lq_ask* item);

/* What the decision could become when more is known. Per mille. */
typedef struct lq_could_become {
  lq_text outcome;
  int32_t confidence;
  int32_t ceiling;
} lq_could_become;

LQ_API size_t lq_decision_could_become_count(const lq_decision* decision);
LQ_API int lq_decision_could_become(const lq_decision* decision, size_t index,
                                    lq_could_become* item);

/* What is wrong with a rejected lead. `path` is empty for all of it. */
typedef struct lq_lead_error {
  lq_text path;
  /* "required", "type", "range" … */
  lq_text code;
  lq_text message;
} lq_lead_error;

LQ_API size_t lq_decision_error_count(const lq_decision* decision);
LQ_API int lq_decision_error(const lq_decision* decision, size_t index, lq_lead_error* item);

/* An output of the policy: its value as JSON, behind which a NUL stands. Good until the next call
   with this decision. 0 past the end, and when there is no memory. */
LQ_API size_t lq_decision_output_count(const lq_decision* decision);
LQ_API int lq_decision_output(const lq_decision* decision, size_t index, lq_text* name,
                              lq_text* json);

/* ---- Verdicts ---------------------------------------------------------------------------- */

/*
 * What most programs act on: status, outcome, confidence, and the rules that fired, found many
 * times faster than a decision, which also says why and what to ask. It agrees with the decision of
 * the same lead in all that it has. `language` of the options is checked, and changes nothing else.
 */
typedef struct lq_verdict lq_verdict;

/* Judges one lead, given as for lq_decide. */
LQ_API const lq_verdict* lq_judge(lq_decider* decider, const char* lead, size_t size,
                                  const lq_options* options, lq_error* error);

/* As those of a decision. */
LQ_API lq_status lq_verdict_status(const lq_verdict* verdict);
LQ_API lq_text lq_verdict_status_name(const lq_verdict* verdict);
LQ_API lq_text lq_verdict_outcome(const lq_verdict* verdict);
LQ_API lq_text lq_verdict_proposed(const lq_verdict* verdict);
/* The same as a number for lq_policy_outcome; -1 of a rejected lead. */
LQ_API int32_t lq_verdict_proposed_index(const lq_verdict* verdict);
LQ_API int32_t lq_verdict_confidence(const lq_verdict* verdict);
LQ_API int32_t lq_verdict_ceiling(const lq_verdict* verdict);
LQ_API lq_text lq_verdict_lead(const lq_verdict* verdict);
LQ_API lq_text lq_verdict_hash(const lq_verdict* verdict);
LQ_API size_t lq_verdict_error_count(const lq_verdict* verdict);
LQ_API int lq_verdict_error(const lq_verdict* verdict, size_t index, lq_lead_error* item);

/* A rule that fired: it holds, and no other overrides it. */
typedef struct lq_rule {
  /* Of the rule, or of the table that the row stands in. */
  lq_text name;
  /* Of a table, from 1; 0 for a rule. */
  uint32_t row;
  /* What it chooses. */
  lq_text outcome;
} lq_rule;

/* Those of the strongest outcome first. None when there is no memory; they may be asked for again.
 */
LQ_API size_t lq_verdict_rule_count(const lq_verdict* verdict);
LQ_API int lq_verdict_rule(const lq_verdict* verdict, size_t index, lq_rule* item);

/* ---- Batches ----------------------------------------------------------------------------- */

/*
 * Leads as columns in, decisions or verdicts as columns out, by the Arrow C data interface. Its two
 * structs are those of any Arrow library; lq/arrow_c_data.h has them, too. Each row is decided as
 * the lead with these values is. A row with a bad value is no failure: its decision is rejected.
 * docs/batches.md names the columns.
 */
struct ArrowSchema;
struct ArrowArray;

/* One thread's at a time, as a decider is; keeps its policy alive. */
typedef struct lq_batch lq_batch;

typedef enum lq_reason_form {
  /* A number a row; the list of codes that it stands for is written once. */
  LQ_REASON_SETS = 0,
  /* A list of codes a row. */
  LQ_REASON_LISTS = 1
} lq_reason_form;

/* For batches with these columns; `columns` stays the caller's and is needed only here. */
LQ_API lq_batch* lq_batch_create(lq_policy* policy, const struct ArrowSchema* columns,
                                 lq_reason_form reasons, lq_error* error);
LQ_API void lq_batch_destroy(lq_batch* batch);
/* The columns that are no field, and so are left alone; past the end an empty text. */
LQ_API size_t lq_batch_unmapped_count(const lq_batch* batch);
LQ_API lq_text lq_batch_unmapped(const lq_batch* batch, size_t index);
/* The type of the decisions, the same for every batch. The caller releases it. */
LQ_API lq_code lq_batch_schema(const lq_batch* batch, struct ArrowSchema* decisions,
                               lq_error* error);
/* Decides every row. `leads` stays the caller's; the caller releases *decisions, which nothing ties
   to the batch or the policy. Neither is touched when it fails. */
LQ_API lq_code lq_batch_decide(lq_batch* batch, const struct ArrowArray* leads,
                               const lq_options* options, struct ArrowArray* decisions,
                               lq_error* error);
/* The same two for verdicts. */
LQ_API lq_code lq_batch_verdict_schema(const lq_batch* batch, struct ArrowSchema* verdicts,
                                       lq_error* error);
LQ_API lq_code lq_batch_judge(lq_batch* batch, const struct ArrowArray* leads,
                              const lq_options* options, struct ArrowArray* verdicts,
                              lq_error* error);

/* ---- Services ---------------------------------------------------------------------------- */

/*
 * Holds the policy that is in force, and lets another take its place while threads decide. Deciders
 * of a service look at each lead whether there is a newer policy; that costs one read of memory,
 * and a lock only for the one decision after a change. Each decision is made wholly by one policy,
 * the old or the new one: lq_decision_hash says which. An old policy is freed when the last
 * of its deciders has gone on to the next lead or has ended.
 */
typedef struct lq_service lq_service;

/* Takes a share of its own of `policy`. */
LQ_API lq_service* lq_service_create(lq_policy* policy, lq_error* error);
LQ_API void lq_service_destroy(lq_service* service);
LQ_API lq_code lq_service_replace(lq_service* service, lq_policy* policy, lq_error* error);
/* The policy in force, the caller's to release; NULL when there is no memory. */
LQ_API lq_policy* lq_service_policy(lq_service* service);
/* How often it was replaced. */
LQ_API uint64_t lq_service_generation(const lq_service* service);
/* A decider that follows the service. */
LQ_API lq_decider* lq_service_decider(lq_service* service, lq_error* error);

#ifdef __cplusplus
}
#endif

#endif
