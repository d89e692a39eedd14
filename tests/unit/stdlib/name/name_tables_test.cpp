#include <gtest/gtest.h>

#include <algorithm>
#include <span>
#include <vector>

#include "runtime/value/iso.h"
#include "stdlib/name/name_key.h"

namespace lq::stdlib {
namespace {

struct Row {
  std::string_view key;
  std::string_view code;
};

constexpr Row kCountries[] = {
#include "stdlib/name/country_names.inc"
};

constexpr Row kLanguages[] = {
#include "stdlib/name/language_names.inc"
};

// The tables are made by another program: its keys are this one's, in its order.
void ExpectKeys(std::span<const Row> rows) {
  for (std::size_t i = 0; i < rows.size(); ++i) {
    EXPECT_EQ(NameKey(rows[i].key), rows[i].key);
    EXPECT_TRUE(i == 0 || rows[i - 1].key < rows[i].key) << rows[i].key;
  }
}

TEST(NameTables, KeysAreKeysInOrder) {
  ExpectKeys(kCountries);
  ExpectKeys(kLanguages);
}

TEST(NameTables, CodesAreCodes) {
  std::vector<bool> named(CountryCount());
  for (const Row& row : kCountries) {
    const auto index = FindCountry(row.code);
    ASSERT_TRUE(index.has_value()) << row.code;
    named[*index] = true;
  }
  EXPECT_EQ(std::count(named.begin(), named.end(), false), 0) << "a country without a name";
  for (const Row& row : kLanguages) {
    EXPECT_TRUE(FindLanguage(row.code).has_value()) << row.code;
  }
}

}  // namespace
}  // namespace lq::stdlib
