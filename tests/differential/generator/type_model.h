#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/value/type.h"
#include "tests/differential/generator/random.h"

namespace lq::test {

// A type as the generator knows it.
struct TypeModel {
  TypeKind kind = TypeKind::kYesNo;
  // Of a list.
  TypeKind element = TypeKind::kText;
  int places = 0;
  std::string currency;
  std::int64_t low = 0;
  std::int64_t high = 1;
  std::size_t max_length = 256;
  std::size_t max_items = 0;
  std::string enum_name;
  // Of the enum, with a label each, which may be empty.
  std::vector<std::string> names;
  std::vector<std::string> labels;
};

// A value of a type: numbers as lq::Value holds them, texts, items.
struct ModelValue {
  std::int64_t number = 0;
  std::string text;
  std::vector<ModelValue> items;
};

bool operator==(const ModelValue& a, const ModelValue& b);

// Values of the two compare, their ranges aside.
bool SameKind(const TypeModel& a, const TypeModel& b);
// The type of a list's items.
TypeModel ItemType(const TypeModel& list);
// As a declaration writes it: "integer from 0 to 100".
std::string TypeText(const TypeModel& type);
// As source text writes it: "5999.99 EUR".
std::string LiteralText(const TypeModel& type, const ModelValue& value);
// As a lookup's CSV file writes it.
std::string CellText(const TypeModel& type, const ModelValue& value);
// As a canonical lead writes it, in one of the ways it may.
std::string JsonText(const TypeModel& type, const ModelValue& value, Random& random);
// A value of the type: often an end of its range, or a text that others resemble.
ModelValue RandomValue(const TypeModel& type, Random& random);
// The value next to it by one quantum, or another text like it; within the range.
ModelValue Neighbour(const TypeModel& type, const ModelValue& value, Random& random);

}  // namespace lq::test
