#pragma once

#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "compiler/ir/program.h"

namespace lq::testkit {

// What a comparison is worked out from.
struct ComparisonReads {
  // Indices of schema.fields: directly, through derived values, functions and lookups.
  std::vector<std::uint32_t> fields;
  // Of the items of scores and the rows of tables that it reads.
  std::vector<ir::CondId> conditions;
  bool today = false;
};

// Finds them, each once.
class PropertyReads {
 public:
  explicit PropertyReads(const ir::Program& program) : program_(program) {}

  const ComparisonReads& Of(ir::CondId comparison);

 private:
  const ir::Program& program_;
  std::map<ir::CondId, ComparisonReads> known_;
};

}  // namespace lq::testkit
