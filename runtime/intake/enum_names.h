#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/intake/name_table.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/value/arena.h"

namespace lq::intake {

// The words that stand for the values of each enum: names and labels, in NFC, case folded where the
// enum ignores case.
class EnumNames {
 public:
  static constexpr std::uint32_t kNone = NameTable::kNone;

  explicit EnumNames(const plan::LeadSchema& schema);

  // Index of the value, or kNone. The enum is one of the schema's fields.
  std::uint32_t Find(const Enum& enumeration, std::string_view text, Arena& arena) const;

 private:
  void Add(const Enum& enumeration);
  std::uint32_t OwnerOf(const Enum& enumeration) const;

  // Sorted; an enum's place here is its owner number in words_.
  std::vector<const Enum*> enums_;
  std::size_t longest_ = 0;
  NameTable words_;
};

}  // namespace lq::intake
