#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "runtime/value/arena.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::check {

// Reads the cells of one column of a lookup's file: names and labels of enums, codes, ISO dates,
// `yes` and `no`, numbers; money with or without its currency, percents with or without `%`. White
// space around a cell counts in texts only.
class LookupCellReader {
 public:
  explicit LookupCellReader(const Type& type);

  // False, and `problem` says what is wrong ("is no country"), when the cell is no value of the
  // type within its domain. Texts are kept in `arena`.
  bool Read(std::string_view cell, Arena& arena, Value& value, std::string& problem) const;

 private:
  bool ReadEnum(std::string_view cell, Value& value) const;
  bool ReadNumber(std::string_view cell, std::int64_t& number) const;
  bool ReadText(std::string_view cell, Arena& arena, Value& value) const;

  const Type& type_;
  // Of an enum: names and labels, case-folded when it ignores case.
  std::unordered_map<std::string, std::int64_t> members_;
};

}  // namespace lq::check
