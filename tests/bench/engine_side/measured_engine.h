#pragma once

#include <memory>
#include <span>
#include <string_view>
#include <vector>

#include "runtime/engine/engine.h"
#include "runtime/engine/verdict_columns.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/intake/verdict_reader.h"
#include "tests/bench/scoring/answer.h"

namespace lq::bench {

// The one place that knows how the engine is called. What is measured goes through here, so that a
// new entry of the engine is a new function here.
class MeasuredEngine {
 public:
  explicit MeasuredEngine(std::shared_ptr<const plan::Plan> plan);

  const Engine& engine() const { return engine_; }
  // From now on by native code. False where the plan or the host has none.
  bool MakeNative();
  // Compiles the plan to native code, and does nothing with it. False where there is none.
  bool CompileOnly() const;

  // False when the lead is rejected.
  bool Read(std::string_view text, Lead& lead) { return reader_.Read(text, inputs_.as_of, lead); }
  // The same by the reader of verdicts.
  bool Accepts(std::string_view text);
  // The whole record; good until the next call.
  const Decision& Decide(const Lead& lead);

  // What a verdict says of lead_scoring.lq.
  Answer AnswerOf(const Verdict& verdict) const;
  // Good until the next call.
  Verdict Judge(const Lead& lead) { return decider_.Judge(lead, inputs_); }
  Verdict Judge(const std::uint64_t* row) { return decider_.Judge(row, inputs_); }
  // Of JSON that is accepted and a row.
  Verdict Judge(std::string_view text) { return Judge(texts_.Read(text, inputs_.as_of, lead_)); }

  // What is timed. A record a lead:
  void DecideRecords(std::span<const Lead> leads);
  // A verdict a lead, as it was read; the rules that fired as the engine numbers them.
  void JudgeLeads(std::span<const Lead> leads, std::span<Answer> answers);
  // The same for rows of the engine's layout, one behind the other.
  void JudgeRows(std::span<const std::uint64_t> rows, std::span<Answer> answers);
  void JudgeColumns(const LeadColumns& leads, const VerdictColumns& verdicts) {
    decider_.JudgeColumns(leads, inputs_, verdicts);
  }
  // The same from JSON. False when a lead is rejected, or no row.
  bool JudgeTexts(std::span<const std::string_view> texts, std::span<Answer> answers);

 private:
  std::shared_ptr<const plan::Plan> plan_;
  Engine engine_;
  Decider decider_;
  LeadReader reader_;
  VerdictReader texts_;
  Lead lead_;
  DecisionInputs inputs_;
  Decision decision_;
  // Indices of the plan's rules.
  mutable std::vector<std::uint32_t> fired_;
};

}  // namespace lq::bench
