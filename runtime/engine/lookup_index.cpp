#include "runtime/engine/lookup_index.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <string_view>

#include "runtime/value/values.h"

namespace lq::engine {
namespace {

constexpr std::size_t kMostCombinations = 4096;
constexpr std::uint64_t kUnbounded = std::numeric_limits<std::uint64_t>::max();

std::uint64_t SaturatingProduct(std::uint64_t a, std::uint64_t b) {
  return b != 0 && a > kUnbounded / b ? kUnbounded : a * b;
}

}  // namespace

Possible PossibleResults(const Type& type, std::span<const Value> values, Arena& arena) {
  Possible set = PossibleValues(type, values, Cause::kOneOf, arena);
  if (set.single())
    set.cause = Cause::kNone;
  if (set.form == Possible::Form::kBand)
    set.cause = Cause::kBand;
  return set;
}

LookupIndex::LookupIndex(const plan::Plan& plan, const plan::Lookup& lookup) : lookup_(lookup) {
  for (std::uint32_t field : lookup.keys)
    key_types_.push_back(plan.schema.fields[field].type);
  std::size_t size = 16;
  while (size < lookup.values.size() * 2)
    size *= 2;
  slots_.assign(size, 0);
  for (std::size_t row = 0; row < lookup.values.size(); ++row) {
    const std::span<const Value> keys{&lookup.key_values[row * key_types_.size()],
                                      key_types_.size()};
    std::size_t slot = Hash(keys) & (size - 1);
    while (slots_[slot] != 0)
      slot = (slot + 1) & (size - 1);
    slots_[slot] = static_cast<std::uint32_t>(row + 1);
  }
}

std::size_t LookupIndex::Hash(std::span<const Value> keys) const {
  std::size_t hash = 0;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const std::size_t next = IsTextual(key_types_[i].kind)
                                 ? std::hash<std::string_view>{}(keys[i].text())
                                 : std::hash<std::int64_t>{}(keys[i].number());
    hash = (hash ^ next) * 0x9E3779B97F4A7C15ULL;
    hash ^= hash >> 29;
  }
  return hash;
}

bool LookupIndex::Equal(std::size_t row, std::span<const Value> keys) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Value& key = lookup_.key_values[row * keys.size() + i];
    if (CompareValues(key_types_[i], key, keys[i]) != 0)
      return false;
  }
  return true;
}

std::size_t LookupIndex::FindRow(std::span<const Value> keys) const {
  std::size_t slot = Hash(keys) & (slots_.size() - 1);
  for (; slots_[slot] != 0; slot = (slot + 1) & (slots_.size() - 1)) {
    if (Equal(slots_[slot] - 1, keys))
      return slots_[slot] - 1;
  }
  return lookup_.values.size();
}

Possible LookupIndex::Find(std::span<const Possible> keys, Arena& arena) const {
  std::size_t combinations = 1;
  for (const Possible& key : keys) {
    if (key.form != Possible::Form::kValues)
      return Scan(keys, arena);
    combinations *= key.count;
    if (combinations > kMostCombinations)
      return Scan(keys, arena);
  }
  return FindEach(keys, combinations, arena);
}

Possible LookupIndex::FindEach(std::span<const Possible> keys, std::size_t combinations,
                               Arena& arena) const {
  const std::span<Value> results = arena.MakeArray<Value>(combinations);
  const std::span<Value> key = arena.MakeArray<Value>(keys.size());
  for (std::size_t combination = 0; combination < combinations; ++combination) {
    std::size_t rest = combination;
    for (std::size_t i = 0; i < keys.size(); ++i) {
      key[i] = keys[i].values[rest % keys[i].count];
      rest /= keys[i].count;
    }
    const std::size_t row = FindRow(key);
    results[combination] = row < lookup_.values.size() ? lookup_.values[row] : lookup_.otherwise;
  }
  return PossibleResults(lookup_.type, results, arena);
}

bool LookupIndex::MayMatch(std::size_t row, std::span<const Possible> keys) const {
  for (std::size_t i = 0; i < keys.size(); ++i) {
    const Value& key = lookup_.key_values[row * keys.size() + i];
    const Possible& possible = keys[i];
    if (possible.form == Possible::Form::kAll)
      continue;
    if (possible.form == Possible::Form::kBand) {
      if (key.number() < possible.values[0].number() || key.number() > possible.values[1].number())
        return false;
      continue;
    }
    const auto same = [&](const Value& value) {
      return CompareValues(key_types_[i], key, value) == 0;
    };
    if (std::none_of(possible.list().begin(), possible.list().end(), same))
      return false;
  }
  return true;
}

// How many values a key may have, where they can be listed (docs/decisions/0051).
std::uint64_t LookupIndex::DomainSize(std::size_t key, const Possible& possible) const {
  if (possible.form == Possible::Form::kValues)
    return possible.count;
  const Type& type = key_types_[key];
  const bool few = type.kind == TypeKind::kYesNo || type.kind == TypeKind::kEnum;
  return few && possible.form == Possible::Form::kAll
             ? static_cast<std::uint64_t>(type.high - type.low + 1)
             : kUnbounded;
}

Possible LookupIndex::Scan(std::span<const Possible> keys, Arena& arena) const {
  const std::span<Value> results = arena.MakeArray<Value>(lookup_.values.size() + 1);
  std::size_t count = 0;
  for (std::size_t row = 0; row < lookup_.values.size(); ++row) {
    if (MayMatch(row, keys))
      results[count++] = lookup_.values[row];
  }
  std::uint64_t combinations = 1;
  for (std::size_t i = 0; i < keys.size(); ++i) {
    combinations = SaturatingProduct(combinations, DomainSize(i, keys[i]));
  }
  // Keys of rows are distinct, so each row that may match is one combination.
  if (count < combinations)
    results[count++] = lookup_.otherwise;
  return PossibleResults(lookup_.type, results.first(count), arena);
}

}  // namespace lq::engine
