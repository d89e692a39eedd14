#pragma once

#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include "runtime/intake/json_check.h"
#include "runtime/source/payload_reader.h"
#include "runtime/value/text.h"
#include "tests/support/payload/payload_source.h"
#include "tests/support/source/canonical_twin.h"

// Any bytes as a payload: each lead of it is accepted or has errors that can be shown, and the
// canonical lead means the same when it is read by itself.
namespace lq::test {

inline void Require(bool holds, std::string_view what) {
  if (holds)
    return;
  std::cerr << "broken: " << what << '\n';
  std::abort();
}

// Used for every input, as a service uses it.
class PayloadTarget {
 public:
  explicit PayloadTarget(Example example)
      : example_(std::move(example)),
        reader_(example_.plan, example_.schema),
        twin_(example_.schema) {}

  void Run(std::string_view payload) {
    reader_.Begin(payload);
    std::size_t leads = 0;
    while (reader_.Next(0, lead_)) {
      Require(++leads <= payload.size() + 1, "a payload has no more leads than bytes");
      RequireErrors();
      if (!reader_.mapped()) {
        Require(!lead_.errors.empty(), "what cannot be read is no lead");
      } else {
        RequireMapped();
      }
    }
    for (const auto& [name, times] : reader_.unmapped().names())
      Require(IsValidUtf8(name) && times > 0, "a name is UTF-8");
    Require(reader_.unmapped().names().size() <= UnmappedNames::kMostNames, "names are bounded");
  }

 private:
  void RequireErrors() {
    for (const FieldError& error : lead_.errors) {
      Require(!error.code.empty() && !error.message.empty(), "an error has a code and a message");
      Require(IsValidUtf8(error.path) && IsValidUtf8(error.message), "an error is UTF-8");
    }
  }

  void RequireMapped() {
    LeadMapper& mapper = reader_.mapper();
    Require(intake::CheckJson(mapper.Canonical()) == intake::JsonProblem::kNone,
            "a canonical lead is JSON");
    Require(mapper.Origins().size() == example_.plan.fields.size(),
            "each mapped field has an origin");
    for (const FieldOrigin& origin : mapper.Origins()) {
      Require(intake::CheckJson(origin.value) == intake::JsonProblem::kNone,
              "an origin's value is JSON");
    }
    Require(twin_.Compare(mapper, 0, lead_).agree(), "a canonical lead means the same by itself");
  }

  Example example_;
  PayloadReader reader_;
  CanonicalTwin twin_;
  Lead lead_;
};

}  // namespace lq::test
