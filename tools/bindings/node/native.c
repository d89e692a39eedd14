/* lq.h for Node, by Node-API: one addon serves every Node from 16 on. */

#define NAPI_VERSION 8
#include <node_api.h>

#include <stdlib.h>
#include <string.h>

#include "runtime/include/lq/lq.h"

/* A policy and its decider: one thread of JavaScript uses them. */
typedef struct {
  lq_policy* policy;
  lq_decider* decider;
} Opened;

/* Set by each call that fails in Node itself, which then has an exception pending. */
#define TRY(call)        \
  if ((call) != napi_ok) \
  return NULL

static napi_value throw_error(napi_env env, const lq_error* error) {
  static const char* const codes[] = {
      "LQ_OK",           "LQ_ERROR_ARGUMENT", "LQ_ERROR_BUNDLE",   "LQ_ERROR_FILE",
      "LQ_ERROR_OPTION", "LQ_ERROR_MEMORY",   "LQ_ERROR_INTERNAL", "LQ_ERROR_BATCH",
      "LQ_ERROR_NATIVE"};
  napi_throw_error(env, codes[error->code], error->message);
  return NULL;
}

static napi_value text_value(napi_env env, lq_text text) {
  napi_value value = NULL;
  TRY(napi_create_string_utf8(env, text.data, text.size, &value));
  return value;
}

static void close_policy(napi_env env, void* data, void* hint) {
  (void)env;
  (void)hint;
  Opened* opened = data;
  lq_decider_destroy(opened->decider);
  lq_policy_release(opened->policy);
  free(opened);
}

/* Takes the policy over. */
static napi_value wrap(napi_env env, lq_policy* policy, lq_error* error) {
  lq_decider* decider = lq_decider_create(policy, error);
  Opened* opened = decider == NULL ? NULL : malloc(sizeof *opened);
  if (opened == NULL) {
    if (decider != NULL)
      error->code = LQ_ERROR_MEMORY;
    lq_decider_destroy(decider);
    lq_policy_release(policy);
    return throw_error(env, error);
  }
  opened->policy = policy;
  opened->decider = decider;
  napi_value value = NULL;
  if (napi_create_external(env, opened, close_policy, NULL, &value) != napi_ok)
    close_policy(env, opened, NULL);
  return value;
}

/* A copy of a string, which the caller frees; NULL for anything else. */
static char* copy_string(napi_env env, napi_value value, size_t* size) {
  if (napi_get_value_string_utf8(env, value, NULL, 0, size) != napi_ok)
    return NULL;
  char* copy = malloc(*size + 1);
  if (copy != NULL)
    napi_get_value_string_utf8(env, value, copy, *size + 1, size);
  return copy;
}

static napi_value open_file(napi_env env, napi_callback_info info) {
  napi_value path = NULL;
  size_t count = 1;
  size_t size = 0;
  lq_error error = {0};
  TRY(napi_get_cb_info(env, info, &count, &path, NULL, NULL));
  char* name = copy_string(env, path, &size);
  lq_policy* policy = lq_policy_open_file(name, &error);
  free(name);
  return wrap(env, policy, &error);
}

static napi_value open_bytes(napi_env env, napi_callback_info info) {
  napi_value bytes = NULL;
  size_t count = 1;
  size_t size = 0;
  void* data = NULL;
  lq_error error = {0};
  TRY(napi_get_cb_info(env, info, &count, &bytes, NULL, NULL));
  TRY(napi_get_buffer_info(env, bytes, &data, &size));
  return wrap(env, lq_policy_open(data != NULL ? data : "", size, &error), &error);
}

static Opened* opened_of(napi_env env, napi_value value) {
  void* data = NULL;
  return napi_get_value_external(env, value, &data) == napi_ok ? data : NULL;
}

static napi_value describe(napi_env env, napi_callback_info info) {
  napi_value policy = NULL;
  size_t count = 1;
  TRY(napi_get_cb_info(env, info, &count, &policy, NULL, NULL));
  Opened* opened = opened_of(env, policy);
  return text_value(env, lq_policy_describe(opened == NULL ? NULL : opened->policy));
}

/* The members of `names` (an array of strings) with the booleans of `states`. */
typedef struct {
  lq_toggle* all;
  size_t count;
} Toggles;

static void free_toggles(Toggles toggles) {
  for (size_t i = 0; i < toggles.count; ++i)
    free((char*)toggles.all[i].name);
  free(toggles.all);
}

static Toggles read_toggles(napi_env env, napi_value names, napi_value states) {
  Toggles toggles = {NULL, 0};
  uint32_t count = 0;
  if (napi_get_array_length(env, names, &count) != napi_ok)
    return toggles;
  toggles.all = calloc((size_t)count + 1, sizeof *toggles.all);
  for (uint32_t i = 0; i < count && toggles.all != NULL; ++i) {
    napi_value name = NULL;
    napi_value state = NULL;
    size_t size = 0;
    bool on = false;
    if (napi_get_element(env, names, i, &name) != napi_ok ||
        napi_get_element(env, states, i, &state) != napi_ok ||
        napi_get_value_bool(env, state, &on) != napi_ok)
      break;
    toggles.all[i].name = copy_string(env, name, &size);
    toggles.all[i].on = on;
    toggles.count = i + 1;
  }
  return toggles;
}

/* What a call was given: (policy, lead as Buffer, as of, names, states, language). */
typedef struct {
  lq_decider* decider;
  const char* lead;
  size_t size;
  lq_options options;
  Toggles toggles;
  char* language;
} Call;

