/* The module lq._native: lq.h for Python, by the limited API. One module serves every Python
 * from 3.9 on. */

#define PY_SSIZE_T_CLEAN
#define Py_LIMITED_API 0x03090000
#include <Python.h>

#include <stdlib.h>
#include <string.h>

#include "runtime/include/lq/arrow_c_data.h"
#include "runtime/include/lq/lq.h"

enum { kMostIdle = 64 };

static PyObject* error_type;

/* A policy, and deciders that no thread uses at the moment; the GIL guards them. */
typedef struct {
  PyObject_HEAD lq_policy* policy;
  lq_decider* idle[kMostIdle];
  size_t idle_count;
} PolicyObject;

static PyObject* raise_error(const lq_error* error) {
  if (error->code == LQ_ERROR_MEMORY)
    return PyErr_NoMemory();
  PyErr_SetString(error_type, error->message);
  return NULL;
}

static PyObject* text_object(lq_text text) {
  return PyUnicode_DecodeUTF8(text.data, (Py_ssize_t)text.size, "strict");
}

static PyObject* wrap(PyTypeObject* type, lq_policy* policy, const lq_error* error) {
  if (policy == NULL)
    return raise_error(error);
  allocfunc allocate = (allocfunc)PyType_GetSlot(type, Py_tp_alloc);
  PolicyObject* self = (PolicyObject*)allocate(type, 0);
  if (self == NULL) {
    lq_policy_release(policy);
    return NULL;
  }
  self->policy = policy;
  self->idle_count = 0;
  return (PyObject*)self;
}

static PyObject* policy_open(PyObject* type, PyObject* arguments) {
  const char* bytes = NULL;
  Py_ssize_t size = 0;
  if (!PyArg_ParseTuple(arguments, "y#:open", &bytes, &size))
    return NULL;
  lq_error error = {0};
  lq_policy* policy = NULL;
  Py_BEGIN_ALLOW_THREADS policy = lq_policy_open(bytes, (size_t)size, &error);
  Py_END_ALLOW_THREADS return wrap((PyTypeObject*)type, policy, &error);
}

static PyObject* policy_open_file(PyObject* type, PyObject* arguments) {
  PyObject* path = NULL;
  if (!PyArg_ParseTuple(arguments, "O&:open_file", PyUnicode_FSConverter, &path))
    return NULL;
  lq_error error = {0};
  lq_policy* policy = NULL;
  const char* bytes = PyBytes_AsString(path);
  Py_BEGIN_ALLOW_THREADS policy = lq_policy_open_file(bytes, &error);
  Py_END_ALLOW_THREADS Py_DECREF(path);
  return wrap((PyTypeObject*)type, policy, &error);
}

static void policy_dealloc(PyObject* object) {
  PolicyObject* self = (PolicyObject*)object;
  PyTypeObject* type = Py_TYPE(object);
  for (size_t i = 0; i < self->idle_count; ++i)
    lq_decider_destroy(self->idle[i]);
  lq_policy_release(self->policy);
  freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
  release(object);
  Py_DECREF(type);
}

static lq_decider* take_decider(PolicyObject* self, lq_error* error) {
  return self->idle_count > 0 ? self->idle[--self->idle_count]
                              : lq_decider_create(self->policy, error);
}

static void give_back(PolicyObject* self, lq_decider* decider) {
  if (decider != NULL && self->idle_count < kMostIdle)
    self->idle[self->idle_count++] = decider;
  else
    lq_decider_destroy(decider);
}

/* A tuple of (name, on); the names live as long as it. NULL, with an exception, when it is another.
 */
static lq_toggle* toggles_of(PyObject* tuple, size_t* count) {
  *count = (size_t)PyTuple_Size(tuple);
  lq_toggle* toggles = calloc(*count + 1, sizeof *toggles);
  if (toggles == NULL)
    return (lq_toggle*)PyErr_NoMemory();
  for (size_t i = 0; i < *count; ++i) {
    PyObject* pair = PyTuple_GetItem(tuple, (Py_ssize_t)i);
    int on = 0;
    if (pair == NULL || !PyArg_ParseTuple(pair, "yp", &toggles[i].name, &on)) {
      free(toggles);
      return NULL;
    }
    toggles[i].on = on;
  }
  return toggles;
}

/* What options a call was given, read from (as of, toggles, language). */
typedef struct {
  lq_options options;
  lq_toggle* toggles;
} Given;

