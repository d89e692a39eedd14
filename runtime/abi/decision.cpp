#include "runtime/abi/border.h"
#include "runtime/abi/decider_state.h"
#include "runtime/record/decision_json.h"
#include "runtime/record/output_json.h"

using lq::abi::TextOf;

namespace lq::abi {
namespace {

static_assert(static_cast<int>(Status::kRejected) == LQ_REJECTED);
static_assert(static_cast<int>(Status::kDoubtful) == LQ_DOUBTFUL);
static_assert(static_cast<int>(ReasonFrom::kTableRow) == LQ_FROM_TABLE_ROW);
static_assert(static_cast<int>(ReasonFrom::kGuard) == LQ_FROM_GUARD);

// What a rejected lead's decision lacks.
bool IsEmpty(const lq_decision* decision) {
  return decision == nullptr || decision->record.status == Status::kRejected;
}

template <typename List>
const auto* ItemOf(const lq_decision* decision, List list, std::size_t index, const void* item) {
  const auto* const items = decision == nullptr ? nullptr : &(decision->record.*list);
  const bool there = items != nullptr && item != nullptr && index < items->size();
  return there ? &(*items)[index] : nullptr;
}

template <typename List>
std::size_t CountOf(const lq_decision* decision, List list) {
  return decision == nullptr ? 0 : (decision->record.*list).size();
}

// Made when it is first asked for: wholly or not at all.
const std::string& JsonOf(const lq_decision& decision) {
  if (decision.json.empty()) {
    try {
      AppendJson(decision.record, decision.json);
    } catch (...) {
      decision.json.clear();
      throw;
    }
  }
  return decision.json;
}

}  // namespace
}  // namespace lq::abi

using lq::Decision;

extern "C" {

lq_text lq_decision_json(const lq_decision* decision) {
  if (decision == nullptr)
    return TextOf({});
  return lq::abi::Guarded<lq_text>(nullptr, TextOf({}),
                                   [&] { return TextOf(lq::abi::JsonOf(*decision)); });
}

lq_status lq_decision_status(const lq_decision* decision) {
  return decision == nullptr ? LQ_REJECTED : static_cast<lq_status>(decision->record.status);
}

lq_text lq_decision_status_name(const lq_decision* decision) {
  return TextOf(decision == nullptr ? std::string_view() : lq::StatusName(decision->record.status));
}

lq_text lq_decision_outcome(const lq_decision* decision) {
  return TextOf(lq::abi::IsEmpty(decision) ? std::string_view() : decision->record.outcome);
}

lq_text lq_decision_proposed(const lq_decision* decision) {
  return TextOf(lq::abi::IsEmpty(decision) ? std::string_view() : decision->record.proposed);
}

lq_text lq_decision_text(const lq_decision* decision) {
  return TextOf(lq::abi::IsEmpty(decision) ? std::string_view() : decision->record.text);
}

lq_text lq_decision_lead(const lq_decision* decision) {
  return TextOf(decision == nullptr ? std::string_view() : decision->record.lead);
}

lq_text lq_decision_hash(const lq_decision* decision) {
  return TextOf(decision == nullptr ? std::string_view() : decision->record.hash);
}

int32_t lq_decision_confidence(const lq_decision* decision) {
  return lq::abi::IsEmpty(decision) ? 0 : decision->record.confidence;
}

int32_t lq_decision_ceiling(const lq_decision* decision) {
  return lq::abi::IsEmpty(decision) ? 0 : decision->record.ceiling;
}

int32_t lq_decision_tension(const lq_decision* decision) {
  return lq::abi::IsEmpty(decision) ? 0 : decision->record.tension;
}

size_t lq_decision_reason_count(const lq_decision* decision) {
  return lq::abi::CountOf(decision, &Decision::reasons);
}

int lq_decision_reason(const lq_decision* decision, size_t index, lq_reason* item) {
  const lq::Reason* const found = lq::abi::ItemOf(decision, &Decision::reasons, index, item);
  if (found == nullptr)
    return 0;
  *item = {TextOf(found->code), found->points, static_cast<std::int32_t>(found->from),
           TextOf(found->name), found->row,    TextOf(found->text)};
  return 1;
}

size_t lq_decision_ask_count(const lq_decision* decision) {
  return lq::abi::CountOf(decision, &Decision::ask);
}

int lq_decision_ask(const lq_decision* decision, size_t index, lq_ask* item) {
  const lq::AskEntry* const found = lq::abi::ItemOf(decision, &Decision::ask, index, item);
  if (found == nullptr)
    return 0;
  *item = {TextOf(found->field), TextOf(lq::CauseName(found->cause)), found->gain,
           TextOf(found->question)};
  return 1;
}

size_t lq_decision_could_become_count(const lq_decision* decision) {
  return lq::abi::CountOf(decision, &Decision::could_become);
}

int lq_decision_could_become(const lq_decision* decision, size_t index, lq_could_become* item) {
  const lq::CouldBecome* const found =
      lq::abi::ItemOf(decision, &Decision::could_become, index, item);
  if (found == nullptr)
    return 0;
  *item = {TextOf(found->outcome), found->confidence, found->ceiling};
  return 1;
}

size_t lq_decision_error_count(const lq_decision* decision) {
  return lq::abi::CountOf(decision, &Decision::errors);
}

int lq_decision_error(const lq_decision* decision, size_t index, lq_lead_error* item) {
  const lq::FieldError* const found = lq::abi::ItemOf(decision, &Decision::errors, index, item);
  if (found == nullptr)
    return 0;
  *item = {TextOf(found->path), TextOf(found->code), TextOf(found->message)};
  return 1;
}

size_t lq_decision_output_count(const lq_decision* decision) {
  return lq::abi::CountOf(decision, &Decision::outputs);
}

int lq_decision_output(const lq_decision* decision, size_t index, lq_text* name, lq_text* json) {
  const lq::OutputResult* const found = lq::abi::ItemOf(decision, &Decision::outputs, index, name);
  if (found == nullptr || json == nullptr)
    return 0;
  return lq::abi::Guarded<int>(nullptr, 0, [&] {
    std::string& out = decision->output;
    out.clear();
    if (found->is_null) {
      out = "null";
    } else {
      lq::AppendPossibleJson(*found->type, found->value, out);
    }
    *name = TextOf(found->name);
    *json = TextOf(out);
    return 1;
  });
}

}  // extern "C"
