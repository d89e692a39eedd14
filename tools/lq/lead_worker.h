#pragma once

#include <memory>
#include <string>

#include "compiler/ir/program.h"
#include "runtime/engine/engine.h"
#include "tools/lq/decision_format.h"
#include "tools/lq/lead_decoder.h"
#include "tools/lq/lead_feed.h"
#include "tools/lq/tally.h"
#include "tools/lq/verdict_format.h"
#include "tools/native/native_code_maker.h"

namespace lq::tool {

// What all threads of one `lq decide` share.
struct DecideSetup {
  // Of a text; null for a bundle.
  std::shared_ptr<const ir::Program> program;
  std::shared_ptr<const plan::Plan> plan;
  // Of a bundle.
  std::vector<bundle::NativePart> bundled;
  // Null: the oracle decides.
  std::unique_ptr<Engine> engine;
  // Gives the engine native code; null: nobody asked for it.
  std::unique_ptr<BackgroundCompiler> native;
  DecisionInputs inputs;
  std::unique_ptr<DecisionFormat> format;
  const LeadDecoders* decoders = nullptr;
};

// One thread's share: leads in, printed decisions out.
class LeadWorker {
 public:
  explicit LeadWorker(const DecideSetup& setup);
  // The decisions of a batch, in order; `out` is empty before.
  void Work(const LeadBatch& batch, std::string& out);
  // After the last batch.
  Tally Finish();

 private:
  // The leads of what the decoder has begun, decided, counted and printed as leads of that number.
  void Decide(std::uint64_t number, std::string& out);
  // The same, by verdicts.
  void Judge(const VerdictFormat& format, std::string& out);
  void CountBlank();

  const DecideSetup& setup_;
  std::unique_ptr<LeadDecoder> decoder_;
  // Null: the oracle decides.
  std::unique_ptr<Decider> decider_;
  Lead lead_;
  Decision decision_;
  std::vector<std::uint32_t> rules_;
  Tally tally_;
};

}  // namespace lq::tool
