#pragma once

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "runtime/bundle/container.h"
#include "runtime/bundle/little_endian.h"
#include "runtime/bundle/plan_fields.h"

namespace lq::bundle {

// The archive that counts the bytes of fields, with nothing in lists.
struct Measure {
  std::size_t size = 0;

  template <typename... T>
  void operator()(const T&... fields) {
    (Add(fields), ...);
  }
  void Typed(const Type&, const Value&) {}
  template <typename T, typename PutOne>
  void Each(const std::vector<T>&, PutOne) {
    size += sizeof(std::uint32_t);
  }
  // Of no value.
  const Type& TypeOfField(const std::vector<std::uint32_t>& keys, std::size_t at);

 private:
  template <typename T>
  void Add(const T& field) {
    if constexpr (std::is_scalar_v<T> && !std::is_pointer_v<T>) {
      size += sizeof field;
    } else if constexpr (requires { Fields(*this, field); }) {
      Fields(*this, field);
    } else {
      size += sizeof(std::uint32_t);
    }
  }
};

// The archive that fields are filled from: what Writer wrote, or anything. After the first thing
// that cannot be, everything that follows is zero or empty, and `problem` tells.
class Reader {
 public:
  // Texts of values are copied to `arena`.
  Reader(const Container& container, plan::LeadSchema& schema, Arena& arena);

  // Texts, enums and types, which all other sections refer to.
  void ReadTables();
  template <typename... T>
  void Section(SectionKind kind, T&... fields) {
    Open(kind);
    (*this)(fields...);
    Close();
  }

  const Problem& problem() const { return problem_; }

  template <typename... T>
  void operator()(T&... fields) {
    (Get(fields), ...);
  }
  void Typed(const Type& type, Value& value);
  template <typename T, typename GetOne>
  void Each(std::vector<T>& items, GetOne get_one) {
    items.resize(Count(LeastSize<T>()));
    for (T& item : items)
      get_one(item);
  }
  const Type& TypeOfField(const std::vector<std::uint32_t>& keys, std::size_t at);

 private:
  // Bytes that one T takes at least: no file makes a reader reserve much more than itself.
  template <typename T>
  static std::size_t LeastSize();

  template <typename T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
  void Get(T& number) {
    if constexpr (std::is_enum_v<T>) {
      number = static_cast<T>(GetUpTo(static_cast<std::uint8_t>(kLast<T>)));
    } else if constexpr (std::is_same_v<T, bool>) {
      number = GetUpTo(1) != 0;
    } else {
      number = static_cast<std::size_t>(end_ - at_) < sizeof number ? End<T>() : LoadLittle<T>(at_);
      at_ += std::min<std::ptrdiff_t>(sizeof number, end_ - at_);
    }
  }
  template <typename T>
    requires std::is_class_v<T>
  void Get(T& object) {
    Fields(*this, object);
  }
  template <typename T>
  void Get(std::vector<T>& items) {
    Each(items, [&](T& item) { Get(item); });
  }
  void Get(std::string& text);
  void Get(std::optional<std::int64_t>& number);
  void Get(Type& type);
  void Get(const Enum*& enumeration);
  void Get(std::shared_ptr<const Enum>& enumeration);
  void Get(const stdlib::Function*& function);
  std::uint8_t GetUpTo(std::uint8_t last);
  // In the file.
  std::string_view FindText();
  std::string_view CopyOf(std::string_view text);
  // Fails where too much is copied already.
  bool MayCopy(std::string_view text);
  std::size_t Count(std::size_t least_size);

  void Open(SectionKind kind);
  void Close();
  void Fail(std::string_view what) { Fail(Problem::Kind::kDamaged, what); }
  void Fail(Problem::Kind kind, std::string_view what);
  template <typename T>
  T End() {
    Fail("it ends too early");
    return 0;
  }

  const Container& container_;
  plan::LeadSchema& schema_;
  Arena& arena_;
  Problem problem_;
  // Of the section that is read.
  std::string_view section_name_;
  const char* at_ = nullptr;
  const char* end_ = nullptr;
  std::string_view texts_;
  // Bytes of texts that may still be copied.
  std::size_t texts_left_ = 0;
  // By place and size in the file.
  std::map<std::pair<const char*, std::size_t>, std::string_view> copies_;
  std::vector<TypeRow> types_;
};

template <typename T>
std::size_t Reader::LeastSize() {
  if constexpr (std::is_integral_v<T>) {
    return sizeof(T);
  } else if constexpr (requires(Measure& measure, const T& object) { Fields(measure, object); }) {
    static const std::size_t size = [] {
      Measure measure;
      const T empty{};
      Fields(measure, empty);
      return measure.size;
    }();
    return size;
  } else {
    // A text, or a value: a place and a size, a number, or the count of a list.
    return sizeof(std::uint32_t);
  }
}

}  // namespace lq::bundle
