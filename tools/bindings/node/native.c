/* lq.h for Node, by Node-API: one addon serves every Node from 16 on. */

#define NAPI_VERSION 8
#include <node_api.h>

#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "runtime/include/lq/lq.h"

/* A policy and its decider: one thread of JavaScript uses them. */
typedef struct {
  lq_policy* policy;
  lq_decider* decider;
  /* What the collector was told that both weigh. */
  int64_t weight;
} Opened;

/* Bytes in memory for one of a bundle, about: see docs/decisions/0231. */
enum { kWeightPerByte = 3, kWeightOfAny = 1 << 16 };

static bool is_ok(napi_env env, napi_status status) {
  const napi_extended_error_info* info = NULL;
  bool pending = false;
  if (status == napi_ok)
    return true;
  napi_get_last_error_info(env, &info);
  const char* message = info->error_message;
  if (napi_is_exception_pending(env, &pending) == napi_ok && !pending)
    napi_throw_error(env, "LQ_ERROR_INTERNAL", message != NULL ? message : "Node failed");
  return false;
}

/* Returns NULL where Node fails; an exception is pending then. */
#define TRY(call)        \
  if (!is_ok(env, call)) \
  return NULL

static void* throw_error(napi_env env, const lq_error* error) {
  static const char* const codes[] = {
      "LQ_OK",           "LQ_ERROR_ARGUMENT", "LQ_ERROR_BUNDLE",   "LQ_ERROR_FILE",
      "LQ_ERROR_OPTION", "LQ_ERROR_MEMORY",   "LQ_ERROR_INTERNAL", "LQ_ERROR_BATCH",
      "LQ_ERROR_NATIVE"};
  napi_throw_error(env, codes[error->code], error->message);
  return NULL;
}

static void* throw_no_memory(napi_env env) {
  const lq_error error = {LQ_ERROR_MEMORY, "there is no memory"};
  return throw_error(env, &error);
}

static void* throw_type(napi_env env, const char* message) {
  napi_throw_type_error(env, NULL, message);
  return NULL;
}

static napi_value text_value(napi_env env, lq_text text) {
  napi_value value = NULL;
  TRY(napi_create_string_utf8(env, text.data, text.size, &value));
  return value;
}

static void close_policy(napi_env env, void* data, void* hint) {
  (void)hint;
  Opened* opened = data;
  int64_t all = 0;
  napi_adjust_external_memory(env, -opened->weight, &all);
  lq_decider_destroy(opened->decider);
  lq_policy_release(opened->policy);
  free(opened);
}

/* Takes over the policy, whose bundle has `size` bytes. */
static napi_value wrap(napi_env env, lq_policy* policy, int64_t size, lq_error* error) {
  lq_decider* decider = lq_decider_create(policy, error);
  Opened* opened = decider == NULL ? NULL : malloc(sizeof *opened);
  if (opened == NULL) {
    lq_decider_destroy(decider);
    lq_policy_release(policy);
    return decider == NULL ? throw_error(env, error) : throw_no_memory(env);
  }
  int64_t all = 0;
  *opened = (Opened){policy, decider, kWeightOfAny + kWeightPerByte * size};
  napi_adjust_external_memory(env, opened->weight, &all);
  napi_value value = NULL;
  if (is_ok(env, napi_create_external(env, opened, close_policy, NULL, &value)))
    return value;
  close_policy(env, opened, NULL);
  return NULL;
}

/* A copy of a string, which the caller frees. NULL, with an exception pending, for anything else
 * and for a string with a NUL, which would cut it. */
static char* copy_string(napi_env env, napi_value value, const char* no_string, const char* nul) {
  size_t size = 0;
  if (napi_get_value_string_utf8(env, value, NULL, 0, &size) != napi_ok)
    return throw_type(env, no_string);
  char* copy = malloc(size + 1);
  if (copy == NULL)
    return throw_no_memory(env);
  if (is_ok(env, napi_get_value_string_utf8(env, value, copy, size + 1, &size))) {
    if (strlen(copy) == size)
      return copy;
    throw_type(env, nul);
  }
  free(copy);
  return NULL;
}

static napi_value open_file(napi_env env, napi_callback_info info) {
  napi_value path = NULL;
  size_t count = 1;
  struct stat about = {0};
  lq_error error = {0};
  TRY(napi_get_cb_info(env, info, &count, &path, NULL, NULL));
  char* name = copy_string(env, path, "the path is no string", "the path has a NUL in it");
  if (name == NULL)
    return NULL;
  lq_policy* policy = lq_policy_open_file(name, &error);
  const int64_t size = stat(name, &about) == 0 ? about.st_size : 0;
  free(name);
  return wrap(env, policy, size, &error);
}

