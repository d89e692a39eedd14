#include "runtime/intake/json_scanner.h"

#include <algorithm>
#include <functional>

#include "runtime/intake/name_table.h"

namespace lq::intake {
namespace {

// Objects with more keys are searched for duplicates once, sorted, when they close.
constexpr std::size_t kFewKeys = 32;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

constexpr std::uint64_t FilterBit(std::uint32_t hash) { return std::uint64_t{1} << (hash % 64); }

}  // namespace

void JsonScanner::Begin(std::string_view text) {
  begin_ = text.data();
  end_ = begin_ + text.size();
  at_ = begin_ + (text.starts_with(kByteOrderMark) ? kByteOrderMark.size() : 0);
  token_begin_ = token_end_ = at_;
  token_ = JsonToken::kFault;
  expect_ = Expect::kValue;
  depth_ = 0;
  problem_ = JsonProblem::kNone;
  reason_ = {};
  has_duplicate_ = false;
  duplicate_ = {};
  keys_.clear();
  key_arena_.Reset();
}

JsonToken JsonScanner::Next() {
  SkipWhiteSpace();
  token_begin_ = token_end_ = at_;
  token_ = ReadToken();
  // A key has set it already, before its colon.
  if (token_ != JsonToken::kKey)
    token_end_ = at_;
  return token_;
}

std::string_view JsonScanner::Text(Arena& arena) const {
  return text_.has_escapes ? DecodeJsonText(text_, arena) : text_.content;
}

std::string_view JsonScanner::OwnedText(Arena& arena) const {
  return text_.has_escapes ? DecodeJsonText(text_, arena) : arena.Copy(text_.content);
}

void JsonScanner::SkipTo(int depth) {
  while (depth_ > depth && token_ != JsonToken::kFault)
    Next();
}

void JsonScanner::SkipWhiteSpace() {
  while (at_ != end_ && (*at_ == ' ' || *at_ == '\n' || *at_ == '\r' || *at_ == '\t'))
    ++at_;
}

JsonToken JsonScanner::ReadToken() {
  switch (expect_) {
    case Expect::kValue:
      return ReadValue();
    case Expect::kFirstItem:
      return at_ != end_ && *at_ == ']' ? Close(JsonToken::kArrayEnd) : ReadValue();
    case Expect::kFirstKey:
      return at_ != end_ && *at_ == '}' ? Close(JsonToken::kObjectEnd) : ReadKey();
    case Expect::kAfterItem:
      return ReadAfterItem();
    case Expect::kEnd:
      return at_ == end_ ? JsonToken::kEnd : Fail("it should end");
    case Expect::kNothing:
      return JsonToken::kFault;
  }
  return JsonToken::kFault;
}

JsonToken JsonScanner::ReadValue() {
  if (at_ == end_)
    return Fail("a value should stand");
  switch (*at_) {
    case '{':
      return Open(JsonToken::kObject);
    case '[':
      return Open(JsonToken::kArray);
    case '"':
      return ScanQuoted() ? Complete(JsonToken::kText) : JsonToken::kFault;
    case 't':
      return ReadWord("true", JsonToken::kTrue);
    case 'f':
      return ReadWord("false", JsonToken::kFalse);
    case 'n':
      return ReadWord("null", JsonToken::kNull);
    default:
      return ReadNumber();
  }
}

JsonToken JsonScanner::ReadKey() {
  if (at_ == end_ || *at_ != '"')
    return Fail("a key in double quotes should stand");
  if (!ScanQuoted())
    return JsonToken::kFault;
  token_end_ = at_;
  NoteKey();
  SkipWhiteSpace();
  if (at_ == end_ || *at_ != ':')
    return Fail("`:` should follow the key");
  ++at_;
  expect_ = Expect::kValue;
  return JsonToken::kKey;
}

JsonToken JsonScanner::ReadNumber() {
  const std::string_view reason = ScanJsonNumber(at_, end_, number_);
  return reason.empty() ? Complete(JsonToken::kNumber) : Fail(reason);
}

JsonToken JsonScanner::ReadWord(std::string_view word, JsonToken token) {
  const std::string_view rest{at_, static_cast<std::size_t>(end_ - at_)};
  if (!rest.starts_with(word))
    return Fail("a value should stand");
  at_ += word.size();
  return Complete(token);
}

JsonToken JsonScanner::ReadAfterItem() {
  const bool in_object = levels_[static_cast<std::size_t>(depth_ - 1)].is_object;
  if (at_ != end_ && *at_ == (in_object ? '}' : ']')) {
    return Close(in_object ? JsonToken::kObjectEnd : JsonToken::kArrayEnd);
  }
  if (at_ == end_ || *at_ != ',')
    return Fail(in_object ? "`,` or `}` should stand" : "`,` or `]` should stand");
  ++at_;
  SkipWhiteSpace();
  token_begin_ = at_;
  return in_object ? ReadKey() : ReadValue();
}

JsonToken JsonScanner::Open(JsonToken token) {
  if (depth_ == kMaxJsonDepth) {
    Fail({});
    problem_ = JsonProblem::kTooDeep;
    return JsonToken::kFault;
  }
  const bool is_object = token == JsonToken::kObject;
  levels_[static_cast<std::size_t>(depth_++)] = {is_object, keys_.size(), 0};
  ++at_;
  expect_ = is_object ? Expect::kFirstKey : Expect::kFirstItem;
  return token;
}

JsonToken JsonScanner::Close(JsonToken token) {
  const Level& level = levels_[static_cast<std::size_t>(--depth_)];
  if (level.is_object) {
    if (keys_.size() - level.first_key > kFewKeys)
      FindDuplicateIn(level.first_key);
    keys_.resize(level.first_key);
  }
  ++at_;
  return Complete(token);
}

JsonToken JsonScanner::Complete(JsonToken token) {
  expect_ = depth_ == 0 ? Expect::kEnd : Expect::kAfterItem;
  return token;
}

JsonToken JsonScanner::Fail(std::string_view reason) {
  problem_ = JsonProblem::kNotJson;
  reason_ = reason;
  expect_ = Expect::kNothing;
  // White space behind the mistake is not skipped either: its place stays.
  end_ = at_;
  return JsonToken::kFault;
}

bool JsonScanner::ScanQuoted() {
  ++at_;
  const std::string_view reason = ScanJsonText(at_, end_, text_);
  if (reason.empty())
    return true;
  Fail(reason);
  return false;
}

void JsonScanner::NoteKey() {
  const std::string_view text = Text(key_arena_);
  const std::uint32_t hash = HashName(text);
  Level& level = levels_[static_cast<std::size_t>(depth_ - 1)];
  const bool may_be_known = (level.filter & FilterBit(hash)) != 0;
  if (may_be_known && keys_.size() - level.first_key <= kFewKeys) {
    const auto first = keys_.begin() + static_cast<std::ptrdiff_t>(level.first_key);
    const auto same = [&](const Key& key) { return key.hash == hash && key.text == text; };
    if (std::any_of(first, keys_.end(), same))
      NoteDuplicate(text);
  }
  level.filter |= FilterBit(hash);
  keys_.emplace_back(text, hash);
  key_.text = text;
  key_.hash = hash;
}

void JsonScanner::FindDuplicateIn(std::size_t first_key) {
  const auto first = keys_.begin() + static_cast<std::ptrdiff_t>(first_key);
  std::sort(first, keys_.end(), [](const Key& a, const Key& b) {
    return a.hash != b.hash ? a.hash < b.hash : a.text < b.text;
  });
  const auto found = std::adjacent_find(first, keys_.end(), [](const Key& a, const Key& b) {
    return a.hash == b.hash && a.text == b.text;
  });
  if (found == keys_.end())
    return;
  const Key& next = *std::next(found);
  NoteDuplicate(std::less<>()(found->text.data(), next.text.data()) ? next.text : found->text);
}

void JsonScanner::NoteDuplicate(std::string_view key) {
  if (has_duplicate_)
    return;
  has_duplicate_ = true;
  duplicate_ = key;
}

}  // namespace lq::intake
