#include "tests/architecture/function_lengths.h"

#include <algorithm>
#include <cctype>

namespace lq::test {
namespace {

std::string Trimmed(const std::string& line) {
  const std::size_t begin = line.find_first_not_of(" \t");
  return begin == std::string::npos ? ""
                                    : line.substr(begin, line.find_last_not_of(" \t") + 1 - begin);
}

// Blanks out comments, texts and characters, so that the braces left are braces of code.
class Scrubber {
 public:
  std::string Scrub(const std::string& line) {
    std::string out;
    for (std::size_t i = 0; i < line.size(); ++i) {
      if (InRaw(line, i) || InComment(line, i)) {
        continue;
      }
      if (line.compare(i, 2, "//") == 0) {
        break;
      }
      if (Opens(line, i)) {
        continue;
      }
      if (line[i] == '"' || (line[i] == '\'' && !IsDigitSeparator(line, i))) {
        i = EndOfQuote(line, i);
        out += "q";
        continue;
      }
      out += line[i];
    }
    return out;
  }

 private:
  // Within a raw text; steps over its end.
  bool InRaw(const std::string& line, std::size_t& i) {
    if (raw_end_.empty()) {
      return false;
    }
    if (line.compare(i, raw_end_.size(), raw_end_) == 0) {
      i += raw_end_.size() - 1;
      raw_end_.clear();
    }
    return true;
  }
  bool InComment(const std::string& line, std::size_t& i) {
    if (!comment_) {
      return false;
    }
    if (line.compare(i, 2, "*/") == 0) {
      ++i;
      comment_ = false;
    }
    return true;
  }
  // A raw text or a block comment begins here.
  bool Opens(const std::string& line, std::size_t& i) {
    if (line.compare(i, 2, "/*") == 0) {
      comment_ = true;
      ++i;
      return true;
    }
    const std::size_t paren =
        line.compare(i, 2, "R\"") == 0 ? line.find('(', i) : std::string::npos;
    if (paren == std::string::npos) {
      return false;
    }
    raw_end_ = ")" + line.substr(i + 2, paren - i - 2) + "\"";
    i = paren;
    return true;
  }
  static bool IsDigitSeparator(const std::string& line, std::size_t i) {
    return i > 0 && std::isalnum(static_cast<unsigned char>(line[i - 1])) != 0;
  }
  static std::size_t EndOfQuote(const std::string& line, std::size_t begin) {
    for (std::size_t i = begin + 1; i < line.size(); ++i) {
      if (line[i] == '\\') {
        ++i;
      } else if (line[i] == line[begin]) {
        return i;
      }
    }
    return line.size();
  }

  std::string raw_end_;
  bool comment_ = false;
};

bool IsFunctionHead(const std::string& head) {
  const std::string text = Trimmed(head);
  for (const char* word : {"namespace", "class ", "struct ", "union ", "enum ", "extern \"C\""}) {
    if (text.starts_with(word)) {
      return false;
    }
  }
  const std::size_t equals = text.find(" = ");
  return text.find('(') != std::string::npos &&
         (equals == std::string::npos || text.find('(') < equals);
}

// Follows the braces of a file and collects its functions.
class BraceWalker {
 public:
  explicit BraceWalker(const TreeFile& file) : file_(file) {}

  std::vector<FunctionLength> Walk() {
    Scrubber scrubber;
    for (line_ = 0; line_ < file_.lines.size(); ++line_) {
      const std::string code = scrubber.Scrub(file_.lines[line_]);
      if (!code.starts_with('#')) {
        for (const char byte : code) {
          Take(byte);
        }
        head_ += ' ';
      }
    }
    return functions_;
  }

 private:
  void Take(char byte) {
    if (byte == '{') {
      Open();
    } else if (byte == '}') {
      Close();
    } else if (byte == ';') {
      head_.clear();
    } else {
      if (Trimmed(head_).empty() && std::isspace(static_cast<unsigned char>(byte)) == 0) {
        head_line_ = line_;
      }
      head_ += byte;
    }
  }

  void Open() {
    if (function_depth_ == 0 && IsFunctionHead(head_)) {
      function_depth_ = depth_ + 1;
      function_line_ = head_line_;
    }
    ++depth_;
    head_.clear();
  }

  void Close() {
    if (depth_ == function_depth_ && function_depth_ != 0) {
      AddFunction();
      function_depth_ = 0;
    }
    depth_ -= depth_ > 0 ? 1 : 0;
    head_.clear();
  }

  void AddFunction() {
    FunctionLength function;
    function.head = Trimmed(file_.lines[function_line_]);
    function.first_line = function_line_ + 1;
    function.lines = line_ - function_line_ + 1;
    function.is_switch = IsSwitch();
    functions_.push_back(function);
  }

  bool IsSwitch() const {
    std::size_t others = 0;
    for (std::size_t i = function_line_ + 1; i < line_; ++i) {
      const std::string text = Trimmed(file_.lines[i]);
      const bool plain = text.empty() || text.starts_with("case ") || text.starts_with("return ") ||
                         text.starts_with("switch ") || text.starts_with("}") || text == "break;";
      others += plain ? 0 : 1;
    }
    return others == 0;
  }

  const TreeFile& file_;
  std::vector<FunctionLength> functions_;
  std::string head_;
  std::size_t line_ = 0;
  std::size_t head_line_ = 0;
  std::size_t depth_ = 0;
  // Depth inside the body of the function that is open; 0 without one.
  std::size_t function_depth_ = 0;
  std::size_t function_line_ = 0;
};

}  // namespace

std::vector<FunctionLength> FunctionLengths(const TreeFile& file) {
  return BraceWalker(file).Walk();
}

}  // namespace lq::test
