#include "tests/support/lead/both_readers.h"

#include <algorithm>
#include <cstring>
#include <memory>

#include <fmt/format.h>

#include "runtime/value/values.h"
#include "tests/support/lead/printed_lead.h"

namespace lq::test {

// Whatever is left of the row before must not show.
BothReaders::BothReaders(const plan::LeadSchema& schema)
    : schema_(schema),
      layout_(schema),
      plain_(schema),
      reader_(schema),
      row_(layout_.words(), 0xABABABABABABABAB),
      expected_(layout_.words()) {}

bool BothReaders::Read(std::string_view json, std::string& problem) {
  // Of its own size, so that a sanitizer sees who reads on.
  const auto exact = std::make_unique<char[]>(json.size());
  std::copy(json.begin(), json.end(), exact.get());
  const std::string_view text(exact.get(), json.size());
  if (!plain_.Read(text, row_.data()))
    return false;
  problem = Compare(text);
  return true;
}

std::string BothReaders::Compare(std::string_view json) {
  if (!reader_.Read(json, kAsOf, lead_))
    return "a lead that is rejected";
  if (!layout_.Fill(lead_.fields, expected_.data()))
    return "a lead that has no row";
  if (plain_.id() != lead_.id)
    return fmt::format("the id {} for {}", plain_.id(), lead_.id);
  return CompareRows();
}

std::string BothReaders::CompareRows() const {
  const auto absent = static_cast<std::ptrdiff_t>(layout_.absence_words());
  if (!std::equal(row_.begin(), row_.begin() + absent, expected_.begin()))
    return "other fields are missing";
  const auto* const actual = reinterpret_cast<const char*>(row_.data());
  const auto* const expected = reinterpret_cast<const char*>(expected_.data());
  for (std::size_t i = 0; i < layout_.fields(); ++i) {
    const plan::RowField& field = layout_.field(i);
    const std::size_t size = SizeOf(field.kind);
    const bool is_value = field.kind == plan::RowField::Kind::kValue;
    if (is_value ? !SameValue(i)
                 : std::memcmp(actual + field.offset, expected + field.offset, size) != 0)
      return "another value of " + schema_.fields[i].path;
  }
  return {};
}

// Texts and lists, by what they hold.
bool BothReaders::SameValue(std::size_t field) const {
  const Value actual = layout_.Get(field, row_.data());
  const Value expected = layout_.Get(field, expected_.data());
  if (actual.none() || expected.none())
    return actual.none() && expected.none();
  return CompareValues(schema_.fields[field].type, actual, expected) == 0;
}

}  // namespace lq::test
