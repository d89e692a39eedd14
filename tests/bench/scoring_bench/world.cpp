#include "tests/bench/scoring_bench/world.h"

#include <span>

#include "tests/bench/engine_side/policy_texts.h"

namespace lq::bench {
namespace {

constexpr std::uint64_t kSeed = 20260801;
constexpr int kUnknownPercent = 20;

std::shared_ptr<const plan::Plan> ScoringPlan() {
  const PolicyTexts texts = ReadTexts(LQ_SOURCE_DIR "/tests/bench/lead_scoring");
  return MakePlan(*CompileTexts(texts, "lead_scoring.lq")->program);
}

std::vector<std::string> Texts(const std::vector<GeneratedLead>& leads) {
  std::vector<std::string> texts;
  for (const GeneratedLead& lead : leads)
    texts.push_back(ToJson(lead));
  return texts;
}

}  // namespace

World::World(std::size_t leads, std::size_t window)
    : engine(ScoringPlan()),
      native(ScoringPlan()),
      has_native(native.MakeNative()),
      generated(MakeLeads(leads, 0, kSeed)),
      known(engine, Texts(generated), window),
      partial(engine, Texts(MakeLeads(leads, kUnknownPercent, kSeed)), window),
      structs(window),
      batch(bit_row) {
  FillKnown(0);
}

void World::FillKnown(std::size_t number) {
  known.Fill(number);
  const auto window = std::span(generated).subspan(known.first(), known.size());
  for (std::size_t i = 0; i < window.size(); ++i)
    structs[i] = window[i].lead;
  columns = ToColumns(window);
}

std::vector<GeneratedLead> World::generated_window() const {
  const auto window = std::span(generated).subspan(known.first(), known.size());
  return {window.begin(), window.end()};
}

}  // namespace lq::bench
