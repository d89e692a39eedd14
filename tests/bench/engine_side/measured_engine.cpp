#include "tests/bench/engine_side/measured_engine.h"

#include <array>
#include <optional>
#include <string>

#include <fmt/format.h>

#include "compiler/jit/jit.h"
#include "runtime/native/native_code.h"
#include "tests/bench/engine_side/scoring_answer.h"

namespace lq::bench {
namespace {

// Rules as the engine numbers them.
Answer Plain(const Verdict& verdict) {
  // By status; a settled lead's outcome is the proposed one.
  static constexpr std::array<std::uint8_t, 4> kHeld = {0, kAskFirst, kLookAtIt, 0};
  const auto status = static_cast<std::uint8_t>(verdict.status);
  const auto proposed = static_cast<std::uint8_t>(verdict.proposed);
  return {static_cast<std::uint16_t>(verdict.fired[0]),
          static_cast<std::uint16_t>(verdict.confidence),
          static_cast<std::uint16_t>(verdict.ceiling),
          status,
          verdict.status == Status::kSettled ? proposed : kHeld[status],
          proposed};
}

// Null, with a word about why, where there is none.
std::shared_ptr<const NativeCode> CompileNative(const Engine& engine) {
  const std::optional<engine::Kernel> kernel = engine.kernel();
  if (!kernel)
    return nullptr;
  std::string problem;
  const std::string image = CompileKernel(*kernel, NativeTarget::Host(), problem);
  std::shared_ptr<const NativeCode> code = NativeCode::Load(image, problem);
  if (code == nullptr)
    fmt::print(stderr, "no native code: {}\n", problem);
  return code;
}

}  // namespace

MeasuredEngine::MeasuredEngine(std::shared_ptr<const plan::Plan> plan)
    : plan_(std::move(plan)),
      engine_(plan_),
      decider_(engine_),
      reader_(plan_->schema),
      texts_(plan_->schema) {}

bool MeasuredEngine::MakeNative() {
  const std::shared_ptr<const NativeCode> code = CompileNative(engine_);
  if (code != nullptr)
    engine_.Install({code, &code->entries()});
  return code != nullptr;
}

bool MeasuredEngine::CompileOnly() const { return CompileNative(engine_) != nullptr; }

bool MeasuredEngine::Accepts(std::string_view text) {
  texts_.Read(text, inputs_.as_of, lead_);
  return lead_.errors.empty();
}

const Decision& MeasuredEngine::Decide(const Lead& lead) {
  decider_.Decide(lead, inputs_, decision_);
  return decision_;
}

void MeasuredEngine::DecideRecords(std::span<const Lead> leads) {
  for (const Lead& lead : leads)
    decider_.Decide(lead, inputs_, decision_);
}

Answer MeasuredEngine::AnswerOf(const Verdict& verdict) const {
  engine_.RulesOf(verdict, fired_);
  Answer answer = Plain(verdict);
  answer.fired = 0;
  for (const std::uint32_t rule : fired_)
    answer.fired |= RuleBit(plan_->rules[rule].name);
  return answer;
}

void MeasuredEngine::JudgeRows(std::span<const std::uint64_t> rows, std::span<Answer> answers) {
  const std::size_t words = engine_.layout().words();
  for (std::size_t i = 0; i < answers.size(); ++i)
    answers[i] = Plain(decider_.Judge(&rows[i * words], inputs_));
}

void MeasuredEngine::JudgeLeads(std::span<const Lead> leads, std::span<Answer> answers) {
  for (std::size_t i = 0; i < leads.size(); ++i)
    answers[i] = Plain(decider_.Judge(leads[i], inputs_));
}

bool MeasuredEngine::JudgeTexts(std::span<const std::string_view> texts,
                                std::span<Answer> answers) {
  for (std::size_t i = 0; i < texts.size(); ++i) {
    const std::uint64_t* const row = texts_.Read(texts[i], inputs_.as_of, lead_);
    if (row == nullptr)
      return false;
    answers[i] = Plain(decider_.Judge(row, inputs_));
  }
  return true;
}

}  // namespace lq::bench
