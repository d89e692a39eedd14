#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "compiler/ir/test_suite.h"

namespace lq::testkit {

// A value as a test says it: `25`, `missing`, `51 to 200`, `DE or AT`, `240 from crm or 260 from
// form`.
std::string GivenValueText(const Type& type, const ir::GivenValue& value);

// What stands behind `given`, without a payload: `typical but seats 19, today 2026-08-01`, from the
// fixture that leaves the least to say; without one the fields alone. `prefix`: before each field,
// `lead.` where one may bear a word that begins a clause.
std::string GivenText(const ir::Program& program, const std::vector<ir::Fixture>& fixtures,
                      const ir::Given& given, std::string_view prefix = "");

}  // namespace lq::testkit
