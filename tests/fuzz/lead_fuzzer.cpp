#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <iostream>
#include <string>
#include <string_view>
#include <utility>

#include "runtime/intake/json_check.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"
#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

// Any bytes as a lead: it is accepted or has errors, what it holds fits the schema, and reading it
// again gives the same.
namespace lq::test {
namespace {

void Require(bool holds, std::string_view what) {
  if (holds)
    return;
  std::cerr << "broken: " << what << '\n';
  std::abort();
}

void RequireValue(const Type& type, const Value& value) {
  if (type.kind == TypeKind::kList) {
    Require(value.items().size() <= type.max_items,
            "a list has no more items than its type allows");
    for (const Value& item : value.items())
      RequireValue(ItemType(type), item);
  } else if (IsTextual(type.kind)) {
    Require(IsValidUtf8(value.text()), "a text is UTF-8");
    Require(type.max_length == 0 || CountCodePoints(value.text()) <= type.max_length,
            "a text is no longer than its type allows");
  } else if (type.low != type.high) {
    Require(value.number() >= type.low && value.number() <= type.high,
            "a number lies within its range");
  }
}

void RequirePossible(const Type& type, const Possible& possible) {
  if (possible.form == Possible::Form::kAll)
    return;
  Require(!possible.missing(), "what is missing has no values");
  Require(possible.count >= 1 && possible.count <= 64, "a set has 1 to 64 values");
  for (const Value& value : possible.list())
    RequireValue(type, value);
  for (std::uint32_t i = 1; i < possible.count; ++i) {
    Require(CompareValues(type, possible.values[i - 1], possible.values[i]) < 0, "values ascend");
  }
  const bool is_band = possible.form == Possible::Form::kBand;
  Require(!is_band || (possible.count == 2 && IsOrdered(type.kind)),
          "a band has two ends and an order");
  Require(possible.single() == (possible.cause == Cause::kNone),
          "one value is known, several have a cause");
}

void RequireErrors(const Lead& lead) {
  const auto before = [](const FieldError& a, const FieldError& b) { return a.path < b.path; };
  Require(std::is_sorted(lead.errors.begin(), lead.errors.end(), before),
          "errors are sorted by path");
  for (std::size_t i = 1; i < lead.errors.size(); ++i) {
    Require(lead.errors[i - 1].path != lead.errors[i].path, "a field has one error");
  }
  for (const FieldError& error : lead.errors) {
    Require(!error.code.empty() && !error.message.empty(), "an error has a code and a message");
    Require(IsValidUtf8(error.path) && IsValidUtf8(error.message), "an error is UTF-8");
  }
}

// Used for every input, as a service uses it.
struct Target {
  explicit Target(plan::LeadSchema lead_schema) : schema(std::move(lead_schema)), reader(schema) {}

  plan::LeadSchema schema;
  LeadReader reader;
  Lead lead;
  Lead again;
};

void Run(std::string_view json, Target& target) {
  auto& [schema, reader, lead, again] = target;
  const bool accepted = reader.Read(json, kAsOf, lead);
  Require(accepted == lead.errors.empty(), "a lead is accepted or has errors");
  if (accepted) {
    Require(intake::CheckJson(json) == intake::JsonProblem::kNone, "an accepted lead is JSON");
    Require(lead.fields.size() == schema.fields.size(), "every field has its possible values");
    for (std::size_t i = 0; i < lead.fields.size(); ++i) {
      RequirePossible(schema.fields[i].type, lead.fields[i]);
    }
  } else {
    RequireErrors(lead);
  }
  Require(reader.Read(json, kAsOf, again) == accepted, "reading twice decides the same");
  Require(Printed(schema, lead) == Printed(schema, again), "reading twice gives the same");
}

}  // namespace
}  // namespace lq::test

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  static lq::test::Target lenient(lq::test::RichSchema());
  static lq::test::Target strict(lq::test::StrictSchema());
  const std::string_view json(reinterpret_cast<const char*>(data), size);
  lq::test::Run(json, lenient);
  lq::test::Run(json, strict);
  return 0;
}
