#pragma once

#include <string>
#include <vector>

#include "tests/bench/engine_side/lead_window.h"
#include "tests/bench/engine_side/measured_engine.h"
#include "tests/bench/scoring/batch.h"
#include "tests/bench/scoring/bit_row.h"
#include "tests/bench/scoring/branchy.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {

// Everything that is measured, made once.
struct World {
  // `leads` in all, looked at `window` at a time.
  World(std::size_t leads, std::size_t window);

  // What was filled last is in the nearest memory.
  void FillKnown(std::size_t number);
  void FillPartial(std::size_t number) { partial.Fill(number); }

  // Of the window `known`.
  std::vector<GeneratedLead> generated_window() const;

  // The plan as data; and by native code, where `has_native`.
  MeasuredEngine engine;
  MeasuredEngine native;
  bool has_native;
  std::vector<GeneratedLead> generated;
  // Every value known; one in five unknown.
  LeadWindow known;
  LeadWindow partial;
  // Of the window `known`, for the baselines.
  std::vector<ScoringLead> structs;
  ScoringColumns columns;
  Branchy branchy;
  BitRow bit_row;
  HandBatch batch;
};

// Every side's answer to every lead equals the engine's, and what one reader of JSON refuses the
// other does. Ends the program at the first difference.
void CompareAnswers(World& world);

}  // namespace lq::bench
