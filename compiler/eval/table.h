#pragma once

#include <vector>

#include "compiler/eval/situation.h"
#include "compiler/eval/truth.h"

namespace lq::eval {

// The value of the row that holds, if one does (under `hit first`: and all earlier ones do not);
// else the set of the values of the rows that are not ruled out (under `hit first` up to the first
// that holds), and of `otherwise` when no row holds.
Possible TableValues(Situation& situation, const ir::Table& table);

// The rows that may still give the value, in their order.
std::vector<const ir::TableRow*> RowsInPlay(Situation& situation, const ir::Table& table);

// What a row, rule or row of a rules table counts as after `if unknown assume …`.
Truth Assumed(Truth truth, ir::Assume assume);

}  // namespace lq::eval
