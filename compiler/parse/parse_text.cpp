#include <optional>

#include <fmt/format.h>

#include "compiler/parse/constructs.h"
#include "compiler/parse/spelling.h"

namespace lq::parse {
namespace {

void AppendUtf8(std::string& out, std::uint32_t point) {
  const auto tail = [&](unsigned shift) {
    out += static_cast<char>(0x80U | (point >> shift & 0x3FU));
  };
  if (point < 0x80) {
    out += static_cast<char>(point);
  } else if (point < 0x800) {
    out += static_cast<char>(0xC0U | point >> 6U);
    tail(0);
  } else if (point < 0x10000) {
    out += static_cast<char>(0xE0U | point >> 12U);
    tail(6);
    tail(0);
  } else {
    out += static_cast<char>(0xF0U | point >> 18U);
    tail(12);
    tail(6);
    tail(0);
  }
}

std::optional<std::uint32_t> HexValue(std::string_view digits) {
  if (digits.empty() || digits.size() > 6)
    return std::nullopt;
  std::uint32_t value = 0;
  for (const char c : digits) {
    const std::string_view all = "0123456789abcdef";
    const std::size_t digit = all.find(c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c);
    if (digit == std::string_view::npos)
      return std::nullopt;
    value = value << 4U | static_cast<std::uint32_t>(digit);
  }
  return value;
}

// A code point that a text may hold.
bool IsScalar(std::uint32_t point) {
  return point <= 0x10FFFF && (point < 0xD800 || point > 0xDFFF);
}

class TextDecoder {
 public:
  // `inner` is what stands between the quotes.
  TextDecoder(Walk& walk, Span inner) : walk_(walk), inner_(inner), raw_(walk.TextAt(inner)) {}

  std::string Run() {
    while (at_ < raw_.size()) {
      const std::size_t slash = std::min(raw_.find('\\', at_), raw_.size());
      out_ += raw_.substr(at_, slash - at_);
      at_ = slash;
      if (at_ < raw_.size())
        Escape();
    }
    return std::move(out_);
  }

 private:
  void Escape() {
    const char kind = at_ + 1 < raw_.size() ? raw_[at_ + 1] : '\0';
    switch (kind) {
      case '"':
      case '\\':
        return Take(2, kind);
      case 'n':
        return Take(2, '\n');
      case 't':
        return Take(2, '\t');
      case 'u':
        return CodePoint();
      default:
        return Bad(std::min<std::size_t>(2, raw_.size() - at_));
    }
  }

  void Take(std::size_t bytes, char decoded) {
    out_ += decoded;
    at_ += bytes;
  }

  // \u{1F600}
  void CodePoint() {
    const std::size_t close = raw_.find('}', at_);
    const bool braced =
        at_ + 2 < raw_.size() && raw_[at_ + 2] == '{' && close != std::string_view::npos;
    if (!braced)
      return Bad(2);
    const std::optional<std::uint32_t> point = HexValue(raw_.substr(at_ + 3, close - at_ - 3));
    if (!point.has_value() || !IsScalar(*point))
      return Bad(close + 1 - at_);
    AppendUtf8(out_, *point);
    at_ = close + 1;
  }

  // Keeps what stands there as it is.
  void Bad(std::size_t bytes) {
    while (at_ + bytes < raw_.size() && (raw_[at_ + bytes] & 0xC0) == 0x80)
      ++bytes;
    const auto begin = inner_.begin + static_cast<std::uint32_t>(at_);
    const Span span{inner_.file, begin, begin + static_cast<std::uint32_t>(bytes)};
    Diagnostic& report =
        walk_.Report(DiagnosticKind::kBadEscape, span,
                     fmt::format("`{}` means nothing in a text", Clip(raw_.substr(at_, bytes))));
    report.notes.emplace_back(
        R"(In a text a backslash begins `\"`, `\\`, `\n`, `\t` or `\u{1F600}`.)");
    report.help = "for a backslash itself write two";
    report.fixes.push_back({{span.file, begin, begin}, "\\", false});
    out_ += raw_.substr(at_, bytes);
    at_ += bytes;
  }

  Walk& walk_;
  Span inner_;
  std::string_view raw_;
  std::size_t at_ = 0;
  std::string out_;
};

// The bytes of the quote that begins or ends the text: a straight one has one, a typographic one
// two or three.
std::uint32_t QuoteLength(std::string_view text, bool at_end) {
  if (!at_end) {
    std::uint32_t length = 1;
    while (length < text.size() && (text[length] & 0xC0) == 0x80)
      ++length;
    return length;
  }
  std::uint32_t length = 1;
  while (length < text.size() && (text[text.size() - length] & 0xC0) == 0x80)
    ++length;
  return length;
}

Span Inner(Span span, std::uint32_t before, std::uint32_t after) {
  return {span.file, span.begin + before, span.end - after};
}

std::string InStraightQuotes(std::string_view inner) {
  std::string text = "\"";
  for (const char c : inner) {
    if (c == '"')
      text += '\\';
    text += c;
  }
  return text + '"';
}

// “…”, „…“, '…'
std::string OtherQuotes(Walk& walk, Span span) {
  const std::string_view seen = walk.TextAt(span);
  const Span inner = Inner(span, QuoteLength(seen, false), QuoteLength(seen, true));
  Diagnostic& report =
      walk.Report(DiagnosticKind::kQuotes, span, "a text stands in straight double quotes");
  report.primary.text = "other quotes stand here";
  const std::string straight = InStraightQuotes(walk.TextAt(inner));
  report.help = fmt::format("write `{}`", Clip(straight));
  report.fixes.push_back({span, straight, true});
  return TextDecoder(walk, inner).Run();
}

// A text that runs to the end of its line. A typographic quote in it was meant to close it.
std::string Unclosed(Walk& walk, Span span) {
  const std::string_view seen = walk.TextAt(span);
  Span inner = Inner(span, 1, 0);
  Diagnostic& report =
      walk.Report(DiagnosticKind::kUnclosedText, span, "the text is not closed on its line");
  report.primary.text = "no `\"` follows";
  std::size_t quote = seen.find("\xE2\x80\x9D");
  if (quote == std::string_view::npos)
    quote = seen.find("\xE2\x80\x9C");
  if (quote != std::string_view::npos) {
    inner.end = span.begin + static_cast<std::uint32_t>(quote);
    report.help = "close it with a straight quote, `\"`";
    report.fixes.push_back({{span.file, inner.end, inner.end + 3}, "\"", true});
  } else {
    report.help = "close it with `\"`; for a quote inside the text write `\\\"`";
    report.fixes.push_back({{span.file, span.end, span.end}, "\"", false});
  }
  return std::string(walk.TextAt(inner));
}

}  // namespace

syntax::Literal ParseText(Walk& walk, LqParser::TextContext* rule) {
  if (rule == nullptr || rule->token == nullptr)
    return {};
  const Span span = walk.SpanOf(rule->token);
  switch (rule->token->getType()) {
    case LqParser::UNCLOSED_TEXT:
      return {Unclosed(walk, span), span};
    case LqParser::SMART_TEXT:
    case LqParser::SINGLE_TEXT:
      return {OtherQuotes(walk, span), span};
    case LqParser::TEXT:
      return {TextDecoder(walk, Inner(span, 1, 1)).Run(), span};
    default:
      // What stands where a text was expected; reported.
      return {};
  }
}

syntax::Literal Walk::Text(LqParser::TextContext* text) { return ParseText(*this, text); }

}  // namespace lq::parse
