#pragma once

#include "compiler/check/context.h"

namespace lq::check {

// The rows of a table, as far as it matters which of them hold for one lead.
struct TableRows {
  struct Row {
    // kNone: wrong, and reported; then nothing is said about the table.
    ir::CondId when = ir::kNone;
    Span span;
  };
  const syntax::Name& table;
  Span header;
  ir::Assume assume = ir::Assume::kNothing;
  std::vector<Row> rows;
};

// Reports rows that hold for one lead together, with such a lead.
void ReportOverlaps(Context& context, const TableRows& rows);

// Reports a lead for which no row of a value table without `otherwise` holds.
void ReportGap(Context& context, const TableRows& rows);

}  // namespace lq::check
