#include "compiler/eval/lookup.h"

#include <algorithm>

#include "compiler/eval/possible_values.h"
#include "runtime/value/values.h"

namespace lq::eval {
namespace {

struct Key {
  const Type& type;
  const Possible& possible;
};

std::vector<Key> KeysOf(const Situation& situation, const ir::Lookup& lookup) {
  std::vector<Key> keys;
  for (const std::uint32_t field : lookup.keys) {
    keys.push_back({situation.program.schema.fields[field].type, situation.lead.fields[field]});
  }
  return keys;
}

bool CanBe(const Key& key, const Value& value) {
  if (key.possible.form == Possible::Form::kAll) {
    return true;
  }
  if (key.possible.form == Possible::Form::kBand) {
    return key.possible.values[0].number() <= value.number() &&
           value.number() <= key.possible.values[1].number();
  }
  const std::span<const Value> values = key.possible.list();
  return std::any_of(values.begin(), values.end(), [&](const Value& possible) {
    return CompareValues(key.type, possible, value) == 0;
  });
}

bool IsPossible(const std::vector<Key>& keys, const ir::LookupRow& row) {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (!CanBe(keys[i], row.keys[i])) {
      return false;
    }
  }
  return true;
}

// How many values a key may have, when they can be listed; else more than `rows`.
std::size_t CountValues(const Key& key, std::size_t rows) {
  if (key.possible.form == Possible::Form::kValues) {
    return key.possible.count;
  }
  const bool few = key.type.kind == TypeKind::kYesNo || key.type.kind == TypeKind::kEnum;
  const bool all = key.possible.form == Possible::Form::kAll;
  return few && all ? static_cast<std::size_t>(key.type.high - key.type.low + 1) : rows + 1;
}

// Whether these rows are all that the keys could ask for: as many as there are combinations of
// their values.
bool EveryCombinationFound(const std::vector<Key>& keys, std::size_t rows) {
  std::size_t combinations = 1;
  for (const Key& key : keys) {
    combinations *= CountValues(key, rows);
    if (combinations > rows) {
      return false;
    }
  }
  return true;
}

}  // namespace

Possible LookupValues(Situation& situation, const ir::Lookup& lookup) {
  const std::vector<Key> keys = KeysOf(situation, lookup);
  std::vector<Value> values;
  for (const ir::LookupRow& row : lookup.rows) {
    if (IsPossible(keys, row)) {
      values.push_back(row.value);
    }
  }
  if (!EveryCombinationFound(keys, values.size())) {
    values.push_back(lookup.otherwise);
  }
  return SetOf(lookup.type, std::move(values), situation.arena);
}

}  // namespace lq::eval
