#include "runtime/bundle/reader.h"

#include <fmt/format.h>

#include "runtime/value/text.h"
#include "runtime/value/utf8.h"
#include "stdlib/function.h"

namespace lq::bundle {
namespace {

// A text stands once in a file and may be named often, but no few bytes fill the memory: what is
// copied of texts is at most so many times as large as the file, or this if that is more. Of values
// each text is copied once.
constexpr std::size_t kMostCopies = 4;
constexpr std::size_t kFewTexts = std::size_t{1} << 16;

}  // namespace

Reader::Reader(const Container& container, plan::LeadSchema& schema, Arena& arena)
    : container_(container), schema_(schema), arena_(arena) {
  for (const bundle::Section& section : container.sections)
    texts_left_ += section.bytes.size();
  texts_left_ = std::max(texts_left_ * kMostCopies, kFewTexts);
}

void Reader::ReadTables() {
  Open(SectionKind::kTexts);
  texts_ = {at_, static_cast<std::size_t>(end_ - at_)};
  if (!IsValidUtf8(texts_))
    Fail("its texts are not UTF-8");
  Section(SectionKind::kEnums, schema_.enums);
  Section(SectionKind::kTypes, types_);
}

void Reader::Typed(const Type& type, Value& value) {
  if (IsNumeric(type.kind)) {
    std::int64_t number = 0;
    Get(number);
    value = Value::Number(number);
  } else if (type.kind != TypeKind::kList) {
    value = Value::Text(CopyOf(FindText()));
  } else {
    const std::span<Value> items = arena_.MakeArray<Value>(Count(LeastSize<Value>()));
    for (Value& item : items)
      Typed(Type{.kind = type.element}, item = Value());
    value = Value::List(items);
  }
}

const Type& Reader::TypeOfField(const std::vector<std::uint32_t>& keys, std::size_t at) {
  static const Type kNoType;
  const std::uint32_t field = keys.empty() ? plan::kNone : keys[at % keys.size()];
  if (field < schema_.fields.size())
    return schema_.fields[field].type;
  Fail("a key of a lookup is no field");
  return kNoType;
}

void Reader::Get(std::optional<std::int64_t>& number) {
  bool has_value = false;
  std::int64_t value = 0;
  (*this)(has_value, value);
  if (has_value)
    number = value;
}

void Reader::Get(Type& type) {
  std::uint32_t index = 0;
  Get(index);
  if (index < types_.size()) {
    type = types_[index].type;
  } else {
    Fail("it names a type that is not there");
  }
}

void Reader::Get(const Enum*& enumeration) {
  std::uint32_t index = 0;
  Get(index);
  if (index == plan::kNone)
    return;
  if (index == kWeekday) {
    enumeration = stdlib::WeekdayEnum().get();
  } else if (index < schema_.enums.size()) {
    enumeration = schema_.enums[index].get();
  } else {
    Fail("it names an enum that is not there");
  }
}

void Reader::Get(std::shared_ptr<const Enum>& enumeration) {
  auto filled = std::make_shared<Enum>();
  Fields(*this, *filled);
  enumeration = std::move(filled);
}

void Reader::Get(const stdlib::Function*& function) {
  const std::string_view name = FindText();
  if (name.empty())
    return;
  function = stdlib::FindFunction(name);
  if (function == nullptr)
    Fail(Problem::Kind::kNewer,
         fmt::format("it calls the function `{}`, which this reader does not know", name));
}

std::uint8_t Reader::GetUpTo(std::uint8_t last) {
  std::uint8_t number = 0;
  Get(number);
  if (number <= last)
    return number;
  Fail(fmt::format("{} stands where a number up to {} belongs", number, last));
  return 0;
}

void Reader::Get(std::string& text) {
  const std::string_view found = FindText();
  if (MayCopy(found))
    text = found;
}

// Values of equal texts share one.
std::string_view Reader::CopyOf(std::string_view text) {
  const std::pair key(text.data(), text.size());
  const auto known = copies_.find(key);
  if (known != copies_.end())
    return known->second;
  return MayCopy(text) ? copies_[key] = arena_.Copy(text) : std::string_view();
}

bool Reader::MayCopy(std::string_view text) {
  if (text.size() > texts_left_) {
    Fail("it names the same texts too often");
    return false;
  }
  texts_left_ -= text.size();
  return true;
}

std::string_view Reader::FindText() {
  std::uint32_t place = 0;
  std::uint32_t size = 0;
  (*this)(place, size);
  const auto splits = [&](std::size_t at) {
    return at < texts_.size() && !utf8::IsFirstByte(texts_[at]);
  };
  if (place > texts_.size() || size > texts_.size() - place) {
    Fail("it names a text that is not there");
    return {};
  }
  if (splits(place) || splits(place + size)) {
    Fail("it cuts a letter of a text in two");
    return {};
  }
  return texts_.substr(place, size);
}

std::size_t Reader::Count(std::size_t least_size) {
  std::uint32_t count = 0;
  Get(count);
  if (count <= static_cast<std::size_t>(end_ - at_) / least_size)
    return count;
  Fail(fmt::format("it counts {} where fewer would fit", count));
  return 0;
}

void Reader::Open(SectionKind kind) {
  const auto number = static_cast<std::uint32_t>(kind);
  const bundle::Section* const section = container_.Find(number);
  const auto row = std::find_if(kSections.begin(), kSections.end(),
                                [&](const SectionRow& r) { return r.kind == kind; });
  section_name_ = row->name;
  at_ = end_ = section_name_.data();
  if (section == nullptr) {
    if (row->needed)
      Fail("it is not there");
    return;
  }
  at_ = section->bytes.data();
  end_ = at_ + section->bytes.size();
}

void Reader::Close() {
  if (at_ != end_)
    Fail("something stands behind its end");
}

void Reader::Fail(Problem::Kind kind, std::string_view what) {
  at_ = end_;
  if (problem_.text.empty())
    problem_ = {kind, fmt::format("in its section `{}` {}", section_name_, what)};
}

}  // namespace lq::bundle
