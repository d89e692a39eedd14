#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/intake/enum_names.h"
#include "runtime/intake/fault.h"
#include "runtime/intake/json_tokens.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/value/arena.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::intake {

// What one value must be to be of a type, and its normal form: the same whether it is read from
// JSON or from the cell of a file. The texts of values go to `arena`. A fault is without what was
// seen.
class ScalarRules {
 public:
  explicit ScalarRules(const plan::LeadSchema& schema) : enums_(schema) {}

  // `text` is UTF-8.
  Fault TakeText(const Type& type, std::string_view text, Arena& arena, Value& value) const;
  static Fault TakeNumber(const Type& type, const JsonNumber& number, Value& value);
  static Fault TakeYesNo(const Type& type, bool yes, Value& value);
  // A number in the units of Value.
  static Fault TakeScaled(const Type& type, std::int64_t number, Value& value);

 private:
  EnumNames enums_;
};

}  // namespace lq::intake
