#include "tests/bench/engine_side/column_judge.h"

#include <cstring>

namespace lq::bench {

ColumnJudge::ColumnJudge(MeasuredEngine& engine, const std::vector<std::uint64_t>& rows)
    : engine_(engine) {
  const plan::RowLayout& layout = engine.engine().layout();
  const std::size_t count = rows.size() / layout.words();
  bytes_.resize(layout.fields());
  leads_.size = count;
  for (std::size_t field = 0; field < layout.fields(); ++field) {
    const plan::RowField& place = layout.field(field);
    for (std::size_t i = 0; i < count; ++i) {
      const char* const row = reinterpret_cast<const char*>(&rows[i * layout.words()]);
      bytes_[field].append(row + place.offset, plan::SizeOf(place.kind));
    }
    leads_.fields.push_back(bytes_[field].data());
  }
  status_.resize(count);
  outcome_.resize(count);
  proposed_.resize(count);
  confidence_.resize(count);
  ceiling_.resize(count);
  fired_.resize(count * engine.engine().fired_bytes() / sizeof(std::uint64_t) + 1);
}

void ColumnJudge::Judge() {
  engine_.JudgeColumns(leads_, {status_.data(), outcome_.data(), proposed_.data(),
                                confidence_.data(), ceiling_.data(), fired_.data()});
}

Answer ColumnJudge::at(std::size_t i) const {
  const std::size_t size = engine_.engine().fired_bytes();
  std::vector<std::uint64_t> bits(size / sizeof(std::uint64_t) + 1);
  std::memcpy(bits.data(), reinterpret_cast<const char*>(fired_.data()) + i * size, size);
  Verdict verdict;
  verdict.fired = bits.data();
  Answer answer;
  answer.fired = engine_.AnswerOf(verdict).fired;
  answer.confidence = static_cast<std::uint16_t>(confidence_[i]);
  answer.ceiling = static_cast<std::uint16_t>(ceiling_[i]);
  answer.status = status_[i];
  answer.outcome = outcome_[i];
  answer.proposed = proposed_[i];
  return answer;
}

}  // namespace lq::bench
