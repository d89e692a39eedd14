// What columns_test.py calls: a policy, batches by the Arrow C data interface, single leads as
// JSON.

#include <memory>
#include <string>

#include "compiler/include/lq/compile.h"
#include "runtime/batch/batch.h"
#include "runtime/engine/engine.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/record/decision_json.h"
#include "tests/support/package/memory_files.h"

namespace {

struct Peer {
  explicit Peer(std::shared_ptr<const lq::plan::Plan> plan, lq::batch::ReasonForm reasons)
      : engine(std::move(plan)),
        batches(engine, reasons),
        reader(engine.plan().schema),
        decider(engine) {}

  lq::Engine engine;
  lq::BatchDecider batches;
  lq::LeadReader reader;
  lq::Decider decider;
  lq::Lead lead;
  lq::Decision decision;
  std::string text;
};

}  // namespace

extern "C" {

// Null when the policy does not check.
Peer* PeerOpen(const char* schema, const char* policy, int as_lists) {
  lq::test::MemoryFiles files;
  files.Add("lead.lq", schema);
  files.Add("policy.lq", policy);
  const auto compilation = lq::Compile(files, "policy.lq");
  if (compilation->program == nullptr)
    return nullptr;
  return new Peer(lq::MakePlan(*compilation->program),
                  as_lists != 0 ? lq::batch::ReasonForm::kLists : lq::batch::ReasonForm::kSets);
}

void PeerClose(Peer* peer) { delete peer; }

// Takes the schema over. What is wrong; empty when nothing is.
const char* PeerBind(Peer* peer, ArrowSchema* schema) {
  peer->batches.Bind(*schema, peer->text);
  schema->release(schema);
  return peer->text.c_str();
}

// Takes the batch over and hands the decisions out. What is wrong; empty when nothing is.
const char* PeerDecide(Peer* peer, ArrowArray* batch, int64_t as_of, ArrowSchema* schema,
                       ArrowArray* decisions) {
  peer->batches.Decide(*batch, {as_of, {}, "EN"}, peer->text);
  batch->release(batch);
  peer->batches.ExportSchema(*schema);
  peer->batches.Export(*decisions);
  return peer->text.c_str();
}

// The decision as JSON.
const char* PeerDecideJson(Peer* peer, const char* lead, int64_t as_of) {
  peer->reader.Read(lead, as_of, peer->lead);
  peer->decider.Decide(peer->lead, {as_of, {}, "EN"}, peer->decision);
  peer->text.clear();
  lq::AppendJson(peer->decision, peer->text);
  return peer->text.c_str();
}

}  // extern "C"
