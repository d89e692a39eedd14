#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/engine_side/measured_engine.h"
#include "tests/bench/scoring/batch.h"
#include "tests/bench/scoring/bit_row.h"
#include "tests/bench/scoring/branchy.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {

// One set of leads in every form that some side takes.
struct LeadForms {
  LeadForms(MeasuredEngine& engine, std::size_t count, int unknown_percent);

  std::vector<GeneratedLead> generated;
  std::vector<ScoringLead> structs;
  ScoringColumns columns;
  // JSON, one behind the other, with the bytes behind that simdjson asks for.
  std::string buffer;
  std::vector<std::string_view> texts;
  std::vector<Lead> parsed;
};

// Everything that is measured, made once.
struct World {
  explicit World(std::size_t leads);

  MeasuredEngine engine;
  // Every value known; one in five unknown.
  LeadForms known;
  LeadForms partial;
  Branchy branchy;
  BitRow bit_row;
  HandBatch batch;
};

// Every side's answer to every lead equals the engine's, and what one reader of JSON refuses the
// other does. Ends the program at the first difference.
void CompareAnswers(World& world);

}  // namespace lq::bench