static int read_given(Given* given, long long as_of, PyObject* toggles, const char* language) {
  given->options = (lq_options){.as_of = as_of, .language = language};
  given->toggles = toggles_of(toggles, &given->options.toggle_count);
  given->options.toggles = given->toggles;
  return given->toggles != NULL;
}

/* The lead and the options of a call; the lead's bytes are those of `arguments`. */
static int read_lead(PyObject* arguments, const char** lead, Py_ssize_t* size, Given* given) {
  const char* language = NULL;
  long long as_of = 0;
  PyObject* toggles = NULL;
  return PyArg_ParseTuple(arguments, "y#LO!z", lead, size, &as_of, &PyTuple_Type, &toggles,
                          &language) &&
         read_given(given, as_of, toggles, language);
}

static PyObject* policy_decide(PyObject* object, PyObject* arguments) {
  PolicyObject* self = (PolicyObject*)object;
  Given given;
  lq_error error = {0};
  const char* lead = NULL;
  Py_ssize_t size = 0;
  if (!read_lead(arguments, &lead, &size, &given))
    return NULL;
  lq_decider* decider = take_decider(self, &error);
  lq_text json = {"", 0};
  const lq_decision* decision = NULL;
  Py_BEGIN_ALLOW_THREADS decision = lq_decide(decider, lead, (size_t)size, &given.options, &error);
  json = lq_decision_json(decision);
  Py_END_ALLOW_THREADS PyObject* result =
      decision != NULL ? text_object(json) : raise_error(&error);
  give_back(self, decider);
  free(given.toggles);
  return result;
}

/* None for an empty text. */
static PyObject* some_text(lq_text text) {
  if (text.size > 0)
    return text_object(text);
  Py_INCREF(Py_None);
  return Py_None;
}

/* Appends what it takes over; 0, with an exception, when it cannot. */
static int append(PyObject* list, PyObject* item) {
  const int done = item != NULL && PyList_Append(list, item) == 0;
  Py_XDECREF(item);
  return done;
}

/* [(name, row, outcome)]; row is 0 for a rule. */
static PyObject* fired_rules(const lq_verdict* verdict) {
  PyObject* rules = PyList_New(0);
  lq_rule rule;
  for (size_t i = 0; rules != NULL && lq_verdict_rule(verdict, i, &rule) != 0; ++i) {
    if (!append(rules, Py_BuildValue("(NIN)", text_object(rule.name), rule.row,
                                     text_object(rule.outcome))))
      Py_CLEAR(rules);
  }
  return rules;
}

/* [(path, code, message)] */
static PyObject* lead_errors(const lq_verdict* verdict) {
  PyObject* errors = PyList_New(0);
  lq_lead_error error;
  for (size_t i = 0; errors != NULL && lq_verdict_error(verdict, i, &error) != 0; ++i) {
    if (!append(errors, Py_BuildValue("(NNN)", text_object(error.path), text_object(error.code),
                                      text_object(error.message))))
      Py_CLEAR(errors);
  }
  return errors;
}

/* (lead, status, outcome, proposed, confidence, ceiling, rules, errors) */
static PyObject* verdict_object(const lq_verdict* verdict) {
  return Py_BuildValue("(NNNNiiNN)", some_text(lq_verdict_lead(verdict)),
                       text_object(lq_verdict_status_name(verdict)),
                       some_text(lq_verdict_outcome(verdict)),
                       some_text(lq_verdict_proposed(verdict)), lq_verdict_confidence(verdict),
                       lq_verdict_ceiling(verdict), fired_rules(verdict), lead_errors(verdict));
}

static PyObject* policy_judge(PyObject* object, PyObject* arguments) {
  PolicyObject* self = (PolicyObject*)object;
  Given given;
  lq_error error = {0};
  const char* lead = NULL;
  Py_ssize_t size = 0;
  if (!read_lead(arguments, &lead, &size, &given))
    return NULL;
  lq_decider* decider = take_decider(self, &error);
  const lq_verdict* verdict = NULL;
  Py_BEGIN_ALLOW_THREADS verdict = lq_judge(decider, lead, (size_t)size, &given.options, &error);
  Py_END_ALLOW_THREADS PyObject* result =
      verdict != NULL ? verdict_object(verdict) : raise_error(&error);
  give_back(self, decider);
  free(given.toggles);
  return result;
}

