#include "tests/architecture/include_rules.h"

#include <gtest/gtest.h>

#include "tests/architecture/offenders.h"
#include "tests/architecture/source_tree.h"

namespace lq::test {
namespace {

bool InHouse(const TreeFile& file) {
  return file.path.starts_with("compiler/") || file.path.starts_with("runtime/") ||
         file.path.starts_with("stdlib/") || file.path.starts_with("tools/");
}

// "runtime/value/value.h" of `#include "runtime/value/value.h"`; empty for any other line.
std::string HeaderOf(const std::string& line) {
  if (!line.starts_with("#include ") || line.size() < 12) {
    return "";
  }
  const std::size_t end = line.find_first_of("\">", 10);
  return line.substr(10, end - 10);
}

TEST(IncludeRules, EveryRoomHasARow) {
  const IncludeRules rules = IncludeRules::Read();
  std::vector<std::string> offenders;
  for (const TreeFile* file : CppFiles()) {
    if (InHouse(*file) && rules.RoomOf(file->path).empty()) {
      offenders.push_back(file->path);
    }
  }
  ExpectNone(offenders, "give their room a row in tests/architecture/include_rules.txt");
}

TEST(IncludeRules, NoFileIncludesWhatItsRoomMayNot) {
  const IncludeRules rules = IncludeRules::Read();
  std::vector<std::string> offenders;
  for (const TreeFile* file : CppFiles()) {
    const std::string room = rules.RoomOf(file->path);
    for (std::size_t i = 0; i < file->lines.size() && InHouse(*file) && !room.empty(); ++i) {
      const std::string header = HeaderOf(file->lines[i]);
      const std::string problem = header.empty() ? "" : rules.Problem(room, header);
      if (!problem.empty()) {
        offenders.push_back(file->path + ":" + std::to_string(i + 1) + " " + problem);
      }
    }
  }
  ExpectNone(offenders,
             "move the code to the room it belongs to; tests/architecture/include_rules.txt tells "
             "who may include whom");
}

TEST(IncludeRules, NoPermissionIsUnused) {
  const IncludeRules rules = IncludeRules::Read();
  std::map<std::string, std::set<std::string>> unused = rules.may_include();
  for (const TreeFile* file : CppFiles()) {
    if (InHouse(*file)) {
      for (const std::string& line : file->lines) {
        unused[rules.RoomOf(file->path)].erase(rules.TargetOf(HeaderOf(line)));
      }
    }
  }
  std::vector<std::string> offenders;
  for (const auto& [room, targets] : unused) {
    for (const std::string& target : targets) {
      // These two every room may include.
      if (target != "<fmt>" && target != "compiler/base") {
        offenders.push_back(room + " includes nothing of " + target);
      }
    }
  }
  ExpectNone(offenders, "take the permission out of tests/architecture/include_rules.txt");
}

// The table itself refuses what the architecture forbids.
TEST(IncludeRules, RefuseWhatTheArchitectureForbids) {
  const IncludeRules rules = IncludeRules::Read();
  EXPECT_NE(rules.Problem("runtime/engine", "compiler/ir/program.h"), "");
  EXPECT_NE(rules.Problem("compiler/eval", "runtime/plan/plan.h"), "");
  EXPECT_NE(rules.Problem("compiler/check", "antlr4-runtime.h"), "");
  EXPECT_NE(rules.Problem("runtime/intake", "nlohmann/json.hpp"), "");
  EXPECT_NE(rules.Problem("compiler/parse", "fstream"), "");
  EXPECT_EQ(rules.Problem("compiler/parse", "antlr4-runtime.h"), "");
  EXPECT_EQ(rules.Problem("runtime/engine", "runtime/plan/plan.h"), "");
}

}  // namespace
}  // namespace lq::test
