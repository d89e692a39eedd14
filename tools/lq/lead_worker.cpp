#include "tools/lq/lead_worker.h"

#include "compiler/eval/evaluate.h"

namespace lq::tool {

LeadWorker::LeadWorker(const DecideSetup& setup)
    : setup_(setup),
      decoder_(setup.decoders->Make()),
      decider_(setup.engine == nullptr ? nullptr : std::make_unique<Decider>(*setup.engine)),
      tally_(*setup.plan) {}

void LeadWorker::Decide(std::uint64_t number, std::string& out) {
  const DecisionInputs& inputs = setup_.inputs;
  while (decoder_->Next(inputs.as_of, lead_)) {
    CountBlank();
    if (decider_ == nullptr) {
      Evaluate(*setup_.program, lead_, {inputs.as_of, inputs.toggles, inputs.language}, decision_);
    } else {
      decider_->Decide(lead_, inputs, decision_);
    }
    tally_.Count(decision_.status, decision_.outcome, decision_.errors);
    out.append(out.empty() ? "" : setup_.format->separator());
    setup_.format->Append(decision_, number, out);
  }
}

void LeadWorker::Judge(const VerdictFormat& format, std::string& out) {
  const std::uint64_t* row = nullptr;
  while (decoder_->NextRow(setup_.inputs.as_of, lead_, row)) {
    CountBlank();
    const Verdict verdict = row != nullptr ? decider_->Judge(row, setup_.inputs)
                                           : decider_->Judge(lead_, setup_.inputs);
    setup_.engine->RulesOf(verdict, rules_);
    tally_.Count(verdict.status, format.OutcomeOf(verdict), lead_.errors);
    format.AppendVerdict(lead_.id, verdict, rules_, out);
  }
}

void LeadWorker::Work(const LeadBatch& batch, std::string& out) {
  const VerdictFormat* const verdicts =
      decider_ == nullptr ? nullptr : setup_.format->of_verdicts();
  for (std::size_t i = 0; i < batch.size(); ++i) {
    decoder_->Begin(batch.lead(i));
    if (verdicts != nullptr)
      Judge(*verdicts, out);
    else
      Decide(batch.first_number + i, out);
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
