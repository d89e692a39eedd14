#pragma once

#include "compiler/check/check_expression.h"

namespace lq::check {

// A test may give a payload, and where it expects that the lead is rejected, what intake refuses.
enum class GivenTo : std::uint8_t { kFixtureOrExample, kTest, kTestOfRejection };

// What a fixture, an example or a test is given: names are known, values are constants of their
// field's type, bands and reports are well made. Nothing is run.
void CheckGiven(Context& context, const syntax::Given& given, GivenTo to);
void CheckGivenItem(Context& context, const syntax::GivenItem& item, GivenTo to);
// The value that a test expects of what is of the type and called so.
void CheckGivenValue(Context& context, const syntax::GivenItem& item, const Expected& expected);

}  // namespace lq::check
