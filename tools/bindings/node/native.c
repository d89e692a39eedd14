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
      "LQ_ERROR_OPTION", "LQ_ERROR_MEMORY",   "LQ_ERROR_INTERNAL", "LQ_ERROR_BATCH"};
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

/* decide(policy, lead as Buffer, as of, names, states, language) gives the decision's JSON. */
static napi_value decide(napi_env env, napi_callback_info info) {
  napi_value given[6] = {NULL};
  size_t count = 6;
  void* lead = NULL;
  size_t size = 0;
  size_t language_size = 0;
  lq_error error = {0};
  lq_options options = {0};
  TRY(napi_get_cb_info(env, info, &count, given, NULL, NULL));
  Opened* opened = opened_of(env, given[0]);
  TRY(napi_get_buffer_info(env, given[1], &lead, &size));
  TRY(napi_get_value_int64(env, given[2], &options.as_of));
  const Toggles toggles = read_toggles(env, given[3], given[4]);
  options.toggles = toggles.all;
  options.toggle_count = toggles.count;
  char* language = copy_string(env, given[5], &language_size);
  options.language = language;
  const lq_decision* decision = lq_decide(opened == NULL ? NULL : opened->decider,
                                          lead != NULL ? lead : "", size, &options, &error);
  napi_value json =
      decision != NULL ? text_value(env, lq_decision_json(decision)) : throw_error(env, &error);
  free(language);
  free_toggles(toggles);
  return json;
}

NAPI_MODULE_INIT() {
  const napi_property_descriptor functions[] = {
      {"openFile", NULL, open_file, NULL, NULL, NULL, napi_enumerable, NULL},
      {"open", NULL, open_bytes, NULL, NULL, NULL, napi_enumerable, NULL},
      {"describe", NULL, describe, NULL, NULL, NULL, napi_enumerable, NULL},
      {"decide", NULL, decide, NULL, NULL, NULL, napi_enumerable, NULL}};
  TRY(napi_define_properties(env, exports, sizeof functions / sizeof *functions, functions));
  return exports;
}
