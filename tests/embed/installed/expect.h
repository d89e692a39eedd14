#ifndef EXPECT_H
#define EXPECT_H

/* What the tests in C share. */

#include <lq/lq.h>

#include <stdio.h>
#include <string.h>

static int failures = 0;

static inline void expect(int holds, const char* what, int line) {
  if (!holds) {
    fprintf(stderr, "line %d does not hold: %s\n", line, what);
    ++failures;
  }
}
#define EXPECT(holds) expect(holds, #holds, __LINE__)

static inline int is(lq_text text, const char* wanted) {
  return text.size == strlen(wanted) && memcmp(text.data, wanted, text.size) == 0;
}

static const int64_t as_of = 1785542400000;

#endif
