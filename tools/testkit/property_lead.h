#pragma once

#include <cstdint>
#include <vector>

#include "compiler/ir/test_suite.h"
#include "runtime/value/lead.h"
#include "runtime/value/values.h"

namespace lq::testkit {

// A lead of which every field is known, with the time at which it is decided. Texts and lists
// belong to whoever sets them.
class CompleteLead {
 public:
  explicit CompleteLead(std::size_t fields) : values_(fields) {
    lead_.fields.resize(fields);
    for (std::size_t i = 0; i < fields; ++i) {
      SetKnown(values_[i], lead_.fields[i]);
    }
  }
  CompleteLead(const CompleteLead&) = delete;
  CompleteLead& operator=(const CompleteLead&) = delete;

  const Lead& lead() const { return lead_; }
  const std::vector<Value>& values() const { return values_; }
  void Set(std::uint32_t field, const Value& value) { values_[field] = value; }

  // What it says, to be said again.
  struct Content {
    std::vector<Value> values;
    std::int64_t as_of = 0;
  };
  Content content() const { return {values_, as_of}; }
  void Become(const Content& content) {
    values_.assign(content.values.begin(), content.values.end());
    as_of = content.as_of;
  }

  // UTC milliseconds.
  std::int64_t as_of = ir::Given().as_of;

 private:
  std::vector<Value> values_;
  Lead lead_;
};

}  // namespace lq::testkit
