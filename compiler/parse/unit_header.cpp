#include "compiler/parse/unit_header.h"

#include <algorithm>

namespace lq {
namespace {

using syntax::UnitKind;

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
constexpr std::string_view kNoBreakSpace = "\xC2\xA0";

bool IsWordByte(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
}

// Word after word, past white space and comments.
class HeaderWords {
 public:
  explicit HeaderWords(std::string_view text) : text_(text) {}

  // Empty at the end and before anything that is no word.
  std::string_view Next() {
    SkipSpace();
    begin_ = at_;
    while (at_ < text_.size() && IsWordByte(text_[at_]))
      ++at_;
    return text_.substr(begin_, at_ - begin_);
  }

  Span LastSpan() const {
    return {0, static_cast<std::uint32_t>(begin_), static_cast<std::uint32_t>(at_)};
  }

 private:
  void SkipSpace() {
    while (at_ < text_.size()) {
      const std::string_view rest = text_.substr(at_);
      if (rest.starts_with(kByteOrderMark)) {
        at_ += kByteOrderMark.size();
      } else if (rest.starts_with(kNoBreakSpace)) {
        at_ += kNoBreakSpace.size();
      } else if (rest[0] == '#') {
        at_ += std::min(rest.find('\n'), rest.size());
      } else if (rest[0] == ' ' || rest[0] == '\t' || rest[0] == '\r' || rest[0] == '\n' ||
                 rest[0] == '\f') {
        ++at_;
      } else {
        return;
      }
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
  std::size_t begin_ = 0;
};

UnitKind KindOf(std::string_view word) {
  if (word == "schema")
    return UnitKind::kSchema;
  if (word == "library")
    return UnitKind::kLibrary;
  if (word == "policy")
    return UnitKind::kPolicy;
  if (word == "tests")
    return UnitKind::kTests;
  if (word == "source")
    return UnitKind::kSource;
  return UnitKind::kUnknown;
}

}  // namespace

std::optional<UnitHeader> ReadUnitHeader(std::string_view text) {
  HeaderWords words(text);
  std::string_view word = words.Next();
  if (word == "edition") {
    words.Next();
    word = words.Next();
  }
  UnitHeader header;
  header.kind = KindOf(word);
  if (header.kind == UnitKind::kUnknown)
    return std::nullopt;
  if (header.kind == UnitKind::kTests && words.Next() != "for")
    return std::nullopt;
  header.name = words.Next();
  header.name_span = words.LastSpan();
  if (header.name.empty())
    return std::nullopt;
  return header;
}

}  // namespace lq
