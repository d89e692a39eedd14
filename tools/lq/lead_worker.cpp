#include "tools/lq/lead_worker.h"

#include "compiler/eval/evaluate.h"

namespace lq::tool {

LeadWorker::LeadWorker(const DecideSetup& setup)
    : setup_(setup),
      decoder_(setup.decoders->Make()),
      decider_(setup.engine == nullptr ? nullptr : std::make_unique<Decider>(*setup.engine)),
      tally_(*setup.plan) {}

void LeadWorker::Decide() {
  const DecisionInputs& inputs = setup_.inputs;
  if (decider_ == nullptr) {
    Evaluate(*setup_.program, lead_, {inputs.as_of, inputs.toggles, inputs.language}, decision_);
  } else {
    decider_->Decide(lead_, inputs, decision_);
  }
}

void LeadWorker::Work(const LeadBatch& batch, std::string& out) {
  const std::size_t begin = out.size();
  for (std::size_t i = 0; i < batch.size(); ++i) {
    decoder_->Begin(batch.lead(i));
    while (decoder_->Next(setup_.inputs.as_of, lead_)) {
      Decide();
      tally_.Count(decision_);
      CountBlank();
      out.append(out.size() == begin ? "" : setup_.format->separator());
      setup_.format->Append(decision_, batch.first_number + i, out);
    }
  }
}

// Rejected leads are told about by their errors.
void LeadWorker::CountBlank() {
  LeadMapper* const mapper = decoder_->mapper();
  if (mapper != nullptr && lead_.errors.empty() && mapper->found_nothing()) {
    tally_.CountBlank();
  }
}

Tally LeadWorker::Finish() {
  if (decoder_->unmapped() != nullptr)
    tally_.CountUnmapped(*decoder_->unmapped());
  tally_.CountEmpty(decoder_->empty_payloads());
  return tally_;
}

}  // namespace lq::tool
