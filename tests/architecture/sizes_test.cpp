#include <gtest/gtest.h>

#include "tests/architecture/function_lengths.h"
#include "tests/architecture/offenders.h"
#include "tests/architecture/source_tree.h"

namespace lq::test {
namespace {

constexpr std::size_t kMostFileLines = 600;
constexpr std::size_t kMostFunctionLines = 80;
constexpr std::size_t kMostSwitchLines = 120;
constexpr std::size_t kMostColumns = 100;
// A row of a table, of the kinds of diagnostics or of the grammar, stands on one line; so does a
// lead in a test.
constexpr std::size_t kMostRowColumns = 110;

std::size_t Columns(const std::string& line) {
  std::size_t columns = 0;
  for (const char byte : line) {
    columns += (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U ? 0 : 1;
  }
  return columns;
}

std::string Place(const TreeFile& file, std::size_t line) {
  return file.path + ":" + std::to_string(line);
}

TEST(Sizes, FilesStayShort) {
  std::vector<std::string> offenders;
  for (const TreeFile& file : AllFiles()) {
    const bool counts = HasExtension(file, {".h", ".c", ".cpp", ".g4", ".cmake", "CMakeLists.txt"});
    if (counts && file.lines.size() > kMostFileLines) {
      offenders.push_back(file.path + " has " + std::to_string(file.lines.size()) + " lines");
    }
  }
  ExpectNone(offenders, "a file has at most 600 lines: split it by construct or by task");
}

TEST(Sizes, FunctionsStayShort) {
  std::vector<std::string> offenders;
  for (const TreeFile* file : CppFiles()) {
    for (const FunctionLength& function : FunctionLengths(*file)) {
      if (function.lines > (function.is_switch ? kMostSwitchLines : kMostFunctionLines)) {
        offenders.push_back(Place(*file, function.first_line) + " " + function.head + " has " +
                            std::to_string(function.lines) + " lines");
      }
    }
  }
  ExpectNone(
      offenders,
      "a function has at most 80 lines (120 for a switch with a line a case): name its parts");
}

TEST(Sizes, LinesStayNarrow) {
  std::vector<std::string> offenders;
  for (const TreeFile& file : AllFiles()) {
    const bool counts =
        HasExtension(file, {".h", ".c", ".cpp", ".def", ".g4", ".cmake", "CMakeLists.txt"});
    const std::size_t most =
        HasExtension(file, {".h", ".c", ".cpp"}) && !file.path.starts_with("tests/")
            ? kMostColumns
            : kMostRowColumns;
    for (std::size_t i = 0; i < file.lines.size() && counts; ++i) {
      if (Columns(file.lines[i]) > most) {
        offenders.push_back(Place(file, i + 1) + " has " + std::to_string(Columns(file.lines[i])) +
                            " columns");
      }
    }
  }
  ExpectNone(offenders, "a line of C++ has at most 100 columns, a row of a table or a test 110");
}

// The finder of functions finds them: this very file has one of more than twenty lines.
TEST(Sizes, FunctionsAreFound) {
  TreeFile file;
  file.lines = {"namespace a {",
                "int F(int x) {",
                "  if (x) {",
                "  }",
                "  return '{';",
                "}",
                "struct S {",
                "  S() : a_(1) {",
                "  }",
                "  int a_;",
                "};",
                "constexpr int kOne = F(1);",
                "}"};
  const std::vector<FunctionLength> functions = FunctionLengths(file);
  ASSERT_EQ(functions.size(), 2U);
  EXPECT_EQ(functions[0].head, "int F(int x) {");
  EXPECT_EQ(functions[0].lines, 5U);
  EXPECT_EQ(functions[1].lines, 2U);
}

}  // namespace
}  // namespace lq::test
