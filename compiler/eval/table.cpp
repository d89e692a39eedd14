#include "compiler/eval/table.h"

#include "compiler/eval/possible_values.h"

namespace lq::eval {
namespace {

struct Rows {
  std::vector<const ir::TableRow*> in_play;
  bool some_holds = false;
};

// Of a table whose rows do not overlap.
Rows Unique(Situation& situation, const ir::Table& table, ir::Assume assume) {
  Rows open;
  Rows holding;
  for (const ir::TableRow& row : table.rows) {
    const Truth truth = Assumed(TruthOf(situation, row.when), assume);
    if (truth.holds) {
      holding.in_play.push_back(&row);
      holding.some_holds = true;
    } else if (!truth.ruled_out) {
      open.in_play.push_back(&row);
    }
  }
  return holding.some_holds ? holding : open;
}

Rows First(Situation& situation, const ir::Table& table, ir::Assume assume) {
  Rows rows;
  for (const ir::TableRow& row : table.rows) {
    const Truth truth = Assumed(TruthOf(situation, row.when), assume);
    if (!truth.ruled_out) {
      rows.in_play.push_back(&row);
    }
    if (truth.holds) {
      rows.some_holds = true;
      break;
    }
  }
  return rows;
}

Rows Under(Situation& situation, const ir::Table& table, ir::Assume assume) {
  return table.hit_first ? First(situation, table, assume) : Unique(situation, table, assume);
}

// An assumption may leave a table without `otherwise` no row at all: then nothing is assumed.
Rows Find(Situation& situation, const ir::Table& table) {
  const Rows rows = Under(situation, table, table.assume);
  const bool nothing_left = rows.in_play.empty() && table.otherwise == ir::kNone;
  return nothing_left ? Under(situation, table, ir::Assume::kNothing) : rows;
}

}  // namespace

Truth Assumed(Truth truth, ir::Assume assume) {
  const bool cannot_tell = !truth.holds && !truth.ruled_out;
  if (cannot_tell && assume == ir::Assume::kYes) {
    return {true, false};
  }
  if (cannot_tell && assume == ir::Assume::kNo) {
    return {false, true};
  }
  return truth;
}

std::vector<const ir::TableRow*> RowsInPlay(Situation& situation, const ir::Table& table) {
  return Find(situation, table).in_play;
}

Possible TableValues(Situation& situation, const ir::Table& table) {
  const Rows rows = Find(situation, table);
  std::vector<Value> values;
  for (const ir::TableRow* row : rows.in_play) {
    values.push_back(ConstantOf(situation, row->value));
  }
  if (table.otherwise != ir::kNone && !rows.some_holds) {
    values.push_back(ConstantOf(situation, table.otherwise));
  }
  return SetOf(table.type, std::move(values), situation.arena);
}

}  // namespace lq::eval