static napi_value open_bytes(napi_env env, napi_callback_info info) {
  napi_value bytes = NULL;
  size_t count = 1;
  size_t size = 0;
  void* data = NULL;
  lq_error error = {0};
  TRY(napi_get_cb_info(env, info, &count, &bytes, NULL, NULL));
  TRY(napi_get_buffer_info(env, bytes, &data, &size));
  lq_policy* policy = lq_policy_open(data != NULL ? data : "", size, &error);
  return wrap(env, policy, (int64_t)size, &error);
}

/* NULL, with an exception pending, for what open and openFile did not make. */
static Opened* opened_of(napi_env env, napi_value value) {
  void* data = NULL;
  if (napi_get_value_external(env, value, &data) == napi_ok)
    return data;
  return throw_type(env, "a policy is opened by Policy.load or Policy.open");
}

static napi_value describe(napi_env env, napi_callback_info info) {
  napi_value policy = NULL;
  size_t count = 1;
  TRY(napi_get_cb_info(env, info, &count, &policy, NULL, NULL));
  Opened* opened = opened_of(env, policy);
  return opened == NULL ? NULL : text_value(env, lq_policy_describe(opened->policy));
}

/* What a call was given: (policy, lead as Buffer, as of, names, states, language). */
typedef struct {
  lq_decider* decider;
  const char* lead;
  size_t size;
  lq_options options;
  lq_toggle* toggles;
  char* language;
} Call;

static void free_call(const Call* call) {
  for (size_t i = 0; i < call->options.toggle_count; ++i)
    free((char*)call->toggles[i].name);
  free(call->toggles);
  free(call->language);
}

static bool read_toggle(napi_env env, napi_value names, napi_value states, uint32_t index,
                        lq_toggle* toggle) {
  napi_value name = NULL;
  napi_value state = NULL;
  bool on = false;
  if (!is_ok(env, napi_get_element(env, names, index, &name)) ||
      !is_ok(env, napi_get_element(env, states, index, &state)) ||
      !is_ok(env, napi_get_value_bool(env, state, &on)))
    return false;
  toggle->name = copy_string(env, name, "the name of a toggle is no string",
                             "the name of a toggle has a NUL in it");
  toggle->on = on;
  return toggle->name != NULL;
}

static bool read_toggles(napi_env env, napi_value names, napi_value states, Call* call) {
  uint32_t count = 0;
  if (!is_ok(env, napi_get_array_length(env, names, &count)))
    return false;
  call->toggles = calloc((size_t)count + 1, sizeof *call->toggles);
  call->options.toggles = call->toggles;
  if (call->toggles == NULL)
    return throw_no_memory(env) != NULL;
  for (uint32_t i = 0; i < count; ++i) {
    if (!read_toggle(env, names, states, i, &call->toggles[i]))
      return false;
    call->options.toggle_count = i + 1;
  }
  return true;
}

static bool read_language(napi_env env, napi_value language, Call* call) {
  call->language =
      copy_string(env, language, "`language` is no string", "`language` has a NUL in it");
  call->options.language = call->language;
  return call->language != NULL;
}

/* False, with an exception pending, when it was given something else. */
static bool read_call(napi_env env, napi_callback_info info, Call* call) {
  napi_value given[6] = {NULL};
  size_t count = 6;
  void* lead = NULL;
  *call = (Call){0};
  if (!is_ok(env, napi_get_cb_info(env, info, &count, given, NULL, NULL)) ||
      !is_ok(env, napi_get_buffer_info(env, given[1], &lead, &call->size)) ||
      !is_ok(env, napi_get_value_int64(env, given[2], &call->options.as_of)))
    return false;
  Opened* opened = opened_of(env, given[0]);
  call->decider = opened == NULL ? NULL : opened->decider;
  call->lead = lead != NULL ? lead : "";
  if (opened != NULL && read_toggles(env, given[3], given[4], call) &&
      read_language(env, given[5], call))
    return true;
  free_call(call);
  return false;
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

/* Gives [lead, status, outcome, proposed, confidence, ceiling, rules, errors]; texts may be empty.
 */
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
  if (opened != NULL && lq_policy_use_native(opened->policy, &error) != LQ_OK)
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
