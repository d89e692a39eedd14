#pragma once

#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "compiler/ir/program.h"
#include "runtime/value/arena.h"
#include "tools/testkit/random.h"

namespace lq::testkit {

// What the fields of random leads are drawn from.
class PropertyValues {
 public:
  // `toggles`: one a toggle of the program. All outlive it.
  PropertyValues(const ir::Program& program, std::span<const bool> toggles, Random& random);

  // Times at which something turns that the policy says of dates; the tests' own first.
  const std::vector<std::int64_t>& moments() const { return moments_; }
  // The values of the field at which something turns that the policy says, at one of the moments.
  const std::vector<Value>& Turning(std::size_t moment, std::uint32_t field);
  // Any value of the field's type.
  Value Any(std::uint32_t field);
  // Any time.
  std::int64_t AnyMoment();

 private:
  void FindMoments();
  void FillTurning(std::size_t moment);
  void FillTexts(std::uint32_t field);
  Value AnyText(const Type& type);
  Value AnyList(const Type& type);
  std::int64_t AnyNumber(const Type& type);

  const ir::Program& program_;
  std::span<const bool> toggles_;
  Random& random_;
  Arena arena_;
  std::vector<std::int64_t> moments_;
  // By moment, then by field.
  std::map<std::size_t, std::vector<std::vector<Value>>> turning_;
  // By field, of texts and lists.
  std::vector<std::vector<Value>> texts_;
};

}  // namespace lq::testkit
