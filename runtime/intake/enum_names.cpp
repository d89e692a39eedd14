#include "runtime/intake/enum_names.h"

#include <algorithm>
#include <functional>

#include "runtime/value/text.h"

namespace lq::intake {
namespace {

// Neither NFC nor case folding shortens a text more than this.
constexpr std::size_t kMostShortening = 16;

std::string_view Normal(const Enum& enumeration, std::string_view text, Arena& arena) {
  const std::string_view normal = NormalizeNfc(text, arena);
  return enumeration.ignoring_case ? FoldCase(normal, arena) : normal;
}

}  // namespace

EnumNames::EnumNames(const plan::LeadSchema& schema) {
  for (const plan::SchemaField& field : schema.fields) {
    if (field.type.enumeration != nullptr)
      enums_.push_back(field.type.enumeration);
  }
  std::sort(enums_.begin(), enums_.end(), std::less<>());
  enums_.erase(std::unique(enums_.begin(), enums_.end()), enums_.end());
  for (const Enum* const enumeration : enums_)
    Add(*enumeration);
  words_.Build();
}

std::uint32_t EnumNames::Find(const Enum& enumeration, std::string_view text, Arena& arena) const {
  if (text.size() > longest_ * kMostShortening)
    return kNone;
  const std::string_view word = Normal(enumeration, text, arena);
  return words_.Find(OwnerOf(enumeration), word, HashName(word));
}

void EnumNames::Add(const Enum& enumeration) {
  const std::uint32_t owner = OwnerOf(enumeration);
  Arena arena;
  const auto add = [&](std::string_view text, std::uint32_t value) {
    const std::string_view word = Normal(enumeration, text, arena);
    longest_ = std::max(longest_, word.size());
    words_.Add(owner, word, value);
  };
  // Names before labels: of two equal words the first counts.
  for (std::uint32_t i = 0; i < enumeration.members.size(); ++i)
    add(enumeration.members[i].name, i);
  for (std::uint32_t i = 0; i < enumeration.members.size(); ++i) {
    for (const std::string& label : enumeration.members[i].labels)
      add(label, i);
  }
}

std::uint32_t EnumNames::OwnerOf(const Enum& enumeration) const {
  const auto found = std::lower_bound(enums_.begin(), enums_.end(), &enumeration, std::less<>());
  return static_cast<std::uint32_t>(found - enums_.begin());
}

}  // namespace lq::intake
