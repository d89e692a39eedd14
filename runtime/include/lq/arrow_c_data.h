#ifndef LQ_ARROW_C_DATA_H
#define LQ_ARROW_C_DATA_H

#include <stdint.h>

/*
 * The Arrow C data interface, as its public specification gives it: two structs that programs hand
 * to one another within a process, lq_batch_decide of lq/lq.h among them. Whoever brings a
 * declaration of its own along defines the same macro.
 */
#ifndef ARROW_C_DATA_INTERFACE
#define ARROW_C_DATA_INTERFACE

#define ARROW_FLAG_DICTIONARY_ORDERED 1
#define ARROW_FLAG_NULLABLE 2
#define ARROW_FLAG_MAP_KEYS_SORTED 4

#ifdef __cplusplus
extern "C" {
#endif

/* The type of a column, and of those below it. */
struct ArrowSchema {
  const char* format;
  const char* name;
  const char* metadata;
  int64_t flags;
  int64_t n_children;
  struct ArrowSchema** children;
  struct ArrowSchema* dictionary;
  /* NULL once released. */
  void (*release)(struct ArrowSchema*);
  void* private_data;
};

/* The values of a column, and of those below it. */
struct ArrowArray {
  int64_t length;
  /* -1: not counted. */
  int64_t null_count;
  int64_t offset;
  int64_t n_buffers;
  int64_t n_children;
  const void** buffers;
  struct ArrowArray** children;
  struct ArrowArray* dictionary;
  /* NULL once released. */
  void (*release)(struct ArrowArray*);
  void* private_data;
};

#ifdef __cplusplus
}
#endif

#endif

#endif
