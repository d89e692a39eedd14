#include "tests/support/json/json_slice.h"

#include <nlohmann/json.hpp>
#include <stdexcept>

namespace lq::test {
namespace {

// Walks over one JSON text.
class Cursor {
 public:
  explicit Cursor(std::string_view text) : text_(text) { SkipSpace(); }

  char Peek() const { return at_ < text_.size() ? text_[at_] : '\0'; }

  // Whether the next character is `expected`; then it is passed.
  bool Take(char expected) {
    if (Peek() != expected) {
      return false;
    }
    ++at_;
    SkipSpace();
    return true;
  }

  void Expect(char expected) {
    if (!Take(expected)) {
      throw std::runtime_error("not the JSON this reads: " + std::string(text_.substr(at_, 40)));
    }
  }

  std::string_view TakeValue() {
    const std::size_t begin = at_;
    int depth = 0;
    while (at_ < text_.size() && (depth > 0 || !EndsValue(text_[at_]))) {
      if (text_[at_] == '"') {
        SkipString();
        continue;
      }
      depth += Depth(text_[at_]);
      ++at_;
    }
    std::string_view value = text_.substr(begin, at_ - begin);
    while (!value.empty() && IsSpace(value.back())) {
      value.remove_suffix(1);
    }
    return value;
  }

 private:
  static bool IsSpace(char c) { return c == ' ' || c == '\n' || c == '\r' || c == '\t'; }
  static bool EndsValue(char c) { return c == ',' || c == '}' || c == ']' || c == ':'; }
  static int Depth(char c) { return c == '{' || c == '[' ? 1 : c == '}' || c == ']' ? -1 : 0; }

  void SkipSpace() {
    while (at_ < text_.size() && IsSpace(text_[at_])) {
      ++at_;
    }
  }

  void SkipString() {
    for (++at_; at_ < text_.size() && text_[at_] != '"'; ++at_) {
      at_ += text_[at_] == '\\' ? 1 : 0;
    }
    ++at_;
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace

std::vector<std::pair<std::string, std::string_view>> JsonMembers(std::string_view object) {
  std::vector<std::pair<std::string, std::string_view>> members;
  Cursor cursor(object);
  cursor.Expect('{');
  while (!cursor.Take('}')) {
    std::string name = JsonString(cursor.TakeValue());
    cursor.Expect(':');
    members.emplace_back(std::move(name), cursor.TakeValue());
    if (!cursor.Take(',') && cursor.Peek() != '}') {
      cursor.Expect('}');
    }
  }
  return members;
}

std::vector<std::string_view> JsonItems(std::string_view array) {
  std::vector<std::string_view> items;
  Cursor cursor(array);
  cursor.Expect('[');
  while (!cursor.Take(']')) {
    items.push_back(cursor.TakeValue());
    if (!cursor.Take(',') && cursor.Peek() != ']') {
      cursor.Expect(']');
    }
  }
  return items;
}

std::string_view JsonMember(std::string_view object, std::string_view name) {
  for (const auto& [member, value] : JsonMembers(object)) {
    if (member == name) {
      return value;
    }
  }
  return {};
}

std::string JsonString(std::string_view text) {
  return nlohmann::json::parse(text).get<std::string>();
}

std::string CompactJson(std::string_view text) {
  std::string compact;
  bool in_string = false;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const char c = text[i];
    if (in_string && c == '\\') {
      compact += c;
      compact += text[++i];
      continue;
    }
    in_string = in_string != (c == '"');
    if (in_string || (c != ' ' && c != '\n' && c != '\r' && c != '\t')) {
      compact += c;
    }
  }
  return compact;
}

std::string ComparableDecision(std::string_view decision) {
  std::string out = "{";
  const auto add = [&](const std::string& name, std::string_view value) {
    const bool first = out.back() == '{';
    out += (first ? "\"" : ",\"") + name + "\":" + std::string(value);
  };
  for (const auto& [name, value] : JsonMembers(decision)) {
    if (name == "errors") {
      std::string errors;
      for (const std::string_view error : JsonItems(value)) {
        errors += (errors.empty() ? "{\"path\":" : ",{\"path\":") +
                  std::string(JsonMember(error, "path")) +
                  ",\"code\":" + std::string(JsonMember(error, "code")) + "}";
      }
      add(name, "[" + errors + "]");
    } else if (name != "hash") {
      add(name, value);
    }
  }
  return out + "}";
}

}  // namespace lq::test