/* 0, with an exception, when it was given something else. */
static int read_call(napi_env env, napi_callback_info info, Call* call) {
  napi_value given[6] = {NULL};
  size_t count = 6;
  void* lead = NULL;
  size_t language_size = 0;
  *call = (Call){0};
  if (napi_get_cb_info(env, info, &count, given, NULL, NULL) != napi_ok ||
      napi_get_buffer_info(env, given[1], &lead, &call->size) != napi_ok ||
      napi_get_value_int64(env, given[2], &call->options.as_of) != napi_ok)
    return 0;
  Opened* opened = opened_of(env, given[0]);
  call->decider = opened == NULL ? NULL : opened->decider;
  call->lead = lead != NULL ? lead : "";
  call->toggles = read_toggles(env, given[3], given[4]);
  call->options.toggles = call->toggles.all;
  call->options.toggle_count = call->toggles.count;
  call->language = copy_string(env, given[5], &language_size);
  call->options.language = call->language;
  return 1;
}

static void free_call(const Call* call) {
  free(call->language);
  free_toggles(call->toggles);
}

/* Gives the decision's JSON. */
static napi_value decide(napi_env env, napi_callback_info info) {
  Call call;
  lq_error error = {0};
  if (!read_call(env, info, &call))
    return NULL;
  const lq_decision* decision =
      lq_decide(call.decider, call.lead, call.size, &call.options, &error);
  napi_value json =
      decision != NULL ? text_value(env, lq_decision_json(decision)) : throw_error(env, &error);
  free_call(&call);
  return json;
}

static napi_value number_value(napi_env env, int64_t number) {
  napi_value value = NULL;
  TRY(napi_create_int64(env, number, &value));
  return value;
}

/* An array of what stands in it. */
static napi_value row_of(napi_env env, const napi_value* items, uint32_t count) {
  napi_value array = NULL;
  TRY(napi_create_array_with_length(env, count, &array));
  for (uint32_t i = 0; i < count; ++i)
    TRY(napi_set_element(env, array, i, items[i]));
  return array;
}

/* [[name, row, outcome]]; row is 0 for a rule. */
static napi_value fired_rules(napi_env env, const lq_verdict* verdict) {
  napi_value rules = NULL;
  lq_rule rule;
  TRY(napi_create_array(env, &rules));
  for (uint32_t i = 0; lq_verdict_rule(verdict, i, &rule) != 0; ++i) {
    const napi_value items[] = {text_value(env, rule.name), number_value(env, rule.row),
                                text_value(env, rule.outcome)};
    TRY(napi_set_element(env, rules, i, row_of(env, items, 3)));
  }
  return rules;
}

/* [[path, code, message]] */
static napi_value lead_errors(napi_env env, const lq_verdict* verdict) {
  napi_value errors = NULL;
  lq_lead_error error;
  TRY(napi_create_array(env, &errors));
  for (uint32_t i = 0; lq_verdict_error(verdict, i, &error) != 0; ++i) {
    const napi_value items[] = {text_value(env, error.path), text_value(env, error.code),
                                text_value(env, error.message)};
    TRY(napi_set_element(env, errors, i, row_of(env, items, 3)));
  }
  return errors;
}

/* Gives [lead, status, outcome, proposed, confidence, ceiling, rules, errors]; texts may be empty. */
static napi_value judge(napi_env env, napi_callback_info info) {
  Call call;
  lq_error error = {0};
  if (!read_call(env, info, &call))
    return NULL;
  const lq_verdict* verdict = lq_judge(call.decider, call.lead, call.size, &call.options, &error);
  free_call(&call);
  if (verdict == NULL)
    return throw_error(env, &error);
  const napi_value items[] = {text_value(env, lq_verdict_lead(verdict)),
                              text_value(env, lq_verdict_status_name(verdict)),
                              text_value(env, lq_verdict_outcome(verdict)),
                              text_value(env, lq_verdict_proposed(verdict)),
                              number_value(env, lq_verdict_confidence(verdict)),
                              number_value(env, lq_verdict_ceiling(verdict)),
                              fired_rules(env, verdict),
                              lead_errors(env, verdict)};
  return row_of(env, items, sizeof items / sizeof *items);
}

/* useNative(policy) */
static napi_value use_native(napi_env env, napi_callback_info info) {
  napi_value policy = NULL;
  size_t count = 1;
  lq_error error = {0};
  TRY(napi_get_cb_info(env, info, &count, &policy, NULL, NULL));
  Opened* opened = opened_of(env, policy);
  if (lq_policy_use_native(opened == NULL ? NULL : opened->policy, &error) != LQ_OK)
    return throw_error(env, &error);
  return NULL;
}

NAPI_MODULE_INIT() {
  const napi_property_descriptor functions[] = {
      {"openFile", NULL, open_file, NULL, NULL, NULL, napi_enumerable, NULL},
      {"open", NULL, open_bytes, NULL, NULL, NULL, napi_enumerable, NULL},
      {"describe", NULL, describe, NULL, NULL, NULL, napi_enumerable, NULL},
      {"decide", NULL, decide, NULL, NULL, NULL, napi_enumerable, NULL},
      {"judge", NULL, judge, NULL, NULL, NULL, napi_enumerable, NULL},
      {"useNative", NULL, use_native, NULL, NULL, NULL, napi_enumerable, NULL}};
  TRY(napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions));
  return exports;
}
