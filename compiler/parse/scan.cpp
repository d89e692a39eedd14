#include "compiler/parse/scan.h"

#include <algorithm>
#include <optional>
#include <utility>

#include <fmt/format.h>

#include "compiler/parse/words.h"

namespace lq::parse {
namespace {

unsigned char Byte(std::string_view text, std::size_t at) {
  return static_cast<unsigned char>(text[at]);
}

// Bytes of the well-formed code point at `at` (Unicode, table 3-7), 0 when there is none.
std::size_t PointLength(std::string_view text, std::size_t at) {
  const unsigned char first = Byte(text, at);
  if (first < 0x80)
    return 1;
  const std::size_t length = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
  if (first < 0xC2 || first > 0xF4 || at + length > text.size())
    return 0;
  const unsigned char low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned char high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (Byte(text, at + 1) < low || Byte(text, at + 1) > high)
    return 0;
  for (std::size_t i = 2; i < length; ++i) {
    if ((Byte(text, at + i) & 0xC0U) != 0x80U)
      return 0;
  }
  return length;
}

std::optional<std::size_t> FindBrokenUtf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t length = PointLength(text, i);
    if (length == 0)
      return i;
    i += length;
  }
  return std::nullopt;
}

bool IsWordByte(char c) {
  const auto byte = static_cast<unsigned char>(c);
  return (byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') ||
         (byte >= '0' && byte <= '9') || byte == '_' || byte == '.' || byte >= 0x80;
}

bool IsSpace(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\f'; }

// Two a term at most (`x between 1 and 2 and …`), so this many are certainly too many terms. The
// walk over the tree counts exactly.
constexpr std::size_t kMostJoints = 4 * kMostTerms;

bool IsJoint(std::string_view word) {
  return word == "and" || word == "or" || word == "plus" || word == "minus" || word == "times" ||
         word == "divided";
}

// Counts tokens, nesting and the operators of one clause, roughly as the lexer would cut them.
class LimitScan {
 public:
  LimitScan(std::string_view text, Reporter& reporter) : text_(text), reporter_(reporter) {}

  bool Run() {
    while (at_ < text_.size()) {
      const std::size_t begin = at_;
      if (!Step())
        return false;
      if (tokens_ > kMostTokens)
        return Refuse(begin, "a file has at most 1,000,000 words and signs");
    }
    return true;
  }

 private:
  // Reads one token or one piece of white space.
  bool Step() {
    const char c = text_[at_];
    if (c == '\n') {
      ++at_;
      line_begins_ = true;
      return true;
    }
    if (IsSpace(c)) {
      ++at_;
      return true;
    }
    if (c == '#') {
      SkipTo('\n');
      return true;
    }
    ++tokens_;
    const bool begins_line = std::exchange(line_begins_, false);
    if (IsWordByte(c))
      return Word(begins_line);
    if (c == '"' || c == '/') {
      Quoted(c);
      return true;
    }
    ++at_;
    if (c == '|' && begins_line)
      joints_ = 0;
    return Sign(c);
  }

  bool Word(bool begins_line) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && IsWordByte(text_[at_]))
      ++at_;
    const std::string_view word = text_.substr(begin, at_ - begin);
    if (IsJoint(word))
      return Joint(begin);
    if (begins_line && BeginsClause(word))
      joints_ = 0;
    return true;
  }

  bool Sign(char c) {
    if (c == '(' || c == '[') {
      if (++depth_ > kMostNesting)
        return Refuse(at_ - 1, "parentheses and brackets nest at most 64 deep");
    } else if ((c == ')' || c == ']') && depth_ > 0) {
      --depth_;
    }
    return c == '&' || c == '+' || c == '*' ? Joint(at_ - 1) : true;
  }

  bool Joint(std::size_t at) {
    if (++joints_ < kMostJoints)
      return true;
    return Refuse(at, "a condition or expression has at most 5,000 terms");
  }

  void SkipTo(char end) { at_ = std::min(text_.find(end, at_), text_.size()); }

  // A text or a pattern, to its end or the line's.
  void Quoted(char quote) {
    const std::size_t begin = at_++;
    while (at_ < text_.size() && text_[at_] != quote && text_[at_] != '\n') {
      at_ += text_[at_] == '\\' && at_ + 1 < text_.size() && text_[at_ + 1] != '\n' ? 2 : 1;
    }
    const bool closed = at_ < text_.size() && text_[at_] == quote;
    if (closed)
      ++at_;
    // A slash that nothing closes is a sign.
    if (!closed && quote == '/')
      at_ = begin + 1;
  }

  bool Refuse(std::size_t at, std::string_view rule) {
    const auto begin = static_cast<std::uint32_t>(at);
    Diagnostic& report = reporter_.Report(DiagnosticKind::kLimit,
                                          {reporter_.file(), begin, begin + 1}, std::string(rule));
    report.primary.text = "here it is more";
    report.notes.push_back("Nothing of the file was read.");
    return false;
  }

  std::string_view text_;
  Reporter& reporter_;
  std::size_t at_ = 0;
  std::size_t tokens_ = 0;
  std::size_t depth_ = 0;
  std::size_t joints_ = 0;
  bool line_begins_ = true;
};

void ReportBrokenUtf8(std::string_view text, std::size_t at, Reporter& reporter) {
  const auto begin = static_cast<std::uint32_t>(at);
  Diagnostic& report = reporter.Report(
      DiagnosticKind::kInvalidUtf8, {reporter.file(), begin, begin + 1},
      fmt::format("the file is not UTF-8: byte 0x{:02X} cannot stand here", Byte(text, at)));
  report.primary.text = "not a character";
  report.notes.push_back("Nothing of the file was read.");
  report.help = "save the file as UTF-8, an encoding that every editor offers";
}

}  // namespace

bool ScanText(std::string_view text, Reporter& reporter) {
  if (text.size() > kMostBytes) {
    Diagnostic& report = reporter.Report(
        DiagnosticKind::kLimit, {reporter.file(), 0, 0},
        fmt::format("the file has {} bytes, but a file holds at most 4 MiB", text.size()));
    report.notes.push_back("Nothing of the file was read.");
    report.help = "divide it into libraries, or put long lists into a lookup's CSV file";
    return false;
  }
  if (const std::optional<std::size_t> broken = FindBrokenUtf8(text)) {
    ReportBrokenUtf8(text, *broken, reporter);
    return false;
  }
  return LimitScan(text, reporter).Run();
}

}  // namespace lq::parse
