#include "runtime/csv/csv_reader.h"

#include <random>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace lq {
namespace {

// Hands out at most `step` bytes at a time.
class Drip final : public CsvInput {
 public:
  Drip(std::string_view text, std::size_t step) : text_(text), step_(step) {}
  std::size_t Read(char* to, std::size_t room) override {
    return text_.Read(to, std::min(room, step_));
  }

 private:
  CsvText text_;
  std::size_t step_;
};

std::string_view NameOf(CsvProblem problem) {
  switch (problem) {
    case CsvProblem::kNone:
      return "";
    case CsvProblem::kRagged:
      return "ragged";
    case CsvProblem::kTooLarge:
      return "too large";
    case CsvProblem::kInvalidUtf8:
      return "utf8";
    case CsvProblem::kTextAfterQuote:
      return "text after quote";
    case CsvProblem::kUnclosedQuote:
      return "unclosed";
    case CsvProblem::kUtf16:
      return "utf16";
  }
  return "?";
}

// "1: a|b" a row; "3: ! ragged 3" for a row with a problem.
std::vector<std::string> ReadAll(CsvInput& input, CsvOptions options = {}) {
  CsvReader reader(input, options);
  std::vector<std::string> rows;
  CsvRow row;
  while (reader.Next(row)) {
    std::string text = std::to_string(row.line) + ": ";
    if (row.problem != CsvProblem::kNone) {
      text += "! " + std::string(NameOf(row.problem)) + " " + std::to_string(row.width);
    } else {
      for (std::size_t i = 0; i < row.cells.size(); ++i) {
        if (i > 0)
          text += '|';
        text += row.cells[i];
      }
    }
    rows.push_back(std::move(text));
  }
  return rows;
}

std::vector<std::string> ReadAll(std::string_view text, CsvOptions options = {}) {
  CsvText input(text);
  return ReadAll(input, options);
}

struct Case {
  std::string_view name;
  std::string_view text;
  std::vector<std::string> rows;
};

std::string_view Text(std::string_view text) { return text; }

const std::vector<Case>& Cases() {
  static const std::vector<Case> cases = {
      {"empty", "", {}},
      {"only a line end", "\n", {}},
      {"plain", "a,b\n1,2\n3,4\n", {"1: a|b", "2: 1|2", "3: 3|4"}},
      {"no line end at the end", "a,b\n1,2", {"1: a|b", "2: 1|2"}},
      {"empty last cell", "a,b\n1,", {"1: a|b", "2: 1|"}},
      {"empty cells", "a,b,c\n,,\n", {"1: a|b|c", "2: ||"}},
      {"crlf", "a,b\r\n1,2\r\n", {"1: a|b", "2: 1|2"}},
      {"cr", "a,b\r1,2\r3,4", {"1: a|b", "2: 1|2", "3: 3|4"}},
      {"mixed line ends", "a,b\r1,2\n3,4\r\n5,6", {"1: a|b", "2: 1|2", "3: 3|4", "4: 5|6"}},
      {"blank lines", "\n\na,b\n\n1,2\n  \n3,4\n\n", {"3: a|b", "5: 1|2", "7: 3|4"}},
      {"blank crlf lines", "a,b\r\n\r\n1,2\r\n", {"1: a|b", "3: 1|2"}},
      {"byte order mark",
       "\xEF\xBB\xBF"
       "a,b\n1,2\n",
       {"1: a|b", "2: 1|2"}},
      {"quoted", "\"a\",\"b\"\n\"1,5\",\"\"\n", {"1: a|b", "2: 1,5|"}},
      {"doubled quotes", "a,b\n\"say \"\"hi\"\"\",\"\"\"\"\n", {"1: a|b", "2: say \"hi\"|\""}},
      {"line ends in cells",
       "a,b\n\"x\ny\",2\n\"p\r\nq\",3\n5,6\n",
       {"1: a|b", "2: x\ny|2", "4: p\r\nq|3", "6: 5|6"}},
      {"quoted at the end", "a,b\n1,\"2\"", {"1: a|b", "2: 1|2"}},
      {"quoted empty row of one column", "a\n\"\"\n", {"1: a", "2: "}},
      {"blanks around quotes", "a,b\n \"1,2\" ,\t\"3\"\t\n", {"1: a|b", "2: 1,2|3"}},
      {"white space is kept", "a,b\n  1 , 2\n", {"1: a|b", "2:   1 | 2"}},
      {"a quote inside", "a,b\n5\" pipe,6\n", {"1: a|b", "2: 5\" pipe|6"}},
      {"foreign letters",
       "a,b\nJos\xC3\xA9,\xE4\xBA\xAC\n",
       {"1: a|b", "2: Jos\xC3\xA9|\xE4\xBA\xAC"}},
      {"too few cells", "a,b\n1\n3,4\n", {"1: a|b", "2: ! ragged 1", "3: 3|4"}},
      {"too many cells", "a,b\n1,2,3\n3,4\n", {"1: a|b", "2: ! ragged 3", "3: 3|4"}},
      {"text after a quote",
       "a,b\n\"1\"x,2\n3,4\n",
       {"1: a|b", "2: ! text after quote 2", "3: 3|4"}},
      {"two quoted texts",
       "a,b\n\"1\" \"2\",2\n3,4\n",
       {"1: a|b", "2: ! text after quote 2", "3: 3|4"}},
      {"text after a quote at the end", "a,b\n1,\"2\"x", {"1: a|b", "2: ! text after quote 2"}},
      {"unclosed quote", "a,b\n1,\"2\n3,4\n", {"1: a|b", "2: ! unclosed 2"}},
      {"unclosed doubled quote", "a,b\n1,\"2\"\"\n3,4\n", {"1: a|b", "2: ! unclosed 2"}},
      {"invalid utf-8", "a,b\n1,\xFF\n3,4\n", {"1: a|b", "2: ! utf8 2", "3: 3|4"}},
      {"utf-8 cut by a separator", "a,b\n\xC3,\xA9\n3,4\n", {"1: a|b", "2: ! utf8 2", "3: 3|4"}},
      {"a zero byte", Text({"a,b\n1,\0\n", 8}), {"1: a|b", std::string("2: 1|\0", 6)}},
  };
  return cases;
}

TEST(CsvReader, ReadsRows) {
  for (const Case& c : Cases())
    EXPECT_EQ(ReadAll(c.text), c.rows) << c.name;
}

TEST(CsvReader, ReadsTheSameHoweverTheBytesArrive) {
  for (const Case& c : Cases()) {
    for (std::size_t step = 1; step <= c.text.size(); ++step) {
      Drip drip(c.text, step);
      EXPECT_EQ(ReadAll(drip), c.rows) << c.name << ", " << step << " bytes at a time";
    }
  }
}

// Moves every case over all positions of a 64-byte block and over the end of the buffer.
TEST(CsvReader, ReadsTheSameAtEveryOffset) {
  for (const Case& c : Cases()) {
    if (c.text.starts_with("\xEF"))
      continue;
    for (const std::size_t around : {std::size_t{0}, std::size_t{32 * 1024 - 80}}) {
      for (std::size_t shift = around; shift < around + 140; shift += around == 0 ? 1 : 7) {
        const std::string text = std::string(shift, ' ') + "\n" + std::string(c.text);
        std::vector<std::string> expected;
        for (const std::string& row : c.rows) {
          const std::size_t colon = row.find(':');
          expected.push_back(std::to_string(std::stoi(row) + 1) + row.substr(colon));
        }
        EXPECT_EQ(ReadAll(text, {.separator = ',', .quote = '"'}), expected)
            << c.name << " at " << shift;
      }
    }
  }
}

// Every text of a small alphabet of bytes that matter, drawn at random.
TEST(CsvReader, ReadsRandomBytesTheSameHoweverTheyArrive) {
  constexpr std::string_view kBytes = "ab,,\"\"\n\r\t \xC3\xA9\xFF";
  std::mt19937 random(20260801);
  for (int round = 0; round < 2'000; ++round) {
    std::string text;
    const std::size_t size = random() % 40;
    for (std::size_t i = 0; i < size; ++i)
      text += kBytes[random() % kBytes.size()];
    const CsvOptions options{.separator = ',', .quote = '"', .max_row = 4 + random() % 30};
    const std::vector<std::string> whole = ReadAll(text, options);
    Drip drip(text, 1 + random() % 5);
    ASSERT_EQ(ReadAll(drip, options), whole) << testing::PrintToString(text);
  }
}

struct Dialect {
  std::string_view text;
  char separator;
  char quote;
};

TEST(CsvReader, FindsOutSeparatorAndQuote) {
  const Dialect cases[] = {
      {"a,b\n1,2\n", ',', '"'},
      {"a;b\n1,5;2,5\n", ';', '"'},
      {"a\tb\n1,2\t3\n", '\t', '"'},
      {"a|b\n1|2\n", '|', '"'},
      {"name\nAnn\n", ',', '"'},
      {"", ',', '"'},
      {"a;b;c\n\"x,y\";2;3\n", ';', '"'},
      {"last, first;mail\nLee, Ann;a@b.c\nPoe, Bob;b@b.c\nCher;c@b.c\n", ';', '"'},
      {"'a','b'\n'1,2','3'\n", ',', '\''},
      {"'a';'b'\n'it''s';'3'\n", ';', '\''},
      {"'tis,b\n1,2\n", ',', '"'},
  };
  for (const Dialect& c : cases) {
    CsvText input(c.text);
    CsvReader reader(input);
    CsvRow row;
    while (reader.Next(row))
      EXPECT_EQ(row.problem, CsvProblem::kNone) << c.text;
    EXPECT_EQ(reader.separator(), c.separator) << c.text;
    EXPECT_EQ(reader.quote(), c.quote) << c.text;
  }
}

TEST(CsvReader, TakesTheSeparatorItIsGiven) {
  const std::vector<std::string> rows = {"1: a|b,c", "2: 1|2,3"};
  EXPECT_EQ(ReadAll("a;b,c\n1;2,3\n", {.separator = ';'}), rows);
}

// Rows of every size around the limit, however the bytes arrive.
TEST(CsvReader, RefusesRowsThatAreTooLarge) {
  const std::string_view tails[] = {"", "x\"y", "\"", "\"\"", "\"\n", " \"q\" "};
  for (const std::string_view tail : tails) {
    for (const std::string_view lead : {"1,", "1,\"", "1,  "}) {
      const std::string large = std::string(lead) + std::string(100, 'x') + std::string(tail);
      const std::string text = "a,b\n" + large + "\n3,4\n";
      const CsvOptions options{.separator = ',', .quote = '"', .max_row = 50};
      const std::vector<std::string> whole = ReadAll(text, options);
      ASSERT_GE(whole.size(), 2u);
      EXPECT_TRUE(whole[1].starts_with("2: ! too large")) << whole[1];
      for (std::size_t step = 1; step < text.size(); ++step) {
        Drip drip(text, step);
        EXPECT_EQ(ReadAll(drip, options), whole) << lead << tail << ", " << step;
      }
    }
  }
}

TEST(CsvReader, SkipsALargeRowInBoundedMemory) {
  std::string text = "a,b\n1,\"";
  for (int i = 0; i < 3'000'000; ++i)
    text += i % 50 == 0 ? '\n' : 'x';
  text += "\"\n3,4\n";
  EXPECT_EQ(ReadAll(text), (std::vector<std::string>{"1: a|b", "2: ! too large 2", "60003: 3|4"}));
}

TEST(CsvReader, SaysThatAFileIsUtf16) {
  EXPECT_EQ(ReadAll(Text({"\xFF\xFE"
                          "a\0,\0b\0\n\0",
                          10})),
            std::vector<std::string>{"1: ! utf16 0"});
}

TEST(CsvReader, GivesPlacesInTheInput) {
  CsvText input(
      "\xEF\xBB\xBF"
      "a,b\r\n\r\n\"1\n\",2\r\n3,4");
  CsvReader reader(input);
  CsvRow row;
  std::vector<std::uint64_t> places;
  while (reader.Next(row))
    places.insert(places.end(), {row.offset, row.line, row.last_line});
  EXPECT_EQ(places, (std::vector<std::uint64_t>{3, 1, 1, 10, 3, 4, 18, 5, 5}));
}

TEST(CsvReader, DescribesProblems) {
  CsvRow row;
  row.problem = CsvProblem::kRagged;
  row.width = 1;
  EXPECT_EQ(DescribeCsvProblem(row, 4),
            "the row has 1 cell, but the first row of the file has 4; a cell that holds the "
            "separator stands in quotes");
}

}  // namespace
}  // namespace lq
