#pragma once

#include "tests/differential/generator/draft.h"

namespace lq::test {

// A value table, unique or first, that later statements may read.
void DraftTable(Draft& draft, const std::string& name);

// A rules table; `overridden` are names that a rule may override.
void DraftRulesTable(Draft& draft, const std::string& name);

// A lookup with its CSV file.
void DraftLookup(Draft& draft, const std::string& name);

}  // namespace lq::test
