#include "compiler/eval/evaluate.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/record/decision_json.h"
#include "runtime/value/date.h"
#include "tests/language/compile_case.h"
#include "tests/language/phase.h"

namespace lq::test {

const std::string_view kPhase = "decide";

namespace {

// From the section `options`, one a line: `as of 2026-07-01`, `language DE`, `toggle strict_budget
// off`.
struct Options {
  std::string as_of = "2026-08-01";
  std::string language;
  // Toggle name and state.
  std::vector<std::pair<std::string, bool>> toggles;
};

std::vector<std::string> Lines(const Section* section) {
  std::vector<std::string> lines;
  std::istringstream stream(section == nullptr ? "" : section->text);
  for (std::string line; std::getline(stream, line);) {
    lines.push_back(line);
  }
  return lines;
}

Options ReadOptions(const CaseFile& golden) {
  Options options;
  for (const std::string& line : Lines(golden.Find("options"))) {
    std::istringstream words(line);
    std::string key;
    std::string name;
    std::string state;
    words >> key >> name >> state;
    if (key == "as") {
      options.as_of = state;
    } else if (key == "language") {
      options.language = name;
    } else if (key == "toggle") {
      options.toggles.emplace_back(name, state == "on");
    }
  }
  return options;
}

std::int64_t Instant(const std::string& text) {
  std::int64_t instant = 0;
  std::int64_t day = 0;
  if (ParseDate(text, day)) {
    return day * 86'400'000;
  }
  ParseInstant(text, instant);
  return instant;
}

// One a toggle of the program, in its order. A plain array: std::vector<bool> has no span.
std::unique_ptr<bool[]> ToggleStates(const ir::Program& program, const Options& options) {
  auto states = std::make_unique<bool[]>(program.toggles.size());
  for (std::size_t i = 0; i < program.toggles.size(); ++i) {
    states[i] = program.toggles[i].on;
    for (const auto& [name, on] : options.toggles) {
      if (name == program.toggles[i].name) {
        states[i] = on;
      }
    }
  }
  return states;
}

// Without its hash, which every change of the program's text form would change.
std::string Line(const Decision& decision) {
  std::string json;
  AppendJson(decision, json);
  const std::string_view key = "\"hash\":\"";
  const std::size_t begin = json.find(key);
  if (begin != std::string::npos) {
    json.erase(begin, json.find("\",", begin + key.size()) + 2 - begin);
  }
  return json;
}

// Decides one lead by the oracle and by the engine, which must agree.
class BothTiers {
 public:
  BothTiers(const ir::Program& program, const Options& options)
      : program_(program),
        plan_(MakePlan(program)),
        engine_(plan_),
        decider_(engine_),
        reader_(plan_->schema),
        toggles_(ToggleStates(program, options)),
        language_(options.language),
        as_of_(Instant(options.as_of)) {}

  std::string Decide(const std::string& json) {
    const std::span<const bool> toggles(toggles_.get(), program_.toggles.size());
    reader_.Read(json, as_of_, lead_);
    Decision by_oracle;
    Evaluate(program_, lead_, {as_of_, toggles, language_}, by_oracle);
    Decision by_engine;
    decider_.Decide(lead_, {as_of_, toggles, language_}, by_engine);
    const std::string expected = Line(by_oracle);
    const std::string actual = Line(by_engine);
    return expected == actual ? expected + "\n"
                              : "oracle " + expected + "\nengine " + actual + "\n";
  }

 private:
  const ir::Program& program_;
  std::shared_ptr<const plan::Plan> plan_;
  Engine engine_;
  Decider decider_;
  LeadReader reader_;
  Lead lead_;
  std::unique_ptr<bool[]> toggles_;
  std::string language_;
  std::int64_t as_of_;
};

}  // namespace

// The decision of each line of leads.jsonl, or what the checker has to say.
std::string RunPhase(const CaseFile& golden) {
  const std::unique_ptr<Compilation> compilation = CompileCase(golden);
  std::string out = Messages(*compilation);
  if (compilation->program == nullptr) {
    return out;
  }
  BothTiers tiers(*compilation->program, ReadOptions(golden));
  for (const std::string& line : Lines(golden.Find("leads.jsonl"))) {
    out += tiers.Decide(line);
  }
  return out;
}

}  // namespace lq::test
