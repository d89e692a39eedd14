#pragma once

#include <vector>

#include "runtime/batch/batch.h"
#include "tests/bench/engine_side/measured_engine.h"
#include "tests/bench/engine_side/record_batch.h"
#include "tests/bench/scoring/answer.h"
#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {

// Judges leads as a record batch, again and again.
class ArrowJudge {
 public:
  // Ends the program when the columns do not fit.
  ArrowJudge(MeasuredEngine& engine, const std::vector<GeneratedLead>& leads);
  void Judge();
  // Of the last Judge.
  Answer at(std::size_t i) const;

 private:
  const Engine& engine_;
  RecordBatch leads_;
  BatchDecider judge_;
};

}  // namespace lq::bench
