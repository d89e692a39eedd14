#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace lq::test {

// include_rules.txt, read.
class IncludeRules {
 public:
  static IncludeRules Read();

  // The row that covers a file or a header's path: the longest room that begins it; empty when none
  // does.
  std::string RoomOf(std::string_view path) const;
  // What is wrong with `#include <header>` or `#include "header"` in a file of `room`; empty when
  // it may.
  std::string Problem(const std::string& room, std::string_view header) const;

  // The room or library that the header belongs to; empty for the standard library's.
  std::string TargetOf(std::string_view header) const;
  const std::map<std::string, std::set<std::string>>& may_include() const { return may_include_; }

 private:
  std::string LibraryOf(std::string_view header) const;
  bool IsOutside(std::string_view header) const;

  // Room to what it may include: rooms, and libraries as "<fmt>".
  std::map<std::string, std::set<std::string>> may_include_;
  // "<fmt>" to the beginnings of its headers.
  std::map<std::string, std::vector<std::string>> libraries_;
  std::vector<std::string> outside_;
  std::set<std::string> outside_allowed_;
};

}  // namespace lq::test
