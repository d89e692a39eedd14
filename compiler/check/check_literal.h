#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

#include "compiler/check/context.h"

namespace lq::check {

// Why a literal is no value of a type.
enum class LiteralProblem : std::uint8_t {
  kNone,
  kOtherKind,      // a text for a number, a number for money …
  kOtherCurrency,  // money of another currency
  kTooManyPlaces,  // 5.999 EUR, 1.5 for an integer
  kTooLarge,       // beyond 64 bits
  kNoSuchDay,      // 2026-02-30
  kUnknownCode,    // no such country, currency or language
  kTooLong,        // more code points than the text may have
  kUnknownValue,   // a name that is no value of the enum
  kReported,       // something deeper, and reported
};

struct LiteralValue {
  LiteralProblem problem = LiteralProblem::kNone;
  Value value;
};

bool IsLiteral(const syntax::Expr& expr);
// Without parentheses around it.
const syntax::Expr& Bare(const syntax::Expr& expr);

// The literal as a value of `type`; its range is not looked at. Names of enum values and lists are
// no literals.
LiteralValue ReadLiteral(Context& context, const syntax::Expr& literal, const Type& type);

// The type that a literal shows by itself: DE is a country, 1.50 a decimal with two places. Nothing
// when it has none (a quantity, an unknown code) or cannot be read; `problem` says why.
std::optional<Type> NaturalType(const syntax::Expr& literal, LiteralProblem& problem);

// Nothing when it is no whole number of 64 bits.
std::optional<std::int64_t> WholeNumber(std::string_view text);

// "EN" as a policy writes it.
std::optional<std::uint16_t> FindLanguageCode(std::string_view code);

// The index of a currency; an unknown one is reported.
std::optional<std::uint16_t> ResolveCurrency(Context& context, std::string_view code, Span span);

// An end of a type's range: also a plain number for money and percent. Reports what is wrong.
std::optional<std::int64_t> RangeEnd(Context& context, const syntax::Expr& end, const Type& type);

}  // namespace lq::check