static PyObject* policy_use_native(PyObject* self, PyObject* nothing) {
  (void)nothing;
  lq_error error = {0};
  if (lq_policy_use_native(((PolicyObject*)self)->policy, &error) != LQ_OK)
    return raise_error(&error);
  Py_INCREF(Py_None);
  return Py_None;
}

static PyObject* policy_describe(PyObject* self, PyObject* nothing) {
  (void)nothing;
  return text_object(lq_policy_describe(((PolicyObject*)self)->policy));
}

/* A decider of batches. */
typedef struct {
  PyObject_HEAD lq_batch* batch;
} BatchObject;

static PyObject* batch_type;

static PyObject* policy_batch(PyObject* self, PyObject* arguments) {
  PyObject* capsule = NULL;
  int reasons = LQ_REASON_SETS;
  lq_error error = {0};
  if (!PyArg_ParseTuple(arguments, "Oi:batch", &capsule, &reasons))
    return NULL;
  const struct ArrowSchema* columns = PyCapsule_GetPointer(capsule, "arrow_schema");
  if (columns == NULL)
    return NULL;
  lq_batch* batch =
      lq_batch_create(((PolicyObject*)self)->policy, columns, (lq_reason_form)reasons, &error);
  if (batch == NULL)
    return raise_error(&error);
  allocfunc allocate = (allocfunc)PyType_GetSlot((PyTypeObject*)batch_type, Py_tp_alloc);
  BatchObject* made = (BatchObject*)allocate((PyTypeObject*)batch_type, 0);
  if (made == NULL)
    lq_batch_destroy(batch);
  else
    made->batch = batch;
  return (PyObject*)made;
}

static void batch_dealloc(PyObject* object) {
  PyTypeObject* type = Py_TYPE(object);
  lq_batch_destroy(((BatchObject*)object)->batch);
  freefunc release = (freefunc)PyType_GetSlot(type, Py_tp_free);
  release(object);
  Py_DECREF(type);
}

static void release_schema(PyObject* capsule) {
  struct ArrowSchema* schema = PyCapsule_GetPointer(capsule, "arrow_schema");
  if (schema->release != NULL)
    schema->release(schema);
  free(schema);
}

static void release_array(PyObject* capsule) {
  struct ArrowArray* array = PyCapsule_GetPointer(capsule, "arrow_array");
  if (array->release != NULL)
    array->release(array);
  free(array);
}

/* A capsule with the schema that `write` gives. */
static PyObject* schema_capsule(PyObject* self,
                                lq_code (*write)(const lq_batch*, struct ArrowSchema*, lq_error*)) {
  lq_error error = {0};
  struct ArrowSchema* schema = calloc(1, sizeof *schema);
  if (schema == NULL)
    return PyErr_NoMemory();
  PyObject* capsule = PyCapsule_New(schema, "arrow_schema", release_schema);
  if (capsule == NULL) {
    free(schema);
    return NULL;
  }
  if (write(((BatchObject*)self)->batch, schema, &error) == LQ_OK)
    return capsule;
  Py_DECREF(capsule);
  return raise_error(&error);
}

static PyObject* batch_schema(PyObject* self, PyObject* nothing) {
  (void)nothing;
  return schema_capsule(self, lq_batch_schema);
}

static PyObject* batch_verdict_schema(PyObject* self, PyObject* nothing) {
  (void)nothing;
  return schema_capsule(self, lq_batch_verdict_schema);
}

static PyObject* batch_unmapped(PyObject* self, PyObject* nothing) {
  (void)nothing;
  lq_batch* batch = ((BatchObject*)self)->batch;
  PyObject* names = PyList_New(0);
  for (size_t i = 0; names != NULL && i < lq_batch_unmapped_count(batch); ++i) {
    PyObject* name = text_object(lq_batch_unmapped(batch, i));
    if (name == NULL || PyList_Append(names, name) != 0)
      Py_CLEAR(names);
    Py_XDECREF(name);
  }
  return names;
}

