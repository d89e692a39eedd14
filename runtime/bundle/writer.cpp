#include "runtime/bundle/writer.h"

#include <algorithm>

#include "runtime/bundle/container.h"
#include "stdlib/function.h"

namespace lq::bundle {

void Writer::WriteTables() {
  Section(SectionKind::kEnums, schema_.enums);
  Section(SectionKind::kTypes, types_);
  sections_[SectionKind::kTexts] = texts_;
}

std::string Writer::Finish() const {
  std::vector<bundle::Section> packed;
  for (const SectionRow& row : kSections) {
    if (const auto found = sections_.find(row.kind); found != sections_.end())
      packed.push_back({static_cast<std::uint32_t>(row.kind), row.needed, found->second});
  }
  return PackSections(packed);
}

void Writer::Typed(const Type& type, const Value& value) {
  if (IsNumeric(type.kind)) {
    Put(value.number());
  } else if (type.kind != TypeKind::kList) {
    PutText(value.text());
  } else {
    Put(static_cast<std::uint32_t>(value.items().size()));
    for (const Value& item : value.items())
      IsNumeric(type.element) ? Put(item.number()) : PutText(item.text());
  }
}

void Writer::Put(const std::optional<std::int64_t>& number) {
  Put(number.has_value());
  Put(number.value_or(0));
}

// Its index in the table of types.
void Writer::Put(const Type& type) {
  std::string bytes;
  std::string* const section = std::exchange(out_, &bytes);
  Put(TypeRow{type});
  out_ = section;
  const auto [found, added] =
      type_places_.try_emplace(std::move(bytes), static_cast<std::uint32_t>(types_.size()));
  if (added)
    types_.push_back({type});
  Put(found->second);
}

// Its index among the schema's enums.
void Writer::Put(const Enum* enumeration) {
  if (enumeration == nullptr || enumeration == stdlib::WeekdayEnum().get()) {
    Put(enumeration == nullptr ? plan::kNone : kWeekday);
    return;
  }
  const auto found =
      std::find_if(schema_.enums.begin(), schema_.enums.end(),
                   [&](const auto& candidate) { return candidate.get() == enumeration; });
  Put(static_cast<std::uint32_t>(found - schema_.enums.begin()));
}

void Writer::Put(const stdlib::Function* function) {
  PutText(function == nullptr ? std::string_view() : function->name);
}

// Its place and size in the table of texts.
void Writer::PutText(std::string_view text) {
  const auto [found, added] =
      text_places_.try_emplace(std::string(text), static_cast<std::uint32_t>(texts_.size()));
  if (added)
    texts_ += text;
  Put(found->second);
  Put(static_cast<std::uint32_t>(text.size()));
}

}  // namespace lq::bundle
