#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "runtime/bundle/little_endian.h"
#include "runtime/bundle/plan_fields.h"

namespace lq::bundle {

// The archive that fields are written to. Texts and types go into tables of their own, each once,
// in the order in which they are met.
class Writer {
 public:
  explicit Writer(const plan::LeadSchema& schema) : schema_(schema) {}

  template <typename... T>
  void Section(SectionKind kind, const T&... fields) {
    out_ = &sections_[kind];
    (*this)(fields...);
  }
  // The tables of what the sections before have met.
  void WriteTables();
  // The finished file.
  std::string Finish() const;

  template <typename... T>
  void operator()(const T&... fields) {
    (Put(fields), ...);
  }
  void Typed(const Type& type, const Value& value);
  template <typename T, typename PutOne>
  void Each(const std::vector<T>& items, PutOne put_one) {
    Put(static_cast<std::uint32_t>(items.size()));
    for (const T& item : items)
      put_one(item);
  }
  // Of the key that the value at `at` belongs to, of values row by row.
  const Type& TypeOfField(const std::vector<std::uint32_t>& keys, std::size_t at) const {
    return schema_.fields[keys[at % keys.size()]].type;
  }

 private:
  template <typename T>
    requires std::is_integral_v<T> || std::is_enum_v<T>
  void Put(T number) {
    if constexpr (std::is_enum_v<T>) {
      Put(static_cast<std::underlying_type_t<T>>(number));
    } else if constexpr (std::is_same_v<T, bool>) {
      Put(static_cast<std::uint8_t>(number));
    } else {
      out_->resize(out_->size() + sizeof number);
      StoreLittle(number, out_->data() + out_->size() - sizeof number);
    }
  }
  template <typename T>
    requires std::is_class_v<T>
  void Put(const T& object) {
    Fields(*this, object);
  }
  template <typename T>
  void Put(const std::vector<T>& items) {
    Each(items, [&](const T& item) { Put(item); });
  }
  void Put(const std::string& text) { PutText(text); }
  void Put(const std::optional<std::int64_t>& number);
  void Put(const Type& type);
  void Put(const Enum* enumeration);
  void Put(const std::shared_ptr<const Enum>& enumeration) { Put(*enumeration); }
  void Put(const stdlib::Function* function);
  void PutText(std::string_view text);

  const plan::LeadSchema& schema_;
  std::map<SectionKind, std::string> sections_;
  std::string* out_ = nullptr;
  std::string texts_;
  std::unordered_map<std::string, std::uint32_t> text_places_;
  std::vector<TypeRow> types_;
  std::unordered_map<std::string, std::uint32_t> type_places_;
};

}  // namespace lq::bundle
