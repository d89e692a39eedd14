#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "runtime/source/form_body.h"
#include "runtime/source/json_document.h"
#include "runtime/source/json_places.h"
#include "runtime/source/lead_mapper.h"
#include "runtime/source/unmapped.h"
#include "runtime/value/lead.h"

namespace lq {

// Runs a compiled source over payloads: JSON texts or the bodies of forms. A payload gives one
// lead; with `each`, one for every element. Any bytes are safe. One reader a thread; plan and
// schema outlive it.
//
//   PayloadReader source(plan, schema);
//   source.Begin(bytes);
//   while (source.Next(as_of, lead)) …          lead.errors says whether it was rejected
class PayloadReader {
 public:
  // `schema` is the one that the plan gives leads of; the plan's format is kJson or kForm.
  PayloadReader(const plan::SourcePlan& plan, const plan::LeadSchema& schema);

  // `payload` outlives the leads that are read from it.
  void Begin(std::string_view payload);
  // False when the payload has no more leads. Clears `lead` first. A payload that cannot be read at
  // all gives one lead, rejected.
  bool Next(std::int64_t as_of, Lead& lead);

  // About the last lead; only when its payload could be read.
  LeadMapper& mapper() { return mapper_; }
  // The last lead came from a payload that could be read.
  bool mapped() const { return mapped_; }
  // The element of `each` that the last lead came from: `entry[0].changes[2].value`.
  std::string_view element() const { return element_; }

  // Of all payloads so far: what the source neither maps nor ignores.
  const UnmappedNames& unmapped() const { return unmapped_; }
  // Payloads whose `each` had nothing to go over, and which so gave no lead.
  std::uint64_t empty_payloads() const { return empty_payloads_; }

 private:
  void BeginJson(std::string_view payload);
  void BeginForm(std::string_view payload);
  void Refuse(std::string_view code, std::string problem);
  void FindPlaces(JsonPlaces::Index root);
  void FindParameters();

  const plan::SourcePlan& plan_;
  LeadMapper mapper_;
  JsonDocument document_;
  JsonPlaces json_places_;
  FormBody body_;
  // kForm: the place of a parameter.
  std::unordered_map<std::string_view, std::size_t> place_of_;
  // Its values, in the order of the body.
  std::vector<std::vector<PlaceValue>> repeated_;
  // One a place of the plan.
  std::vector<PlaceValue> places_;
  std::vector<JsonPlaces::Element> elements_;
  std::size_t next_element_ = 0;
  std::string element_;
  bool mapped_ = false;
  bool refused_ = false;
  std::string code_;
  std::string problem_;
  UnmappedNames unmapped_;
  std::uint64_t empty_payloads_ = 0;
};

}  // namespace lq
