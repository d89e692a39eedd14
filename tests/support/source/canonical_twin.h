#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/intake/lead_limits.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/source/lead_mapper.h"
#include "runtime/value/lead.h"
#include "tests/support/lead/printed_lead.h"

namespace lq::test {

// Reads the canonical lead of what a source mapped, and compares: the lead must be the same, or
// have errors at the same fields. The oracle of the short way past JSON.
class CanonicalTwin {
 public:
  explicit CanonicalTwin(const plan::LeadSchema& schema) : schema_(schema), reader_(schema) {}

  // Both as texts; they differ when something is broken.
  struct Pair {
    std::string mapped;
    std::string read;
    bool agree() const { return mapped == read; }
  };

  Pair Compare(LeadMapper& mapper, std::int64_t as_of, const Lead& mapped) {
    const std::string_view json = mapper.Canonical();
    if (json.size() > intake::kMaxLeadBytes)
      return {};
    reader_.Read(json, as_of, lead_);
    // A time that cannot be read is an error of the source alone.
    const bool untimed = !mapped.errors.empty() && mapped.errors.front().path.empty();
    if (untimed && lead_.errors.empty())
      return {};
    return {Outline(mapped), Outline(lead_)};
  }

 private:
  // The errors of a source have codes of its own.
  std::string Outline(const Lead& lead) const {
    if (lead.errors.empty())
      return Printed(schema_, lead);
    std::string out = "!";
    for (const FieldError& error : lead.errors)
      out += error.path.empty() ? "" : " " + error.path;
    return out;
  }

  const plan::LeadSchema& schema_;
  LeadReader reader_;
  Lead lead_;
};

}  // namespace lq::test
