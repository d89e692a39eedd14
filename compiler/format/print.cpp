#include "compiler/format/print.h"

#include <algorithm>

#include "compiler/format/lines.h"

namespace lq::format {
namespace {

class Printer {
 public:
  explicit Printer(const Sheet& sheet) : sheet_(sheet), lines_(sheet) {}

  std::string Run() {
    out_.reserve(sheet_.text().size() + sheet_.text().size() / 8);
    for (std::size_t i = 0; i < sheet_.size(); ++i) {
      if (lines_.begins(i)) {
        BeginLine(i);
      } else {
        out_.append(lines_.spaces(i), ' ');
      }
      Token(sheet_.Word(i));
    }
    Comments(sheet_.size(), kEnd);
    out_ += '\n';
    return std::move(out_);
  }

 private:
  static constexpr Before kEnd{.keeps_blank = true};

  // White space inside a percentage is no part of it.
  void Token(std::string_view word) {
    if (!word.ends_with('%')) {
      out_ += word;
      return;
    }
    std::copy_if(word.begin(), word.end(), std::back_inserter(out_),
                 [](char c) { return c != ' ' && c != '\t'; });
  }

  void BeginLine(std::size_t token) {
    const Before& before = sheet_.before(token);
    const std::uint32_t at = Comments(token, before);
    NewLine(before, LinesBetween(at, sheet_.side().tokens[token].begin));
    out_.append(before.indent, ' ');
    indent_ = before.indent;
  }

  // Line ends of the text.
  std::size_t LinesBetween(std::uint32_t begin, std::uint32_t end) const {
    const std::string_view gap = sheet_.text().substr(begin, end - begin);
    return static_cast<std::size_t>(std::count(gap.begin(), gap.end(), '\n'));
  }

  // Those in front of a token; where in the text they end.
  std::uint32_t Comments(std::size_t token, const Before& before) {
    const std::vector<syntax::Comment>& comments = sheet_.side().comments;
    std::uint32_t at = token == 0 ? 0 : sheet_.side().tokens[token - 1].end;
    wants_blank_ = before.wants_blank && !HasBlank(token, at);
    bool inside = before.indent == 0 && indent_ > 0;
    for (; next_comment_ < comments.size() && comments[next_comment_].before == token;
         ++next_comment_) {
      const Span span = comments[next_comment_].span;
      const std::size_t lines = LinesBetween(at, span.begin);
      at = span.end;
      const std::string_view text = sheet_.text().substr(span.begin, span.end - span.begin);
      if (lines == 0 && !out_.empty()) {
        out_ += "  ";
      } else {
        inside = inside && lines == 1 && IsIndented(span.begin);
        OwnLine(before, lines, inside);
      }
      out_ += text;
    }
    return at;
  }

  // A comment in a line of its own. `inside`: the statement before it goes on with it.
  void OwnLine(const Before& before, std::size_t lines, bool inside) {
    if (inside) {
      out_ += "\n  ";
      return;
    }
    NewLine(before, lines);
    out_.append(before.indent, ' ');
  }

  void NewLine(const Before& before, std::size_t lines) {
    if (out_.empty())
      return;
    const bool blank = wants_blank_ || (before.keeps_blank && lines > 1);
    wants_blank_ = false;
    out_ += blank ? "\n\n" : "\n";
  }

  // The text has a blank line somewhere between `at` and the token.
  bool HasBlank(std::size_t token, std::uint32_t at) const {
    const std::vector<syntax::Comment>& comments = sheet_.side().comments;
    for (std::size_t i = next_comment_; i < comments.size() && comments[i].before == token; ++i) {
      if (LinesBetween(at, comments[i].span.begin) > 1)
        return true;
      at = comments[i].span.end;
    }
    return token < sheet_.size() && LinesBetween(at, sheet_.side().tokens[token].begin) > 1;
  }

  bool IsIndented(std::uint32_t byte) const { return byte > 0 && sheet_.text()[byte - 1] != '\n'; }

  const Sheet& sheet_;
  Lines lines_;
  std::string out_;
  std::size_t next_comment_ = 0;
  // Of the line that was begun last.
  std::size_t indent_ = 0;
  bool wants_blank_ = false;
};

}  // namespace

std::string Print(const Sheet& sheet) { return Printer(sheet).Run(); }

}  // namespace lq::format
