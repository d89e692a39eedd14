#pragma once

#include <optional>
#include <string>

#include "compiler/check/context.h"
#include "runtime/value/number.h"

namespace lq::check {

// A range of exact numbers before it is known to fit 64 bits.
struct WideRange {
  Int128 low = 0;
  Int128 high = 0;
};

WideRange RangeOf(const Type& type);
WideRange operator+(const WideRange& a, const WideRange& b);
WideRange operator-(const WideRange& a, const WideRange& b);
// The least and greatest product; the operands fit 64 bits.
WideRange operator*(const WideRange& a, const WideRange& b);

// Sets the range of `type`; false when it does not fit 64 bits: reported for the expression at
// `span` made of `operands`, naming the field whose range to narrow.
bool SetRange(Context& context, Type& type, const WideRange& range, Span span,
              const std::vector<ir::ExprId>& operands);

std::string WideText(Int128 number);

}  // namespace lq::check
