#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "runtime/intake/json_tokens.h"
#include "runtime/value/arena.h"

namespace lq::intake {

// Reads JSON token by token: RFC 8259 to the letter, UTF-8, at most kMaxJsonDepth containers deep,
// keys compared within each object. One byte order mark at the front is skipped. Never recurses,
// never reads a byte twice but for duplicate keys and escapes, and allocates nothing once it is
// warm.
class JsonScanner {
 public:
  // `text` outlives what is read from it.
  void Begin(std::string_view text);
  // kFault from the first mistake on, kEnd once the text holds nothing more.
  JsonToken Next();

  JsonToken token() const { return token_; }
  // The token's own bytes: a text or a key with its quotes, one bracket of a container.
  std::string_view raw() const {
    return {token_begin_, static_cast<std::size_t>(token_end_ - token_begin_)};
  }

  // After kKey, without quotes and escapes; valid until the next Begin.
  std::string_view key() const { return key_.text; }
  std::uint32_t key_hash() const { return key_.hash; }

  // After kText.
  bool text_is_empty() const { return text_.content.empty(); }
  // Without quotes and escapes: a view of the JSON text, or of `arena` when there were escapes.
  std::string_view Text(Arena& arena) const;
  // The same, always in `arena`.
  std::string_view OwnedText(Arena& arena) const;

  // After kNumber.
  const JsonNumber& number() const { return number_; }

  // Open containers, that of kObject and kArray among them, that of kObjectEnd and kArrayEnd not.
  int depth() const { return depth_; }
  // The depth at which the value that began with the token last read is complete.
  int depth_outside() const { return depth_ - (OpensContainer(token_) ? 1 : 0); }
  // Reads on until only `depth` containers are open; what is skipped is validated all the same.
  void SkipTo(int depth);
  // From the first byte of one token to the last byte that was read.
  std::string_view Since(std::string_view token) const {
    return {token.data(), static_cast<std::size_t>(at_ - token.data())};
  }

  // What is wrong with the text so far; a mistake in its syntax hides a duplicate key.
  JsonProblem problem() const {
    return problem_ == JsonProblem::kNone && has_duplicate_ ? JsonProblem::kDuplicateKey : problem_;
  }
  // kNotJson: what was expected, and the offset where it was missed.
  std::string_view reason() const { return reason_; }
  std::size_t fault_offset() const { return static_cast<std::size_t>(at_ - begin_); }
  std::string_view duplicate_key() const { return duplicate_; }

 private:
  enum class Expect : std::uint8_t { kValue, kFirstItem, kFirstKey, kAfterItem, kEnd, kNothing };

  struct Key {
    Key() = default;
    Key(std::string_view text_in, std::uint32_t hash_in) : text(text_in), hash(hash_in) {}

    std::string_view text;
    std::uint32_t hash = 0;
  };

  // An open container. Bit `hash mod 64` of `filter` is set for every key of an object.
  struct Level {
    bool is_object = false;
    std::size_t first_key = 0;
    std::uint64_t filter = 0;
  };

  void SkipWhiteSpace();
  JsonToken ReadToken();
  JsonToken ReadValue();
  JsonToken ReadKey();
  JsonToken ReadNumber();
  JsonToken ReadWord(std::string_view word, JsonToken token);
  JsonToken ReadAfterItem();
  JsonToken Open(JsonToken token);
  JsonToken Close(JsonToken token);
  JsonToken Complete(JsonToken token);
  JsonToken Fail(std::string_view reason);
  bool ScanQuoted();
  void NoteKey();
  void FindDuplicateIn(std::size_t first_key);
  void NoteDuplicate(std::string_view key);

  const char* begin_ = nullptr;
  const char* end_ = nullptr;
  const char* at_ = nullptr;
  const char* token_begin_ = nullptr;
  const char* token_end_ = nullptr;
  JsonToken token_ = JsonToken::kFault;
  Expect expect_ = Expect::kNothing;
  int depth_ = 0;
  Key key_;
  JsonText text_;
  JsonNumber number_;
  JsonProblem problem_ = JsonProblem::kNone;
  std::string_view reason_;
  bool has_duplicate_ = false;
  std::string_view duplicate_;
  std::array<Level, kMaxJsonDepth> levels_;
  // Of all open objects, outermost first.
  std::vector<Key> keys_;
  Arena key_arena_;
};

}  // namespace lq::intake
