#pragma once

#include "compiler/check/check_expression.h"

namespace lq::check {

// What a fixture, an example or a test is given: names are known, values are constants of their
// field's type, bands and reports are well made. Nothing is run.
void CheckGiven(Context& context, const syntax::Given& given);
// A test may give what intake refuses, to see that it does.
enum class GivenRange : std::uint8_t { kOfTheField, kAny };
void CheckGiven(Context& context, const syntax::Given& given, GivenRange range);
void CheckGivenItem(Context& context, const syntax::GivenItem& item, GivenRange range);
// The value that a test expects of what is of the type and called so.
void CheckGivenValue(Context& context, const syntax::GivenItem& item, const Expected& expected);

}  // namespace lq::check
