#pragma once

#include <vector>

#include "compiler/check/table_tests.h"

namespace lq::check {

// Days of decision that show every order in which a table's constants can stand to each other: one
// day when none depends on the day; else the days on which a period of a parameter begins or a date
// counted from `today` meets a fixed one, with their neighbours. At most `limit`, the earliest.
std::vector<std::int64_t> SampleDays(const ir::Program& program, const TableTests& tests,
                                     std::size_t limit);

// Some constant of the table depends on the day of decision.
bool IsDated(const ir::Program& program, const TableTests& tests);

}  // namespace lq::check
