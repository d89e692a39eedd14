#include "tests/bench/scoring_bench/arrow_judge.h"

#include <cstdlib>
#include <string>

#include <fmt/format.h>

#include "tests/bench/engine_side/scoring_answer.h"

namespace lq::bench {
namespace {

void ExpectDone(bool done, const std::string& problem) {
  if (done)
    return;
  fmt::print(stderr, "the record batch of leads was refused: {}\n", problem);
  std::exit(1);
}

}  // namespace

ArrowJudge::ArrowJudge(MeasuredEngine& engine, const std::vector<GeneratedLead>& leads)
    : engine_(engine.engine()), leads_(engine_.plan().schema, leads), judge_(engine_) {
  std::string problem;
  ExpectDone(judge_.Bind(leads_.types(), problem), problem);
}

void ArrowJudge::Judge() {
  std::string problem;
  ExpectDone(judge_.Judge(leads_.array(), {}, problem), problem);
}

Answer ArrowJudge::at(std::size_t i) const {
  const batch::HeadColumns& head = judge_.verdicts().head();
  const auto outcome = [&](std::int32_t number) {
    return OutcomePlace(head.outcomes().names()[static_cast<std::size_t>(number)]);
  };
  Answer answer;
  answer.status = static_cast<std::uint8_t>(head.statuses()[i]);
  answer.confidence = static_cast<std::uint16_t>(head.confidences()[i]);
  answer.ceiling = static_cast<std::uint16_t>(head.ceilings()[i]);
  answer.outcome = outcome(head.chosen()[i]);
  answer.proposed = outcome(head.proposed()[i]);
  for (const std::uint32_t rule : judge_.verdicts().fired(static_cast<std::int64_t>(i)))
    answer.fired |= RuleBit(engine_.plan().rules[rule].name);
  return answer;
}

}  // namespace lq::bench
