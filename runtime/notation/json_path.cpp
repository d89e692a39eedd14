#include "runtime/notation/json_path.h"

#include <algorithm>

#include <fmt/format.h>

namespace lq {

namespace {

using Kind = JsonPathStep::Kind;

constexpr std::string_view kMarks = ".[]='";
constexpr std::size_t kMostSteps = 64;
// Indices over this are slips.
constexpr std::size_t kMostDigits = 6;

bool IsIndex(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

class PathReader {
 public:
  PathReader(std::string_view text, std::string& problem) : rest_(text), problem_(problem) {}

  std::optional<JsonPath> Read() {
    if (rest_.empty())
      return Fail("is empty");
    if (rest_.front() != '[' && !ReadMember())
      return std::nullopt;
    while (!rest_.empty()) {
      if (path_.size() == kMostSteps)
        return Fail(fmt::format("has more than {} steps", kMostSteps));
      const bool well = Take('.') ? ReadMember() : ReadBrackets();
      if (!well)
        return std::nullopt;
    }
    return std::move(path_);
  }

 private:
  bool Take(char c) {
    if (rest_.empty() || rest_.front() != c)
      return false;
    rest_.remove_prefix(1);
    return true;
  }

  std::nullopt_t Fail(std::string problem) {
    problem_ = std::move(problem);
    return std::nullopt;
  }

  bool Refuse(std::string problem) {
    problem_ = std::move(problem);
    return false;
  }

  bool ReadQuoted(std::string& name) {
    while (!rest_.empty()) {
      const char c = rest_.front();
      rest_.remove_prefix(1);
      if (c != '\'') {
        name += c;
      } else if (Take('\'')) {
        name += '\'';
      } else {
        return true;
      }
    }
    return Refuse("has a quote `'` that is not closed");
  }

  // Up to the next mark; quoted texts may be empty, others not.
  bool ReadName(std::string& name, std::string_view what) {
    if (Take('\''))
      return ReadQuoted(name);
    const std::size_t end = std::min(rest_.find_first_of(kMarks), rest_.size());
    name = rest_.substr(0, end);
    rest_.remove_prefix(end);
    return !name.empty() || Refuse(fmt::format("lacks {}", what));
  }

  bool ReadMember() {
    JsonPathStep step;
    if (!ReadName(step.name, "a name beside `.`"))
      return false;
    path_.push_back(std::move(step));
    return true;
  }

  // `[0]`, `[]`, `[name=email]`
  bool ReadBrackets() {
    if (!Take('['))
      return Refuse(fmt::format("has `{}` where `.` or `[` should stand", rest_.front()));
    JsonPathStep step;
    const bool well = rest_.starts_with(']') ? ReadEach(step) : ReadChoice(step);
    if (!well)
      return false;
    if (!Take(']'))
      return Refuse(rest_.empty() ? "ends within brackets"
                                  : fmt::format("has `{}` where `]` should stand", rest_.front()));
    path_.push_back(std::move(step));
    return true;
  }

  static bool ReadEach(JsonPathStep& step) {
    step.kind = Kind::kEach;
    return true;
  }

  bool ReadChoice(JsonPathStep& step) {
    do {
      if (!ReadName(step.inner.emplace_back(), "a name or a number in brackets"))
        return false;
    } while (Take('.'));
    if (Take('=')) {
      step.kind = Kind::kWhere;
      return ReadName(step.value, "a value behind `=`");
    }
    if (step.inner.size() > 1 || !IsIndex(step.inner[0]))
      return Refuse("has brackets that hold neither a number nor `name=value`");
    if (step.inner[0].size() > kMostDigits)
      return Refuse(fmt::format("counts further than {} digits", kMostDigits));
    step.kind = Kind::kIndex;
    for (const char digit : step.inner[0])
      step.index = step.index * 10 + static_cast<std::size_t>(digit - '0');
    step.inner.clear();
    return true;
  }

  std::string_view rest_;
  std::string& problem_;
  JsonPath path_;
};

}  // namespace

std::optional<JsonPath> ParseJsonPath(std::string_view text, std::string& problem) {
  return PathReader(text, problem).Read();
}

bool HasEach(const JsonPath& path) {
  return std::any_of(path.begin(), path.end(),
                     [](const JsonPathStep& step) { return step.kind == Kind::kEach; });
}

void AppendPathName(std::string_view name, std::string& path) {
  if (!name.empty() && name.find_first_of(kMarks) == std::string_view::npos) {
    path += name;
    return;
  }
  path += '\'';
  for (const char c : name)
    path.append(c == '\'' ? 2 : 1, c);
  path += '\'';
}

void AppendPathMember(std::string_view name, std::string& path) {
  if (!path.empty())
    path += '.';
  AppendPathName(name, path);
}

}  // namespace lq
