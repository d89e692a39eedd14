#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// How people and their programs write numbers in files.
namespace lq {

struct NumberMarks {
  // `.` or `,`
  char decimal = '.';
  // What may stand between groups of three digits: "." "," " " "'"; empty: nothing. A space stands
  // for the no-break spaces too.
  std::string group;
};

// From a sample, "1.234,56". Nothing, and `problem` set ("shows no separator"), when it does not
// tell.
std::optional<NumberMarks> ParseNumberSample(std::string_view sample, std::string& problem);

// Appends a number written with these marks as JSON writes it: "+1.234,50" is 1234.50, ".5" is 0.5,
// "007" is 7. An exponent (1e3) is taken when no groups are. False, with nothing appended, for
// anything else; surrounding white space is anything else.
bool AppendPlainNumber(std::string_view text, const NumberMarks& marks, std::string& out);

// mantissa / 10^places.
struct DecimalFactor {
  std::int64_t mantissa = 1;
  int places = 0;
};

// "100", "0.01", "-2.5"; nothing when it is no such number or has more than 18 digits.
std::optional<DecimalFactor> ParseDecimalFactor(std::string_view text);

// Appends plain number times factor, exactly, as a JSON number ("1250e-2"). False, with nothing
// appended, when it has more than 18 digits that count.
bool AppendProduct(std::string_view plain_number, DecimalFactor factor, std::string& out);

}  // namespace lq
