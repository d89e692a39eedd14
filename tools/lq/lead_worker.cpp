#include "tools/lq/lead_worker.h"

#include "compiler/eval/evaluate.h"

namespace lq::tool {

LeadWorker::LeadWorker(const DecideSetup& setup)
    : setup_(setup),
      decoder_(setup.decoders->Make()),
      decider_(setup.engine == nullptr ? nullptr : std::make_unique<Decider>(*setup.engine)),
      tally_(*setup.program) {}

void LeadWorker::Decide(std::string_view bytes) {
  const DecisionInputs& inputs = setup_.inputs;
  decoder_->Read(bytes, inputs.as_of, lead_);
  if (decider_ == nullptr) {
    Evaluate(*setup_.program, lead_, {inputs.as_of, inputs.toggles, inputs.language}, decision_);
  } else {
    decider_->Decide(lead_, inputs, decision_);
  }
}

void LeadWorker::Work(const LeadBatch& batch, std::string& out) {
  for (std::size_t i = 0; i < batch.size(); ++i) {
    Decide(batch.lead(i));
    tally_.Count(decision_);
    out.append(i == 0 ? "" : setup_.format->separator());
    setup_.format->Append(decision_, batch.first_number + i, out);
  }
}

}  // namespace lq::tool
