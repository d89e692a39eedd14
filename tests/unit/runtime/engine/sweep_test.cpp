#include "runtime/engine/sweep.h"

#include <random>
#include <set>

#include <gtest/gtest.h>

namespace lq::engine {
namespace {

// Random columns of random tests, beside the plain statement of what the rows mean.
struct Case {
  RowShape shape;
  std::size_t terms = 0;
  Code codes = 0;
  // By column and term: the codes that pass; a term without an entry has no test in the column.
  std::vector<std::vector<std::set<Code>>> passing;
  std::vector<std::vector<bool>> tested;
  std::vector<ColumnRows> rows;
  std::vector<std::uint64_t> valid;
};

void AddRandomColumn(Case& c, std::mt19937& random) {
  std::vector<std::set<Code>> passing(c.terms);
  std::vector<bool> tested(c.terms);
  std::vector<plan::TermId> terms;
  std::vector<ColumnRows::Run> runs;
  for (plan::TermId term = 0; term < c.terms; ++term) {
    tested[term] = random() % 2 == 0;
    if (!tested[term])
      continue;
    terms.push_back(term);
    for (Code code = 0; code < c.codes; ++code) {
      if (random() % 3 == 0)
        continue;
      passing[term].insert(code);
      runs.push_back({term, code, code});
    }
  }
  c.rows.emplace_back().Build(c.shape, terms, runs, c.codes);
  c.passing.push_back(std::move(passing));
  c.tested.push_back(std::move(tested));
}

Case MakeCase(std::size_t terms, std::mt19937& random) {
  Case c;
  c.shape = RowShape::For(terms);
  c.terms = terms;
  c.codes = 1 + random() % 6;
  c.valid.assign(std::size_t{c.shape.words} * c.shape.blocks, 0);
  for (std::size_t term = 0; term < terms; ++term)
    c.valid[term / 64] |= std::uint64_t{1} << (term % 64);
  for (unsigned columns = 1 + random() % 4; columns > 0; --columns)
    AddRandomColumn(c, random);
  return c;
}

bool Bit(const std::vector<std::uint64_t>& words, std::size_t term) {
  return (words[term / 64] >> (term % 64) & 1) != 0;
}

void CheckSets(const Case& c, const std::vector<std::set<Code>>& lead, const TermBits& bits) {
  for (std::size_t term = 0; term < c.terms; ++term) {
    bool holds = true;
    bool open = true;
    for (std::size_t column = 0; column < c.rows.size(); ++column) {
      if (!c.tested[column][term])
        continue;
      bool all = true;
      bool any = false;
      for (Code code : lead[column]) {
        const bool passes = c.passing[column][term].count(code) != 0;
        all &= passes;
        any |= passes;
      }
      holds &= all;
      open &= any;
    }
    ASSERT_EQ(Bit(bits.open, term), open) << "term " << term;
    ASSERT_EQ(Bit(bits.holds, term), holds && open) << "term " << term;
  }
}

TEST(Sweep, AgreesWithTheTestsOneByOne) {
  std::mt19937 random(11);
  for (const std::size_t terms : {1, 63, 64, 65, 512, 513, 1500}) {
    for (int round = 0; round < 20; ++round) {
      const Case c = MakeCase(terms, random);
      std::vector<std::set<Code>> lead(c.rows.size());
      std::vector<CombinedRows> combined(c.rows.size(), CombinedRows(c.shape));
      std::vector<ColumnState> columns;
      for (std::size_t column = 0; column < c.rows.size(); ++column) {
        for (Code code = 0; code < c.codes; ++code) {
          if (random() % 3 == 0)
            lead[column].insert(code);
        }
        if (lead[column].empty()) {
          // A missing value: every code is possible.
          for (Code code = 0; code < c.codes; ++code)
            lead[column].insert(code);
          columns.push_back(
              {c.rows[column].all_row(), c.rows[column].any_row(), c.rows[column].pool()});
          continue;
        }
        combined[column].Start();
        for (Code code : lead[column])
          combined[column].Add(c.rows[column], code);
        columns.push_back(combined[column].state());
      }
      TermBits bits;
      bits.holds.resize(c.valid.size());
      bits.open.resize(c.valid.size());
      Sweep(c.shape, columns, c.valid, bits);
      CheckSets(c, lead, bits);
    }
  }
}

}  // namespace
}  // namespace lq::engine
