#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "tests/bench/engine_side/measured_engine.h"

namespace lq::bench {

// So many leads that no branch predictor learns them by heart, looked at a few at a time: those in
// the window have just been read, as a service's have, and are in the nearest memory.
class LeadWindow {
 public:
  // Canonical JSON. `engine` reads it; texts beyond the last whole window are left alone.
  LeadWindow(MeasuredEngine& engine, std::vector<std::string> pool, std::size_t size);

  std::size_t count() const { return pool_.size() / parsed_.size(); }
  std::size_t size() const { return parsed_.size(); }
  // Moves on to window `number` modulo count(). Ends the program when a lead is rejected.
  void Fill(std::size_t number);
  // Canonical JSON of all leads.
  const std::vector<std::string>& pool() const { return pool_; }
  // Index in the pool of the first lead.
  std::size_t first() const { return first_; }

  const std::vector<Lead>& parsed() const { return parsed_; }
  // The same as rows of the engine's layout: parsed and validated, one behind the other.
  const std::vector<std::uint64_t>& rows() const { return rows_; }
  const std::uint64_t* row(std::size_t index) const {
    return &rows_[index * rows_.size() / size()];
  }
  // One behind the other, with the bytes behind that simdjson asks for.
  const std::vector<std::string_view>& texts() const { return texts_; }

 private:
  MeasuredEngine& engine_;
  std::vector<std::string> pool_;
  std::size_t first_ = 0;
  std::vector<Lead> parsed_;
  std::vector<std::uint64_t> rows_;
  std::string buffer_;
  std::vector<std::string_view> texts_;
};

}  // namespace lq::bench
