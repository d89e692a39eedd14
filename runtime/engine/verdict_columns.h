#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace lq {

// Leads as columns: for each field of the schema its numbers as a row holds them (plan::RowField:
// one, two, four or eight bytes a lead, or a Value), one lead behind the other. Null: no lead has a
// value there.
struct LeadColumns {
  std::size_t size = 0;
  std::vector<const void*> fields;
};

// Verdicts as columns, an element a lead. All point to room for as many leads as are judged.
struct VerdictColumns {
  // lq::Status.
  std::uint8_t* status = nullptr;
  // Indices of Plan::outcomes; `outcome` counts on: `undecided becomes`, `doubtful becomes`.
  std::uint8_t* outcome = nullptr;
  std::uint8_t* proposed = nullptr;
  // Per mille.
  std::int16_t* confidence = nullptr;
  std::int16_t* ceiling = nullptr;
  // The rules that hold and that nothing overrides, as bits that Engine::RulesOf reads:
  // Engine::fired_bytes() a lead.
  void* fired = nullptr;
};

}  // namespace lq
