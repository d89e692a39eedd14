#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "compiler/base/source.h"
#include "compiler/ir/program.h"
#include "tools/testkit/coverage/comparisons.h"
#include "tools/testkit/coverage/measure.h"

namespace lq::testkit {

// By index in Inventory::objectives; ir::kNone where there is none.
using ObjectiveId = std::uint32_t;

// One thing that a test can reach: "`seats at least 20` does not hold".
struct Objective {
  Measure measure = Measure::kRule;
  // Index in Inventory::statements.
  std::uint32_t statement = 0;
  Span span;
  // A clause that follows "no test in which": what is the case once it is reached.
  std::string text;
  // In a word: "happy"; empty where `text` is short enough.
  std::string label = {};
};

// What has a place of its own in the reports: with a condition a define, rule, row, evidence,
// guard, item of a score; without one an outcome, a parameter, a lookup, a content.
struct CoveredStatement {
  enum class Kind : std::uint8_t {
    kDefine,
    kScoreItem,
    kTableRow,
    // A rule, or a row of a rules table.
    kRule,
    kEvidence,
    kGuard,
    kLookup,
    kParameter,
    kOutcome,
    kContent,
    // A mapping of a source that some test reads a payload with.
    kMapping,
  };
  Kind kind = Kind::kRule;
  // In the program's list of its kind; of an item or row: in the score's, table's list.
  std::uint32_t index = 0;
  // kScoreItem, kTableRow: the score, the table.
  std::uint32_t parent = 0;
  // "rule buyer", "table plan row 2", "score fit item 1"
  std::string title;
  Span span;
  // The files that `span` and those of its objectives are of.
  const SourceMap* sources = nullptr;

  // Of those with a condition.
  ir::CondId when = ir::kNone;
  Formula formula;
  // In `formula`.
  std::vector<std::uint32_t> comparisons;
  std::vector<WrittenComparison> own;

  // kRule: fires, does not fire, cannot be told, decides. kEvidence, kGuard, kTableRow: the first
  // two. kLookup: a hit, a miss.
  std::array<ObjectiveId, 4> standing = {ir::kNone, ir::kNone, ir::kNone, ir::kNone};
  // One each of `own`: holds, does not hold, cannot be told.
  std::vector<std::array<ObjectiveId, 3>> conditions;
  // kRule: one each of `comparisons`.
  std::vector<ObjectiveId> mcdc;
  // One each boundary of `own`, in their order: on it, just below, just above.
  std::vector<std::array<ObjectiveId, 3>> boundaries;
  // kRule: happy, edge, negative.
  std::array<ObjectiveId, 3> three = {ir::kNone, ir::kNone, ir::kNone};
  // kParameter, kContent: one each period, each language. kOutcome: one each of `reasons`.
  // kMapping: it gives a value, there is none, it does not convert, then one each of `arms`.
  std::vector<ObjectiveId> parts;
  // kOutcome: the codes that may stand beside it.
  std::vector<std::string> reasons;
  // kMapping: the places, when there are several, and the texts of its cases.
  std::vector<std::string> arms;
};

// All that tests of a policy can reach.
struct Inventory {
  Inventory(const ir::Program& program, const SourceMap& sources) : comparisons(program, sources) {}

  Comparisons comparisons;
  std::vector<CoveredStatement> statements;
  std::vector<Objective> objectives;
};

// `program` and `sources`, of one compilation, outlive it.
Inventory TakeInventory(const ir::Program& program, const SourceMap& sources);

}  // namespace lq::testkit
