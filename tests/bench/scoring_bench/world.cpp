#include "tests/bench/scoring_bench/world.h"

#include <cstdlib>

#include <fmt/format.h>

#include "tests/bench/engine_side/policy_texts.h"
#include "tests/bench/scoring/json/hand_json.h"

namespace lq::bench {
namespace {

constexpr std::uint64_t kSeed = 20260801;
constexpr int kUnknownPercent = 20;

std::shared_ptr<const plan::Plan> ScoringPlan() {
  const PolicyTexts texts = ReadTexts(LQ_SOURCE_DIR "/tests/bench/lead_scoring");
  return MakePlan(*CompileTexts(texts, "lead_scoring.lq")->program);
}

}  // namespace

LeadForms::LeadForms(MeasuredEngine& engine, std::size_t count, int unknown_percent)
    : generated(MakeLeads(count, unknown_percent, kSeed)),
      columns(ToColumns(generated)),
      parsed(count) {
  std::vector<std::size_t> starts;
  for (const GeneratedLead& made : generated) {
    structs.push_back(made.lead);
    starts.push_back(buffer.size());
    buffer += ToJson(made) + "\n";
  }
  starts.push_back(buffer.size());
  buffer.append(HandJson::kPadding, ' ');
  for (std::size_t i = 0; i < count; ++i) {
    texts.emplace_back(&buffer[starts[i]], starts[i + 1] - starts[i] - 1);
    if (!engine.Read(texts[i], parsed[i])) {
      fmt::print(stderr, "a generated lead was rejected: {}\n", texts[i]);
      std::exit(1);
    }
  }
}

World::World(std::size_t leads)
    : engine(ScoringPlan()),
      known(engine, leads, 0),
      partial(engine, leads, kUnknownPercent),
      batch(bit_row) {}

}  // namespace lq::bench
