#include "runtime/source/payload_reader.h"

#include <algorithm>

#include <fmt/format.h>

namespace lq {

using Kind = PlaceValue::Kind;
using plan::SourceFormat;

PayloadReader::PayloadReader(const plan::SourcePlan& plan, const plan::LeadSchema& schema)
    : plan_(plan), mapper_(plan, schema), json_places_(document_), places_(plan.places.size()) {
  if (plan.format != SourceFormat::kForm)
    return;
  repeated_.resize(plan.places.size());
  for (std::size_t i = 0; i < plan.places.size(); ++i)
    place_of_.emplace(plan.places[i], i);
}

void PayloadReader::Begin(std::string_view payload) {
  elements_.clear();
  next_element_ = 0;
  refused_ = false;
  if (plan_.format == SourceFormat::kForm) {
    BeginForm(payload);
  } else {
    BeginJson(payload);
  }
}

void PayloadReader::BeginJson(std::string_view payload) {
  if (!document_.Read(payload)) {
    Refuse(document_.problem_code(), document_.problem());
    return;
  }
  const Kind kind = document_.node(JsonDocument::kRoot).kind;
  if (kind != Kind::kObject && kind != Kind::kList) {
    Refuse("type", "the payload is JSON, but neither an object nor a list");
    return;
  }
  std::string problem;
  if (!json_places_.FindEach(plan_.each, elements_, problem)) {
    Refuse("type", fmt::format("{}, but each lead of the payload is read from \"{}\"", problem,
                               plan_.each_text));
  } else if (elements_.empty()) {
    ++empty_payloads_;
  }
}

void PayloadReader::BeginForm(std::string_view payload) {
  if (!body_.Read(payload)) {
    Refuse(body_.problem_code(), body_.problem());
    return;
  }
  elements_.push_back({});
}

// One lead, which is rejected.
void PayloadReader::Refuse(std::string_view code, std::string problem) {
  refused_ = true;
  code_ = code;
  problem_ = std::move(problem);
  elements_.assign(1, {});
}

bool PayloadReader::Next(std::int64_t as_of, Lead& lead) {
  if (next_element_ == elements_.size())
    return false;
  const JsonPlaces::Element& element = elements_[next_element_++];
  element_ = element.path;
  mapped_ = !refused_;
  if (refused_) {
    lead.Clear();
    lead.errors.push_back({"", code_, problem_});
    return true;
  }
  if (plan_.format == SourceFormat::kForm) {
    FindParameters();
  } else {
    FindPlaces(element.index);
  }
  if (mapper_.Read(places_, as_of, lead))
    return true;
  const bool several = !element_.empty();
  mapper_.Reword({several ? fmt::format(" of \"{}\"", element_) : "",
                  several ? fmt::format("\"{}\": ", element_) : ""},
                 lead);
  return true;
}

void PayloadReader::FindPlaces(JsonPlaces::Index root) {
  json_places_.Begin();
  for (std::size_t i = 0; i < places_.size(); ++i)
    places_[i] = json_places_.Find(root, plan_.paths[i]);
  for (const JsonPath& path : plan_.ignored_paths)
    json_places_.Pass(root, path);
  json_places_.CountUnmapped(root, unmapped_);
}

void PayloadReader::FindParameters() {
  for (std::vector<PlaceValue>& values : repeated_)
    values.clear();
  for (const FormBody::Parameter& parameter : body_.parameters()) {
    const auto found = place_of_.find(parameter.name);
    if (found != place_of_.end()) {
      repeated_[found->second].push_back({Kind::kText, parameter.value});
    } else if (!parameter.value.empty() &&
               !std::binary_search(plan_.ignored.begin(), plan_.ignored.end(), parameter.name)) {
      unmapped_.Count(parameter.name);
    }
  }
  for (std::size_t i = 0; i < places_.size(); ++i) {
    const std::vector<PlaceValue>& values = repeated_[i];
    places_[i] = values.empty()       ? PlaceValue{}
                 : values.size() == 1 ? values[0]
                                      : PlaceValue{Kind::kList, {}, values};
  }
}

}  // namespace lq
