#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "runtime/engine/engine.h"
#include "runtime/engine/verdict_columns.h"
#include "tests/bench/engine_side/measured_engine.h"
#include "tests/bench/scoring/answer.h"

namespace lq::bench {

// Judges parsed and validated leads as columns of the engine's layout, all at once.
class ColumnJudge {
 public:
  // `rows`: of the engine's layout, one behind the other. Both outlive this.
  ColumnJudge(MeasuredEngine& engine, const std::vector<std::uint64_t>& rows);
  ColumnJudge(const ColumnJudge&) = delete;

  void Judge();
  // Of the last Judge.
  Answer at(std::size_t i) const;

 private:
  MeasuredEngine& engine_;
  // A text a field.
  std::vector<std::string> bytes_;
  LeadColumns leads_;
  std::vector<std::uint8_t> status_;
  std::vector<std::uint8_t> outcome_;
  std::vector<std::uint8_t> proposed_;
  std::vector<std::int16_t> confidence_;
  std::vector<std::int16_t> ceiling_;
  std::vector<std::uint64_t> fired_;
};

}  // namespace lq::bench
