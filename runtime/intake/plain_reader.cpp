#include "runtime/intake/plain_reader.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <string>

#include "runtime/intake/json_tokens.h"
#include "runtime/intake/name_table.h"
#include "runtime/value/json_bytes.h"
#include "runtime/value/number.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"

namespace lq::intake {
namespace {

using json_bytes::kHighBits;
using json_bytes::kLowBits;

constexpr std::string_view kIdKey = "$id";

// Of the texts that are read, the next eight bytes; there is room behind the last.
std::uint64_t Eight(const char* at) {
  std::uint64_t eight = 0;
  std::memcpy(&eight, at, 8);
  return eight;
}

bool IsWhite(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }

const char* BehindWhite(const char* at) {
  while (IsWhite(*at))
    ++at;
  return at;
}

// Mostly there is none, and one comparison says so.
void SkipWhite(const char*& at) {
  if (static_cast<std::uint8_t>(*at) <= ' ') [[unlikely]]
    at = BehindWhite(at);
}

bool TakeWord(const char*& at, std::string_view word) {
  if (std::memcmp(at, word.data(), word.size()) != 0)
    return false;
  at += word.size();
  return true;
}

// One to eight digits, and how many: no loop, since nobody foresees how many there are.
int TakeEight(const char*& at, std::int64_t& number) {
  std::uint64_t digits = Eight(at) ^ kLowBits * '0';
  const std::uint64_t others = ((digits + kLowBits * 0x76) | digits) & kHighBits;
  const int count = others == 0 ? 8 : std::countr_zero(others) / 8;
  if (count == 0)
    return 0;
  // The first digit is the lowest byte: zeros before it change nothing.
  digits <<= 8 * (8 - count);
  digits = (digits * 10 + (digits >> 8)) & 0x00FF00FF00FF00FF;
  digits = (digits * 100 + (digits >> 16)) & 0x0000FFFF0000FFFF;
  digits = (digits * 10'000 + (digits >> 32)) & 0x00000000FFFFFFFF;
  number = static_cast<std::int64_t>(digits);
  at += count;
  return count;
}

// `true` and `false`, without asking which it will be.
bool TakeYesNo(const char*& at, std::int64_t& number) {
  constexpr std::uint64_t kFour = 0xFFFFFFFF;
  constexpr std::uint64_t kFive = 0xFFFFFFFFFF;
  constexpr std::uint64_t kTrue = 0x65757274;
  constexpr std::uint64_t kFalse = 0x65736C6166;
  const std::uint64_t eight = Eight(at);
  const bool yes = (eight & kFour) == kTrue;
  const bool no = (eight & kFive) == kFalse;
  number = yes ? 1 : 0;
  at += yes ? 4 : 5;
  return yes | no;
}

// The digits before the point. Behind sixteen of them another may stand, which ends no value.
bool TakeWhole(const char*& at, std::int64_t& number) {
  const char* const begin = at;
  const int count = TakeEight(at, number);
  if (count == 0 || (count > 1 && *begin == '0'))
    return false;
  if (count < 8)
    return true;
  std::int64_t more = 0;
  const int rest = TakeEight(at, more);
  number = number * PowerOfTen(rest) + more;
  return true;
}

// A number without an exponent and with at most `places` decimal places, scaled by as many: `scale`
// is ten to their power.
bool TakeScaled(const char*& at, int places, std::int64_t scale, std::int64_t& scaled) {
  const bool negative = *at == '-';
  at += negative ? 1 : 0;
  if (!TakeWhole(at, scaled))
    return false;
  bool overflows = __builtin_mul_overflow(scaled, scale, &scaled);
  if (*at == '.') {
    std::int64_t fraction = 0;
    const int count = TakeEight(++at, fraction);
    if (count == 0 || count > places)
      return false;
    overflows |= __builtin_add_overflow(scaled, fraction * PowerOfTen(places - count), &scaled);
  }
  if (overflows)
    return false;
  scaled = negative ? -scaled : scaled;
  return true;
}

}  // namespace

// Bytes are compared as numbers whose first byte is the lowest.
PlainReader::PlainReader(const plan::LeadSchema& schema)
    : schema_(schema),
      layout_(schema),
      index_(schema),
      rules_(schema),
      usable_(std::endian::native == std::endian::little) {
  AddKeys();
  seen_.resize(keys_.size() / 64 + 1);
  required_.resize(layout_.absence_words());
  for (std::size_t i = 0; i < schema.fields.size(); ++i) {
    if (schema.fields[i].required)
      required_[i / 64] |= std::uint64_t{1} << (i % 64);
  }
}

// The keys of an object are chained in the schema's order, `$id` before all others.
void PlainReader::AddKeys() {
  id_key_ = static_cast<std::uint32_t>(index_.size());
  keys_.resize(index_.size() + 1);
  std::vector<std::uint32_t> last(keys_.size(), kNone);
  const auto chain = [&](std::uint32_t node, std::uint32_t parent) {
    (last[parent] == kNone ? keys_[parent].first : keys_[last[parent]].next) = node;
    last[parent] = node;
    keys_[node].parent = parent;
  };
  chain(id_key_, FieldIndex::kRoot);
  NameKey(kIdKey, keys_[id_key_]);
  keys_[id_key_].form = Form::kId;
  for (std::uint32_t node = 1; node < index_.size(); ++node) {
    std::uint32_t parent = FieldIndex::kRoot;
    std::string_view name = index_.path(node);
    std::size_t depth = 1;
    for (std::size_t dot = name.find('.'); dot != name.npos; dot = name.find('.'), ++depth) {
      const std::string_view outer = name.substr(0, dot);
      parent = index_.Child(parent, outer, HashName(outer));
      name.remove_prefix(dot + 1);
    }
    // A list stands one deeper than its field.
    usable_ &= depth < kMaxJsonDepth;
    chain(node, parent);
    NameKey(name, keys_[node]);
    if (index_.field(node) != kNone)
      DescribeField(index_.field(node), keys_[node]);
  }
}

void PlainReader::NameKey(std::string_view name, Key& key) {
  key.text.append("\"").append(name).append("\":");
  key.size = key.text.size();
  for (std::size_t i = 0; i < std::min(key.text.size(), sizeof key.head); ++i) {
    const std::size_t shift = i % 8 * 8;
    key.head[i / 8] |= std::uint64_t{static_cast<std::uint8_t>(key.text[i])} << shift;
    key.mask[i / 8] |= std::uint64_t{0xFF} << shift;
  }
}

void PlainReader::DescribeField(std::uint32_t field, Key& key) const {
  const Type& type = schema_.fields[field].type;
  key.field = field;
  key.low = type.low;
  key.high = type.high;
  switch (type.kind) {
    case TypeKind::kInteger:
    case TypeKind::kDecimal:
    case TypeKind::kMoney:
    case TypeKind::kPercent:
      key.form = Form::kNumber;
      key.places = type.places;
      key.scale = PowerOfTen(type.places);
      return;
    case TypeKind::kEnum:
    case TypeKind::kCountry:
    case TypeKind::kCurrency:
    case TypeKind::kLanguage:
      key.form = Form::kWord;
      return AddWords(type, key.words);
    case TypeKind::kYesNo:
      key.form = Form::kYesNo;
      return;
    case TypeKind::kList:
      key.form = Form::kList;
      return;
    case TypeKind::kText:
    case TypeKind::kDate:
    case TypeKind::kInstant:
    case TypeKind::kEmail:
    case TypeKind::kDomain:
    case TypeKind::kPhone:
      key.form = Form::kText;
      return;
  }
}

// The words that values are written as, and what the rules make of them.
void PlainReader::AddWords(const Type& type, WordTable& words) const {
  Arena arena;
  const auto add = [&](std::string_view word) {
    Value value;
    const char* at = word.data();
    const bool is_plain = !json_bytes::SkipPlain(at, word.data() + word.size()) &&
                          at == word.data() + word.size() && !word.empty();
    if (is_plain && word.size() <= WordTable::kLongest &&
        !rules_.TakeText(type, word, arena, value)) {
      words.Add(word, value.number());
    }
  };
  if (type.kind == TypeKind::kEnum) {
    for (const Enum::Member& member : type.enumeration->members) {
      add(member.name);
      std::for_each(member.labels.begin(), member.labels.end(), add);
    }
  } else {
    for (std::int64_t i = type.low; i <= type.high; ++i) {
      std::string word;
      AppendValueJson(type, Value::Number(i), word);
      // Without its quotes.
      add(std::string_view(word).substr(1, word.size() - 2));
    }
  }
  words.Build();
}

bool PlainReader::Read(std::string_view json, std::uint64_t* row) {
  id_ = {};
  if (!usable_ || json.empty() || json.size() > kLongest)
    return false;
  std::memcpy(buffer_.data(), json.data(), json.size());
  std::memset(buffer_.data() + json.size(), 0, kPadding);
  end_ = buffer_.data() + json.size();
  arena_.Reset();
  layout_.Clear(row);
  std::fill(seen_.begin(), seen_.end(), 0);
  const char* at = buffer_.data();
  SkipWhite(at);
  at = *at == '{' ? ReadObject(FieldIndex::kRoot, at + 1, row) : nullptr;
  if (at == nullptr)
    return false;
  SkipWhite(at);
  return at == end_ && HasRequired(row);
}

// What stands behind the brace of the object of `parent`. Objects are as deep as the schema's.
const char* PlainReader::ReadObject(std::uint32_t parent, const char* at, std::uint64_t* row) {
  std::uint32_t expected = keys_[parent].first;
  SkipWhite(at);
  if (*at == '}')
    return at + 1;
  while (true) {
    const std::uint32_t node = TakeKey(parent, expected, at);
    if (node == kNone || !MarkSeen(node)) [[unlikely]]
      return nullptr;
    const Key& key = keys_[node];
    expected = key.next;
    SkipWhite(at);
    if (!TakeNumber(key, at, row)) {
      at = ReadRarer(key, node, at, row);
      if (at == nullptr)
        return nullptr;
    }
    SkipWhite(at);
    const char end = *at++;
    if (end != ',')
      return end == '}' ? at : nullptr;
    SkipWhite(at);
  }
}

// A key and its colon. Keys that are left out are passed by, a few of them.
inline std::uint32_t PlainReader::TakeKey(std::uint32_t parent, std::uint32_t expected,
                                          const char*& at) const {
  constexpr int kTries = 4;
  const std::uint64_t first = Eight(at);
  const std::uint64_t second = Eight(at + 8);
  for (int i = 0; i < kTries && expected != kNone; ++i, expected = keys_[expected].next) {
    const Key& key = keys_[expected];
    const std::uint64_t others =
        ((first ^ key.head[0]) & key.mask[0]) | ((second ^ key.head[1]) & key.mask[1]);
    if (others != 0 || (key.size > sizeof key.head && !HasRest(at, key.text)))
      continue;
    at += key.size;
    return expected;
  }
  const Found found = FindKey(parent, at);
  at = found.end;
  return found.node;
}

// The text is long enough: else its first bytes, which are no NUL, would not be those of the key.
bool PlainReader::HasRest(const char* at, std::string_view key) const {
  const auto room = static_cast<std::size_t>(end_ - at);
  return key.size() <= room && std::memcmp(at + 16, key.data() + 16, key.size() - 16) == 0;
}

PlainReader::Found PlainReader::FindKey(std::uint32_t parent, const char* at) const {
  std::string_view name;
  if (*at != '"' || !TakeString(at, name))
    return {};
  SkipWhite(at);
  if (*at++ != ':')
    return {};
  const bool is_id = parent == FieldIndex::kRoot && name == kIdKey;
  return {is_id ? id_key_ : index_.Child(parent, name, HashName(name)), at};
}

inline bool PlainReader::MarkSeen(std::uint32_t node) {
  std::uint64_t& seen = seen_[node / 64];
  const std::uint64_t bit = std::uint64_t{1} << (node % 64);
  const bool is_first = (seen & bit) == 0;
  seen |= bit;
  return is_first;
}

// The plainest values of fields whose values are numbers; else `at` stays.
inline bool PlainReader::TakeNumber(const Key& key, const char*& at, std::uint64_t* row) {
  const char* end = at;
  std::int64_t number = 0;
  bool taken = false;
  switch (key.form) {
    case Form::kNumber:
      taken =
          TakeScaled(end, key.places, key.scale, number) && number >= key.low && number <= key.high;
      break;
    case Form::kWord:
      taken = *end == '"' && key.words.Take(++end, number);
      break;
    case Form::kYesNo:
      taken = TakeYesNo(end, number);
      break;
    case Form::kText:
    case Form::kList:
    case Form::kObject:
    case Form::kId:
      break;
  }
  if (!taken)
    return false;
  at = end;
  layout_.SetNumber(key.field, number, row);
  return true;
}

// Everything else that is plain; what follows it, or null.
const char* PlainReader::ReadRarer(const Key& key, std::uint32_t node, const char* at,
                                   std::uint64_t* row) {
  if (key.form == Form::kId)
    return TakeId(at) ? at : nullptr;
  if (*at == 'n')
    return TakeWord(at, "null") ? at : nullptr;
  if (key.form == Form::kObject)
    return *at == '{' ? ReadObject(node, at + 1, row) : nullptr;
  const Type& type = schema_.fields[key.field].type;
  Value value;
  if (*at == '[') {
    if (key.form != Form::kList || !TakeList(type, ++at, value))
      return nullptr;
  } else {
    std::string_view text;
    if (*at != '"' || !TakeString(at, text))
      return nullptr;
    // Nothing is said.
    if (text.empty())
      return at;
    if (rules_.TakeText(type, text, arena_, value))
      return nullptr;
  }
  layout_.Set(key.field, value, row);
  return at;
}

// What stands behind the bracket; its items are texts.
bool PlainReader::TakeList(const Type& type, const char*& at, Value& value) {
  items_.Begin(type);
  SkipWhite(at);
  bool ends = *at == ']';
  while (!ends) {
    std::string_view text;
    Value item;
    if (*at != '"' || !items_.TakesAnother() || !TakeString(at, text) ||
        rules_.TakeText(items_.type(), text, arena_, item)) {
      return false;
    }
    items_.Add(item);
    SkipWhite(at);
    ends = *at == ']';
    if (!ends && *at++ != ',')
      return false;
    if (!ends)
      SkipWhite(at);
  }
  ++at;
  value = items_.Finish(arena_);
  return true;
}

// A text without a NUL, as all are that have no escapes, or a whole number.
bool PlainReader::TakeId(const char*& at) {
  if (*at == '"')
    return TakeString(at, id_);
  const char* const begin = at;
  at += *at == '-' ? 1 : 0;
  std::int64_t number = 0;
  if (!TakeWhole(at, number))
    return false;
  id_ = {begin, static_cast<std::size_t>(at - begin)};
  return true;
}

// `at` stands at the opening quote; the text lasts until the next lead.
bool PlainReader::TakeString(const char*& at, std::string_view& text) const {
  const char* const begin = ++at;
  const bool has_foreign = json_bytes::SkipPlain(at, end_);
  if (*at != '"')
    return false;
  text = {begin, static_cast<std::size_t>(at - begin)};
  ++at;
  return !has_foreign || IsValidUtf8(text);
}

bool PlainReader::HasRequired(const std::uint64_t* row) const {
  std::uint64_t lacking = 0;
  for (std::size_t i = 0; i < required_.size(); ++i)
    lacking |= row[i] & required_[i];
  return lacking == 0;
}

}  // namespace lq::intake
