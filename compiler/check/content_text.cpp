#include "compiler/check/content_text.h"

#include <algorithm>

namespace lq::check {
namespace {

bool IsNameStart(char c) { return c >= 'a' && c <= 'z'; }
bool IsNamePart(char c) { return IsNameStart(c) || (c >= '0' && c <= '9') || c == '_'; }

class Parser {
 public:
  explicit Parser(std::string_view text) : text_(text) {}

  ContentPieces Parse() {
    while (at_ < text_.size()) {
      if (text_.substr(at_, 2) == "{{") {
        AddLiteral('{');
        at_ += 2;
      } else if (text_[at_] == '{') {
        ParsePlaceholder();
      } else {
        AddLiteral(text_[at_++]);
      }
    }
    return std::move(result_);
  }

 private:
  void AddLiteral(char c) {
    std::vector<ContentPiece>& pieces = result_.pieces;
    if (pieces.empty() || pieces.back().is_placeholder)
      pieces.emplace_back();
    pieces.back().text += c;
  }

  void SkipBlanks() {
    while (at_ < text_.size() && text_[at_] == ' ')
      ++at_;
  }

  bool Take(std::string_view expected) {
    if (!text_.substr(at_).starts_with(expected))
      return false;
    at_ += expected.size();
    return true;
  }

  // Segments joined by dots; empty when there is none.
  std::string TakeName() {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsNameStart(text_[at_])) {
      while (at_ < text_.size() && IsNamePart(text_[at_]))
        ++at_;
      const bool more = at_ + 1 < text_.size() && text_[at_] == '.' && IsNameStart(text_[at_ + 1]);
      if (!more)
        break;
      ++at_;
    }
    return std::string(text_.substr(begin, at_ - begin));
  }

  // Literal text up to the closing brace, or to the end when there is none.
  void Fail(std::size_t begin, std::string problem) {
    result_.problems.push_back({std::move(problem), begin});
    const std::size_t closing = text_.find('}', begin);
    const std::size_t end = closing == std::string_view::npos ? text_.size() : closing + 1;
    for (at_ = begin; at_ < end; ++at_)
      AddLiteral(text_[at_]);
  }

  void ParsePlaceholder() {
    ContentPiece piece;
    piece.is_placeholder = true;
    piece.begin = at_++;
    SkipBlanks();
    piece.name_begin = at_;
    piece.name = TakeName();
    if (piece.name.empty())
      return Fail(piece.begin, "names nothing");
    SkipBlanks();
    if (Take("else ")) {
      SkipBlanks();
      if (!TakeFallback(piece))
        return Fail(piece.begin, "has a fallback that is not in single quotes");
      SkipBlanks();
    }
    if (!Take("}"))
      return Fail(piece.begin, "is not closed after its name or fallback");
    result_.pieces.push_back(std::move(piece));
  }

  bool TakeFallback(ContentPiece& piece) {
    if (!Take("'"))
      return false;
    const std::size_t closing = text_.find('\'', at_);
    if (closing == std::string_view::npos)
      return false;
    piece.has_fallback = true;
    piece.text = text_.substr(at_, closing - at_);
    at_ = closing + 1;
    return true;
  }

  std::string_view text_;
  std::size_t at_ = 0;
  ContentPieces result_;
};

// Bytes of the code point after `\u{`, in UTF-8.
std::size_t EncodedSize(std::string_view digits) {
  const std::size_t value = std::stoul("0" + std::string(digits.substr(0, 8)), nullptr, 16);
  return value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x10000 ? 3 : 4;
}

}  // namespace

ContentPieces ParseContent(std::string_view text) { return Parser(text).Parse(); }

std::vector<std::uint32_t> WrittenOffsets(std::string_view written) {
  std::vector<std::uint32_t> offsets = {1};
  for (std::size_t at = 1; at < written.size();) {
    std::size_t meant = 1;
    if (written[at] != '\\') {
      ++at;
    } else if (written.substr(at, 3) == "\\u{") {
      const std::size_t closing = std::min(written.find('}', at), written.size() - 1);
      meant = EncodedSize(written.substr(at + 3, closing - at - 3));
      at = closing + 1;
    } else {
      at += 2;
    }
    offsets.resize(offsets.size() + meant,
                   static_cast<std::uint32_t>(std::min(at, written.size())));
  }
  return offsets;
}

}  // namespace lq::check