/* A capsule with what `run` makes of the rows that `arguments` begin with. */
static PyObject* run_batch(PyObject* self, PyObject* arguments,
                           lq_code (*run)(lq_batch*, const struct ArrowArray*, const lq_options*,
                                          struct ArrowArray*, lq_error*)) {
  Given given;
  lq_error error = {0};
  PyObject* capsule = NULL;
  PyObject* toggles = NULL;
  const char* language = NULL;
  long long as_of = 0;
  if (!PyArg_ParseTuple(arguments, "OLO!z", &capsule, &as_of, &PyTuple_Type, &toggles, &language))
    return NULL;
  const struct ArrowArray* leads = PyCapsule_GetPointer(capsule, "arrow_array");
  struct ArrowArray* decisions = leads == NULL ? NULL : calloc(1, sizeof *decisions);
  PyObject* result =
      decisions == NULL ? NULL : PyCapsule_New(decisions, "arrow_array", release_array);
  if (result == NULL || !read_given(&given, as_of, toggles, language)) {
    if (result == NULL)
      free(decisions);
    Py_XDECREF(result);
    return NULL;
  }
  lq_batch* batch = ((BatchObject*)self)->batch;
  lq_code code = LQ_OK;
  Py_BEGIN_ALLOW_THREADS code = run(batch, leads, &given.options, decisions, &error);
  Py_END_ALLOW_THREADS free(given.toggles);
  if (code == LQ_OK)
    return result;
  Py_DECREF(result);
  return raise_error(&error);
}

static PyObject* batch_decide(PyObject* self, PyObject* arguments) {
  return run_batch(self, arguments, lq_batch_decide);
}

static PyObject* batch_judge(PyObject* self, PyObject* arguments) {
  return run_batch(self, arguments, lq_batch_judge);
}

static PyMethodDef batch_methods[] = {{"decide", batch_decide, METH_VARARGS, NULL},
                                      {"schema", batch_schema, METH_NOARGS, NULL},
                                      {"judge", batch_judge, METH_VARARGS, NULL},
                                      {"verdict_schema", batch_verdict_schema, METH_NOARGS, NULL},
                                      {"unmapped", batch_unmapped, METH_NOARGS, NULL},
                                      {NULL, NULL, 0, NULL}};

static PyMethodDef policy_methods[] = {
    {"open", policy_open, METH_VARARGS | METH_CLASS, NULL},
    {"open_file", policy_open_file, METH_VARARGS | METH_CLASS, NULL},
    {"decide", policy_decide, METH_VARARGS, NULL},
    {"judge", policy_judge, METH_VARARGS, NULL},
    {"use_native", policy_use_native, METH_NOARGS, NULL},
    {"batch", policy_batch, METH_VARARGS, NULL},
    {"describe", policy_describe, METH_NOARGS, NULL},
    {NULL, NULL, 0, NULL}};

static PyObject* no_new(PyTypeObject* type, PyObject* arguments, PyObject* keywords) {
  (void)type;
  (void)arguments;
  (void)keywords;
  PyErr_SetString(PyExc_TypeError, "this is made by a policy, and a policy by opening a bundle");
  return NULL;
}

static PyType_Slot policy_slots[] = {{Py_tp_dealloc, policy_dealloc},
                                     {Py_tp_methods, policy_methods},
                                     {Py_tp_new, no_new},
                                     {0, NULL}};

static PyType_Spec policy_spec = {"lq._native.Policy", sizeof(PolicyObject), 0, Py_TPFLAGS_DEFAULT,
                                  policy_slots};

static PyType_Slot batch_slots[] = {
    {Py_tp_dealloc, batch_dealloc}, {Py_tp_methods, batch_methods}, {Py_tp_new, no_new}, {0, NULL}};

static PyType_Spec batch_spec = {"lq._native.Batch", sizeof(BatchObject), 0, Py_TPFLAGS_DEFAULT,
                                 batch_slots};

static struct PyModuleDef module = {
    PyModuleDef_HEAD_INIT, "lq._native", NULL, -1, NULL, NULL, NULL, NULL, NULL};

/* Adds `object`, which it takes over; -1 when that fails. */
static int add(PyObject* self, const char* name, PyObject* object) {
  if (object != NULL && PyModule_AddObject(self, name, object) == 0)
    return 0;
  Py_XDECREF(object);
  return -1;
}

PyMODINIT_FUNC PyInit__native(void) {
  PyObject* self = PyModule_Create(&module);
  if (self == NULL)
    return NULL;
  error_type = PyErr_NewException("lq.Error", PyExc_ValueError, NULL);
  batch_type = PyType_FromSpec(&batch_spec);
  Py_XINCREF(error_type);
  Py_XINCREF(batch_type);
  if (add(self, "Error", error_type) != 0 || add(self, "Batch", batch_type) != 0 ||
      add(self, "Policy", PyType_FromSpec(&policy_spec)) != 0 ||
      PyModule_AddStringConstant(self, "version", lq_version()) != 0) {
    Py_DECREF(self);
    return NULL;
  }
  return self;
}
