#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/intake/field_index.h"
#include "runtime/intake/list_items.h"
#include "runtime/intake/scalar_rules.h"
#include "runtime/intake/word_table.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/row_layout.h"
#include "runtime/value/arena.h"

namespace lq::intake {

// Reads a canonical lead straight into a row, when it is written as programs write leads: known
// keys, best in the schema's order, and plain values without escapes. Then the row is the one that
// LeadReader makes. All else, right or wrong, it leaves to LeadReader; it rejects nothing itself.
// One reader a thread; the schema outlives it. Any bytes are safe. After warm-up it allocates
// nothing.
class PlainReader {
 public:
  explicit PlainReader(const plan::LeadSchema& schema);

  // `row` has room for RowLayout::words(). Its texts and lists, and id(), live until the next call.
  // False: a LeadReader must look, and the row means nothing.
  bool Read(std::string_view json, std::uint64_t* row);
  // Of the lead last read; empty when it bears none.
  std::string_view id() const { return id_; }

 private:
  static constexpr std::uint32_t kNone = FieldIndex::kNone;
  // Longer leads are none that a few nanoseconds matter to.
  static constexpr std::size_t kLongest = 16'384;
  // Bytes behind the text that can be read: all NUL, which ends whatever is being read.
  static constexpr std::size_t kPadding = 32;

  // What stands behind a key, and how the plainest values are written.
  enum class Form : std::uint8_t { kNumber, kWord, kYesNo, kText, kList, kObject, kId };

  // A key of the lead, by its node in the index; behind these nodes, `$id`.
  struct Key {
    // The first bytes of `"name":`, as many as there are, and which these are.
    std::array<std::uint64_t, 2> head{};
    std::array<std::uint64_t, 2> mask{};
    std::size_t size = 0;
    Form form = Form::kObject;
    std::uint8_t places = 0;
    // kNone for an object, and for `$id`.
    std::uint32_t field = kNone;
    std::uint32_t parent = kNone;
    // In the schema's order: the first key of an object, and the next key beside this one.
    std::uint32_t first = kNone;
    std::uint32_t next = kNone;
    // Of numbers; `scale` is ten to the power of `places`.
    std::int64_t scale = 1;
    std::int64_t low = 0;
    std::int64_t high = 0;
    WordTable words;
    // `"name":`.
    std::string text;
  };

  void AddKeys();
  static void NameKey(std::string_view name, Key& key);
  void DescribeField(std::uint32_t field, Key& key) const;
  void AddWords(const Type& type, WordTable& words) const;

  // A key that was looked for, and what follows it.
  struct Found {
    std::uint32_t node = kNone;
    const char* end = nullptr;
  };

  // Read gives what follows; null where a LeadReader must look. Take moves `at` there.
  const char* ReadObject(std::uint32_t parent, const char* at, std::uint64_t* row);
  const char* ReadRarer(const Key& key, std::uint32_t node, const char* at, std::uint64_t* row);
  std::uint32_t TakeKey(std::uint32_t parent, std::uint32_t expected, const char*& at) const;
  Found FindKey(std::uint32_t parent, const char* at) const;
  bool TakeNumber(const Key& key, const char*& at, std::uint64_t* row);
  bool TakeList(const Type& type, const char*& at, Value& value);
  bool TakeId(const char*& at);
  bool TakeString(const char*& at, std::string_view& text) const;
  bool HasRest(const char* at, std::string_view key) const;
  // False when it was there already.
  bool MarkSeen(std::uint32_t node);
  bool HasRequired(const std::uint64_t* row) const;

  const plan::LeadSchema& schema_;
  plan::RowLayout layout_;
  FieldIndex index_;
  ScalarRules rules_;
  std::vector<Key> keys_;
  std::uint32_t id_key_ = 0;
  bool usable_ = false;
  // A bit a key: those of the lead being read.
  std::vector<std::uint64_t> seen_;
  // A bit a field: those that a lead must have.
  std::vector<std::uint64_t> required_;
  std::string_view id_;
  ListItems items_;
  Arena arena_;
  // The lead's text, so that nothing is read beyond its end.
  std::array<char, kLongest + kPadding> buffer_;
  const char* end_ = nullptr;
};

}  // namespace lq::intake
