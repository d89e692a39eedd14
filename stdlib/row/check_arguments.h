#pragma once

#include <cstdint>
#include <string>

#include "stdlib/row/function_row.h"

// What the rows' checks have in common. Each Expect… returns whether it is so; if not, `problem`
// says what is wrong (as part of a sentence, see Function::check).
namespace lq::stdlib {

bool ExpectCount(Arguments arguments, std::size_t count, std::string& problem);
// text, email, domain, phone
bool ExpectTextual(Arguments arguments, std::size_t index, std::string& problem);
// date, instant
bool ExpectTime(Arguments arguments, std::size_t index, std::string& problem);
bool ExpectKind(Arguments arguments, std::size_t index, TypeKind kind, std::string& problem);
// A constant integer from 0 to `most`.
bool ExpectConstantCount(Arguments arguments, std::size_t index, std::int64_t most,
                         std::string& problem);

// The most code points that a textual argument may have.
std::uint32_t MaxLength(const Argument& argument);

Type IntegerType(std::int64_t low, std::int64_t high);
Type TextType(std::uint32_t max_length);

// "the second argument"
std::string ArgumentName(std::size_t index);

}  // namespace lq::stdlib
