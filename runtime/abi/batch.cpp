#include "runtime/batch/batch.h"

#include <cstring>

#include "runtime/abi/border.h"
#include "runtime/abi/options.h"

struct lq_batch {
  lq_batch(std::shared_ptr<const lq::abi::PolicyState> of, lq::batch::ReasonForm reasons)
      : policy(std::move(of)), decider(policy->engine, reasons) {}

  std::shared_ptr<const lq::abi::PolicyState> policy;
  lq::abi::Options options;
  lq::BatchDecider decider;
};

namespace lq::abi {
namespace {

// `reasons` as a number: a program in C may give any, which would be no lq_reason_form of C++.
lq_batch* Bind(const lq_policy& policy, const ArrowSchema& columns, std::uint32_t reasons,
               lq_error* error) {
  if (reasons > LQ_REASON_LISTS) {
    Fail(error, LQ_ERROR_ARGUMENT, "`reasons` is neither LQ_REASON_SETS nor LQ_REASON_LISTS");
    return nullptr;
  }
  const auto form =
      reasons == LQ_REASON_LISTS ? batch::ReasonForm::kLists : batch::ReasonForm::kSets;
  auto made = std::make_unique<lq_batch>(policy.state, form);
  std::string problem;
  if (!made->decider.Bind(columns, problem)) {
    Fail(error, LQ_ERROR_BATCH, problem);
    return nullptr;
  }
  return made.release();
}

// What is asked of the leads of a batch, and where the answer goes.
struct Columns {
  const ArrowArray* leads;
  const lq_options* options;
  ArrowArray* out;
};

using Run = bool (BatchDecider::*)(const ArrowArray&, const DecisionInputs&, std::string&);
using Export = void (BatchDecider::*)(ArrowArray&);

lq_code RunOn(lq_batch& batch, const Columns& columns, Run run, Export hand_over, lq_error* error) {
  lq_error why = {};
  if (!batch.options.Read(*batch.policy, *columns.options, &why)) {
    Fail(error, why.code, why.message);
    return why.code;
  }
  std::string problem;
  if (!(batch.decider.*run)(*columns.leads, batch.options.inputs(), problem)) {
    Fail(error, LQ_ERROR_BATCH, problem);
    return LQ_ERROR_BATCH;
  }
  (batch.decider.*hand_over)(*columns.out);
  return LQ_OK;
}

// Something that is needed is NULL.
lq_code NullOf(lq_error* error, const char* what) {
  FailNull(error, what);
  return LQ_ERROR_ARGUMENT;
}

lq_code Checked(lq_batch* batch, const Columns& columns, const char* out, Run run, Export hand_over,
                lq_error* error) {
  if (batch == nullptr || columns.leads == nullptr)
    return NullOf(error, batch == nullptr ? "`batch`" : "`leads`");
  if (columns.options == nullptr || columns.out == nullptr)
    return NullOf(error, columns.options == nullptr ? "`options`" : out);
  return Guard(error, [&] { return RunOn(*batch, columns, run, hand_over, error); });
}

lq_code ExportSchema(const lq_batch* batch, ArrowSchema* schema, const char* name,
                     void (BatchDecider::*write)(ArrowSchema&) const, lq_error* error) {
  if (batch == nullptr || schema == nullptr)
    return NullOf(error, batch == nullptr ? "`batch`" : name);
  return Guard(error, [&] {
    (batch->decider.*write)(*schema);
    return LQ_OK;
  });
}

}  // namespace
}  // namespace lq::abi

using lq::BatchDecider;
using lq::abi::NullOf;

extern "C" {

lq_batch* lq_batch_create(lq_policy* policy, const ArrowSchema* columns, lq_reason_form reasons,
                          lq_error* error) {
  if (policy == nullptr || columns == nullptr) {
    NullOf(error, policy == nullptr ? "`policy`" : "`columns`");
    return nullptr;
  }
  std::uint32_t form = 0;
  static_assert(sizeof form == sizeof reasons);
  std::memcpy(&form, &reasons, sizeof form);
  return lq::abi::Guarded<lq_batch*>(error, nullptr,
                                     [&] { return lq::abi::Bind(*policy, *columns, form, error); });
}

void lq_batch_destroy(lq_batch* batch) { delete batch; }

size_t lq_batch_unmapped_count(const lq_batch* batch) {
  return batch == nullptr ? 0 : batch->decider.unmapped().size();
}

lq_text lq_batch_unmapped(const lq_batch* batch, size_t index) {
  return lq::abi::TextOf(index >= lq_batch_unmapped_count(batch)
                             ? std::string_view()
                             : batch->decider.unmapped()[index]);
}

lq_code lq_batch_schema(const lq_batch* batch, ArrowSchema* decisions, lq_error* error) {
  return lq::abi::ExportSchema(batch, decisions, "`decisions`", &BatchDecider::ExportSchema, error);
}

lq_code lq_batch_decide(lq_batch* batch, const ArrowArray* leads, const lq_options* options,
                        ArrowArray* decisions, lq_error* error) {
  return lq::abi::Checked(batch, {leads, options, decisions}, "`decisions`", &BatchDecider::Decide,
                          &BatchDecider::Export, error);
}

lq_code lq_batch_verdict_schema(const lq_batch* batch, ArrowSchema* verdicts, lq_error* error) {
  return lq::abi::ExportSchema(batch, verdicts, "`verdicts`", &BatchDecider::ExportVerdictSchema,
                               error);
}

lq_code lq_batch_judge(lq_batch* batch, const ArrowArray* leads, const lq_options* options,
                       ArrowArray* verdicts, lq_error* error) {
  return lq::abi::Checked(batch, {leads, options, verdicts}, "`verdicts`", &BatchDecider::Judge,
                          &BatchDecider::ExportVerdicts, error);
}

}  // extern "C"
