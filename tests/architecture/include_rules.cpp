#include "tests/architecture/include_rules.h"

#include <algorithm>
#include <sstream>

#include "tests/support/sections.h"

namespace lq::test {
namespace {

std::vector<std::string> Words(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> words;
  for (std::string word; stream >> word;) {
    words.push_back(word);
  }
  return words;
}

}  // namespace

IncludeRules IncludeRules::Read() {
  IncludeRules rules;
  std::istringstream stream(ReadWhole(LQ_SOURCE_DIR "/tests/architecture/include_rules.txt"));
  for (std::string line; std::getline(stream, line);) {
    const std::size_t colon = line.find(':');
    if (line.starts_with('#') || colon == std::string::npos) {
      continue;
    }
    const std::string key = line.substr(0, colon);
    const std::vector<std::string> words = Words(line.substr(colon + 1));
    if (key == "outside") {
      rules.outside_ = words;
    } else if (key == "outside allowed") {
      rules.outside_allowed_ = {words.begin(), words.end()};
    } else if (key.starts_with("library ")) {
      rules.libraries_[key.substr(8)] = words;
    } else {
      rules.may_include_[key] = {words.begin(), words.end()};
    }
  }
  return rules;
}

std::string IncludeRules::RoomOf(std::string_view path) const {
  std::string best;
  for (const auto& [room, allowed] : may_include_) {
    if (path.starts_with(room + "/") && room.size() > best.size()) {
      best = room;
    }
  }
  return best;
}

std::string IncludeRules::LibraryOf(std::string_view header) const {
  for (const auto& [library, beginnings] : libraries_) {
    if (std::any_of(beginnings.begin(), beginnings.end(),
                    [&](const std::string& beginning) { return header.starts_with(beginning); })) {
      return library;
    }
  }
  return "";
}

bool IncludeRules::IsOutside(std::string_view header) const {
  return std::any_of(outside_.begin(), outside_.end(), [&](const std::string& name) {
    return name.back() == '/' ? header.starts_with(name) : header == name;
  });
}

std::string IncludeRules::TargetOf(std::string_view header) const {
  const std::string room = RoomOf(header);
  return room.empty() ? LibraryOf(header) : room;
}

std::string IncludeRules::Problem(const std::string& room, std::string_view header) const {
  const std::set<std::string>& allowed = may_include_.at(room);
  const std::string target = RoomOf(header);
  if (!target.empty()) {
    return target == room || allowed.count(target) > 0 ? "" : room + " may not include " + target;
  }
  const std::string library = LibraryOf(header);
  if (!library.empty() && allowed.count(library) == 0) {
    return room + " may not include the library " + library;
  }
  if (IsOutside(header) && outside_allowed_.count(room) == 0) {
    return room + " may not reach outside: it opens no file and reads no clock";
  }
  return "";
}

}  // namespace lq::test
