#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

#include "compiler/base/source.h"
#include "compiler/eval/evaluate.h"
#include "compiler/ir/source_program.h"
#include "runtime/record/decision.h"
#include "runtime/source/lead_mapper.h"
#include "runtime/value/lead.h"
#include "tools/testkit/coverage/inventory.h"
#include "tools/testkit/coverage/observation.h"

namespace lq::testkit {

// How many of some objectives were reached. What was shown to be impossible is not among `all`.
struct Tally {
  std::uint64_t reached = 0;
  std::uint64_t all = 0;
  std::uint64_t impossible = 0;

  bool complete() const { return reached == all; }
  // Rounded down; 100 of nothing.
  std::uint64_t percent() const { return all == 0 ? 100 : reached * 100 / all; }
  void Add(const Tally& other);
};

// By measure.
using TallyRow = std::array<Tally, kMeasures>;
struct Tallies {
  TallyRow all;
  // One a statement.
  std::vector<TallyRow> statements;
};

// What a rule comes to when its comparisons are as the vector says.
bool AnswerOf(const CoveredStatement& statement, const std::vector<bool>& vector);

// What the tests of one policy reached. Integers only.
class Coverage {
 public:
  // `sources` are those that the program was compiled from, and outlive it.
  Coverage(std::shared_ptr<const ir::Program> program, const SourceMap& sources);

  // One test more, whose lead was not rejected. Of this policy, perhaps from another compilation of
  // it.
  void Take(const Lead& lead, const OracleInputs& inputs, const Decision& decision);

  // A payload more that a test gave, read by the source, of the same compilation as `sources`,
  // which outlives this: where each mapped field came from, and the lead that came of it.
  void TakePayload(const ir::SourceProgram& source, const SourceMap& sources,
                   const std::vector<FieldOrigin>& origins, const Lead& lead);

  // What such a test would reach and none did; nothing is taken.
  std::vector<ObjectiveId> GainOf(const Lead& lead, const OracleInputs& inputs,
                                  const Decision& decision) const;

  const ir::Program& program() const { return *program_; }
  const Inventory& inventory() const { return inventory_; }

  // Tests that reached it.
  std::uint64_t hits(ObjectiveId id) const { return hits_[id]; }
  bool reached(ObjectiveId id) const { return hits_[id] > 0; }
  bool impossible(ObjectiveId id) const { return impossible_[id]; }
  // Not reached, and not shown to be impossible.
  bool missing(ObjectiveId id) const { return !reached(id) && !impossible(id); }
  void SetImpossible(ObjectiveId id) { impossible_[id] = true; }

  Tallies Count() const;

  // The comparisons of a statement, in its order, each holding or not: seen with all of them told.
  using Vectors = std::set<std::vector<bool>>;
  const Vectors& vectors(std::uint32_t statement) const { return vectors_[statement]; }

 private:
  // The first few tests, by number, that were happy, edge and negative ones of a rule.
  struct ThreeTests {
    std::array<std::set<std::uint64_t>, 3> tests;
    // Of the first happy test: what the lead says of the fields that the rule reads.
    std::string first_happy;
  };

  std::vector<ObjectiveId> Reached(const Observation& seen) const;
  // The first of its mappings among the statements, which are added when it is new.
  std::uint32_t MappingsOf(const ir::SourceProgram& source, const SourceMap& sources);
  void AddConditions(const CoveredStatement& statement, const Observation& seen,
                     std::vector<ObjectiveId>& ids) const;
  void AddMcdc(std::uint32_t statement, const Observation& seen,
               std::vector<ObjectiveId>& ids) const;
  bool IsEdge(std::uint32_t statement, const Lead& lead, const Observation& seen) const;
  std::string WhatItReads(std::uint32_t statement, const Lead& lead) const;
  ThreeTests WithTest(std::uint32_t statement, const Lead& lead, const Observation& seen) const;

  std::shared_ptr<const ir::Program> program_;
  Inventory inventory_;
  std::vector<std::uint64_t> hits_;
  std::vector<bool> impossible_;
  // One a statement; of rules only.
  std::vector<Vectors> vectors_;
  std::vector<ThreeTests> three_;
  // The fields that a rule reads.
  std::vector<std::vector<std::uint32_t>> fields_;
  // By the file of a source: its first statement.
  std::map<std::string, std::uint32_t, std::less<>> mappings_;
  // Taken so far: the number of the next.
  std::uint64_t tests_ = 0;
};

}  // namespace lq::testkit
