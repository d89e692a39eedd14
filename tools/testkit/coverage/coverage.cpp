#include "tools/testkit/coverage/coverage.h"

#include <algorithm>

#include "compiler/explain/known_text.h"
#include "compiler/ir/fields_read.h"
#include "tools/testkit/coverage/mappings.h"

namespace lq::testkit {
namespace {

using Kind = CoveredStatement::Kind;

// So many tests of each kind are enough to tell whether three different ones can be picked.
constexpr std::size_t kEnoughTests = 3;

bool AllTold(const CoveredStatement& statement, const Observation& seen) {
  return std::all_of(statement.comparisons.begin(), statement.comparisons.end(),
                     [&](std::uint32_t number) { return seen.comparisons[number].can_tell(); });
}

std::vector<bool> VectorOf(const CoveredStatement& statement, const Observation& seen) {
  std::vector<bool> vector;
  for (const std::uint32_t number : statement.comparisons) {
    vector.push_back(seen.comparisons[number].holds);
  }
  return vector;
}

// It does not fire, but would if one comparison came out otherwise.
bool OneWouldMakeItFire(const CoveredStatement& statement, std::vector<bool> vector) {
  for (std::size_t i = 0; i < vector.size(); ++i) {
    vector[i] = !vector[i];
    if (AnswerOf(statement, vector)) {
      return true;
    }
    vector[i] = !vector[i];
  }
  return false;
}

// Happy, edge, negative. The edge test is another than the happy and the negative one.
std::array<bool, 3> HasThree(const std::array<std::set<std::uint64_t>, 3>& tests) {
  const auto& [happy, edge, negative] = tests;
  const auto leaves_another = [](const std::set<std::uint64_t>& others, std::uint64_t taken) {
    return others.empty() || others.size() > 1 || *others.begin() != taken;
  };
  const bool has_edge = std::any_of(edge.begin(), edge.end(), [&](std::uint64_t test) {
    return leaves_another(happy, test) && leaves_another(negative, test);
  });
  return {!happy.empty(), has_edge, !negative.empty()};
}

}  // namespace

void Tally::Add(const Tally& other) {
  reached += other.reached;
  all += other.all;
  impossible += other.impossible;
}

bool AnswerOf(const CoveredStatement& statement, const std::vector<bool>& vector) {
  return Comes(statement.formula, [&](std::uint32_t number) {
    const auto at = std::find(statement.comparisons.begin(), statement.comparisons.end(), number);
    return static_cast<bool>(vector[at - statement.comparisons.begin()]);
  });
}

Coverage::Coverage(std::shared_ptr<const ir::Program> program, const SourceMap& sources)
    : program_(std::move(program)),
      inventory_(TakeInventory(*program_, sources)),
      hits_(inventory_.objectives.size()),
      impossible_(inventory_.objectives.size()),
      vectors_(inventory_.statements.size()),
      three_(inventory_.statements.size()),
      fields_(inventory_.statements.size()) {
  for (std::size_t i = 0; i < inventory_.statements.size(); ++i) {
    const CoveredStatement& statement = inventory_.statements[i];
    if (statement.kind == Kind::kRule) {
      const std::set<std::uint32_t> fields = ir::AllFieldsRead(*program_, statement.when);
      fields_[i].assign(fields.begin(), fields.end());
    }
  }
}

void Coverage::Take(const Lead& lead, const OracleInputs& inputs, const Decision& decision) {
  const Observation seen = Observe(*program_, inventory_, lead, inputs, decision);
  for (const ObjectiveId id : Reached(seen)) {
    ++hits_[id];
  }
  for (std::uint32_t i = 0; i < inventory_.statements.size(); ++i) {
    const CoveredStatement& statement = inventory_.statements[i];
    if (statement.kind != Kind::kRule) {
      continue;
    }
    if (AllTold(statement, seen)) {
      vectors_[i].insert(VectorOf(statement, seen));
    }
    three_[i] = WithTest(i, lead, seen);
    const std::array<bool, 3> has = HasThree(three_[i].tests);
    for (std::size_t test = 0; test < has.size(); ++test) {
      if (statement.three[test] != ir::kNone) {
        hits_[statement.three[test]] = has[test] ? 1 : 0;
      }
    }
  }
  ++tests_;
}

std::uint32_t Coverage::MappingsOf(const ir::SourceProgram& source, const SourceMap& sources) {
  const auto [at, is_new] =
      mappings_.emplace(sources.file(source.mappings[0].span.file).path,
                        static_cast<std::uint32_t>(inventory_.statements.size()));
  if (is_new) {
    AddMappings(source, sources, inventory_);
    hits_.resize(inventory_.objectives.size());
    impossible_.resize(inventory_.objectives.size());
    vectors_.resize(inventory_.statements.size());
    three_.resize(inventory_.statements.size());
    fields_.resize(inventory_.statements.size());
  }
  return at->second;
}

void Coverage::TakePayload(const ir::SourceProgram& source, const SourceMap& sources,
                           const std::vector<FieldOrigin>& origins, const Lead& lead) {
  if (source.mappings.empty()) {
    return;
  }
  const std::uint32_t first = MappingsOf(source, sources);
  for (std::size_t i = 0; i < source.mappings.size(); ++i) {
    const auto origin = std::find_if(origins.begin(), origins.end(), [&](const FieldOrigin& one) {
      return one.field == source.mappings[i].field;
    });
    if (origin == origins.end()) {
      continue;
    }
    for (const ObjectiveId id : ReachedBy(inventory_.statements[first + i], *origin, lead)) {
      ++hits_[id];
    }
  }
}

std::vector<ObjectiveId> Coverage::GainOf(const Lead& lead, const OracleInputs& inputs,
                                          const Decision& decision) const {
  const Observation seen = Observe(*program_, inventory_, lead, inputs, decision);
  std::vector<ObjectiveId> gain = Reached(seen);
  for (std::uint32_t i = 0; i < inventory_.statements.size(); ++i) {
    const CoveredStatement& statement = inventory_.statements[i];
    if (statement.kind != Kind::kRule) {
      continue;
    }
    const std::array<bool, 3> has = HasThree(WithTest(i, lead, seen).tests);
    for (std::size_t test = 0; test < has.size(); ++test) {
      if (has[test] && statement.three[test] != ir::kNone) {
        gain.push_back(statement.three[test]);
      }
    }
  }
  const auto known = [&](ObjectiveId id) { return reached(id); };
  gain.erase(std::remove_if(gain.begin(), gain.end(), known), gain.end());
  return gain;
}

// All but the three tests, which depend on other tests.
std::vector<ObjectiveId> Coverage::Reached(const Observation& seen) const {
  std::vector<ObjectiveId> ids = seen.reached;
  for (std::uint32_t i = 0; i < inventory_.statements.size(); ++i) {
    const CoveredStatement& statement = inventory_.statements[i];
    AddConditions(statement, seen, ids);
    if (statement.kind == Kind::kRule && AllTold(statement, seen)) {
      AddMcdc(i, seen, ids);
    }
  }
  ids.erase(std::remove(ids.begin(), ids.end(), ir::kNone), ids.end());
  return ids;
}

void Coverage::AddConditions(const CoveredStatement& statement, const Observation& seen,
                             std::vector<ObjectiveId>& ids) const {
  std::size_t boundary = 0;
  for (std::size_t i = 0; i < statement.own.size(); ++i) {
    const Comparison& comparison = inventory_.comparisons.all()[statement.own[i].comparison];
    eval::Truth truth = seen.comparisons[statement.own[i].comparison];
    if (statement.own[i].negated != comparison.negated) {
      std::swap(truth.holds, truth.ruled_out);
    }
    if (!comparison.of_decision || seen.determined) {
      ids.push_back(statement.conditions[i][truth.holds ? 0 : truth.ruled_out ? 1 : 2]);
    }
    for (const std::uint32_t number : comparison.boundaries) {
      const std::array<ObjectiveId, 3>& sides = statement.boundaries[boundary++];
      if (seen.sides[number] != Side::kElsewhere) {
        ids.push_back(sides[static_cast<std::size_t>(seen.sides[number]) - 1]);
      }
    }
  }
}

// Unique cause: two tests in which all can be told, that differ in one comparison alone and in the
// answer.
void Coverage::AddMcdc(std::uint32_t index, const Observation& seen,
                       std::vector<ObjectiveId>& ids) const {
  const CoveredStatement& statement = inventory_.statements[index];
  std::vector<bool> vector = VectorOf(statement, seen);
  const bool answer = AnswerOf(statement, vector);
  for (std::size_t i = 0; i < vector.size(); ++i) {
    vector[i] = !vector[i];
    if (vectors_[index].count(vector) > 0 && AnswerOf(statement, vector) != answer) {
      ids.push_back(statement.mcdc[i]);
    }
    vector[i] = !vector[i];
  }
}

std::string Coverage::WhatItReads(std::uint32_t index, const Lead& lead) const {
  std::string reads;
  for (const std::uint32_t field : fields_[index]) {
    reads += KnownText(program_->schema.fields[field].type, lead.fields[field]) + '\n';
  }
  return reads;
}

bool Coverage::IsEdge(std::uint32_t index, const Lead& lead, const Observation& seen) const {
  bool has_edges = false;
  for (const std::uint32_t number : inventory_.statements[index].comparisons) {
    const Comparison& comparison = inventory_.comparisons.all()[number];
    has_edges = has_edges || !comparison.boundaries.empty() || comparison.may_be_open;
    if (comparison.may_be_open && !seen.comparisons[number].can_tell()) {
      return true;
    }
    if (std::any_of(comparison.boundaries.begin(), comparison.boundaries.end(),
                    [&](std::uint32_t at) { return seen.sides[at] != Side::kElsewhere; })) {
      return true;
    }
  }
  return !has_edges && seen.decided[index] && !three_[index].tests[0].empty() &&
         WhatItReads(index, lead) != three_[index].first_happy;
}

Coverage::ThreeTests Coverage::WithTest(std::uint32_t index, const Lead& lead,
                                        const Observation& seen) const {
  const CoveredStatement& statement = inventory_.statements[index];
  ThreeTests three = three_[index];
  const auto add = [&](std::size_t kind) {
    if (three.tests[kind].size() < kEnoughTests) {
      three.tests[kind].insert(tests_);
    }
  };
  if (IsEdge(index, lead, seen)) {
    add(1);
  }
  if (seen.decided[index]) {
    if (three.tests[0].empty()) {
      three.first_happy = WhatItReads(index, lead);
    }
    add(0);
  }
  const bool told =
      AllTold(statement, seen) && seen.conditions[index].ruled_out && seen.unopposed[index];
  if (told && OneWouldMakeItFire(statement, VectorOf(statement, seen))) {
    add(2);
  }
  return three;
}

Tallies Coverage::Count() const {
  Tallies tallies;
  tallies.statements.resize(inventory_.statements.size());
  for (ObjectiveId id = 0; id < inventory_.objectives.size(); ++id) {
    const Objective& objective = inventory_.objectives[id];
    Tally one;
    one.reached = reached(id) ? 1 : 0;
    one.impossible = !reached(id) && impossible(id) ? 1 : 0;
    one.all = 1 - one.impossible;
    const auto measure = static_cast<std::size_t>(objective.measure);
    tallies.all[measure].Add(one);
    tallies.statements[objective.statement][measure].Add(one);
  }
  return tallies;
}

}  // namespace lq::testkit
