#include "compiler/check/lookup_cell.h"

#include <gtest/gtest.h>

#include "runtime/value/date.h"
#include "runtime/value/iso.h"

namespace lq::check {
namespace {

const Enum kTeam{"team", {{"north", {"North team"}}, {"south", {}}}, true};

Type MakeType(TypeKind kind) {
  Type type;
  type.kind = kind;
  if (kind == TypeKind::kEnum)
    type.enumeration = &kTeam;
  if (kind == TypeKind::kDecimal)
    type.places = 2;
  if (kind == TypeKind::kPercent)
    type.places = 2;
  if (kind == TypeKind::kMoney) {
    type.places = 2;
    type.currency = *FindCurrency("EUR");
  }
  type.max_length = 5;
  type.low = kind == TypeKind::kDate ? kFirstDay : -100;
  type.high = kind == TypeKind::kDate ? kLastDay : 1'000'000;
  return type;
}

struct Case {
  TypeKind kind;
  const char* cell;
  std::int64_t number;
};

TEST(LookupCell, Numbers) {
  Arena arena;
  for (const Case& each :
       {Case{TypeKind::kInteger, " 12 ", 12}, Case{TypeKind::kInteger, "12.0", 12},
        Case{TypeKind::kDecimal, "1.5", 150}, Case{TypeKind::kMoney, "12.5", 1250},
        Case{TypeKind::kMoney, "12.50 EUR", 1250}, Case{TypeKind::kPercent, "80%", 8000},
        Case{TypeKind::kPercent, "80", 8000}, Case{TypeKind::kYesNo, "yes", 1},
        Case{TypeKind::kYesNo, "false", 0}, Case{TypeKind::kEnum, "south", 1},
        Case{TypeKind::kEnum, "NORTH team", 0}, Case{TypeKind::kDate, "1970-01-02", 1},
        Case{TypeKind::kCountry, "DE", static_cast<std::int64_t>(*FindCountry("DE"))},
        Case{TypeKind::kLanguage, "EN", static_cast<std::int64_t>(*FindLanguage("en"))}}) {
    const Type type = MakeType(each.kind);
    Value value;
    std::string problem;
    EXPECT_TRUE(LookupCellReader(type).Read(each.cell, arena, value, problem)) << each.cell;
    EXPECT_EQ(value.number(), each.number) << each.cell;
  }
}

TEST(LookupCell, NoValues) {
  Arena arena;
  for (const Case& each : {Case{TypeKind::kInteger, "", 0}, Case{TypeKind::kInteger, "1.5", 0},
                           Case{TypeKind::kInteger, "-101", 0}, Case{TypeKind::kInteger, "x", 0},
                           Case{TypeKind::kMoney, "12 USD", 0}, Case{TypeKind::kYesNo, "maybe", 0},
                           Case{TypeKind::kEnum, "west", 0}, Case{TypeKind::kDate, "2026-02-30", 0},
                           Case{TypeKind::kCountry, "de", 0}, Case{TypeKind::kCountry, "XX", 0},
                           Case{TypeKind::kText, "too long", 0}, Case{TypeKind::kEmail, "a", 0}}) {
    const Type type = MakeType(each.kind);
    Value value;
    std::string problem;
    EXPECT_FALSE(LookupCellReader(type).Read(each.cell, arena, value, problem)) << each.cell;
    EXPECT_FALSE(problem.empty()) << each.cell;
  }
}

TEST(LookupCell, WhiteSpaceCountsInTexts) {
  Arena arena;
  const Type type = MakeType(TypeKind::kText);
  Value value;
  std::string problem;
  ASSERT_TRUE(LookupCellReader(type).Read(" a ", arena, value, problem));
  EXPECT_EQ(value.text(), " a ");
}

}  // namespace
}  // namespace lq::check
