#include "stdlib/address/public_suffix.h"

#include <string>

#include <gtest/gtest.h>

namespace lq::stdlib {
namespace {

TEST(RegistrableDomain, IsOneLabelMoreThanThePublicSuffix) {
  const struct {
    std::string_view domain;
    std::string_view registrable;
  } cases[] = {
      {"firm.com", "firm.com"},
      {"mail.firm.com", "firm.com"},
      {"a.b.mail.firm.com", "firm.com"},
      {"firm.co.uk", "firm.co.uk"},
      {"mail.firm.co.uk", "firm.co.uk"},
      {"firm.uk", "firm.uk"},
      {"www.firm.de", "firm.de"},
      // No rule: the last label is the suffix.
      {"firm.example", "firm.example"},
      {"mail.firm.example", "firm.example"},
      // A public suffix stays.
      {"co.uk", "co.uk"},
      {"github.io", "github.io"},
      {"ana.github.io", "ana.github.io"},
      {"www.ana.github.io", "ana.github.io"},
      // Wild cards and their exceptions.
      {"any.ck", "any.ck"},
      {"firm.any.ck", "firm.any.ck"},
      {"x.firm.any.ck", "firm.any.ck"},
      {"www.ck", "www.ck"},
      {"a.www.ck", "www.ck"},
      {"c.kobe.jp", "c.kobe.jp"},
      {"b.c.kobe.jp", "b.c.kobe.jp"},
      {"a.b.c.kobe.jp", "b.c.kobe.jp"},
      {"city.kobe.jp", "city.kobe.jp"},
      {"www.city.kobe.jp", "city.kobe.jp"},
      {"kobe.jp", "kobe.jp"},
      {"test.jp", "test.jp"},
      {"www.test.k12.ak.us", "test.k12.ak.us"},
      // A-labels.
      {"www.xn--85x722f.xn--55qx5d.cn", "xn--85x722f.xn--55qx5d.cn"},
      {"shishi.xn--fiqs8s", "shishi.xn--fiqs8s"},
      // First and last rule of the table, and what lies outside of it.
      {"a.b.0emm.com", "a.b.0emm.com"},
      {"a.zw", "a.zw"},
      {"a.b.zzzz", "b.zzzz"},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(RegistrableDomain(c.domain), c.registrable) << c.domain;
  }
}

TEST(RegistrableDomain, OfTheLongestDomain) {
  std::string domain = "a";
  while (domain.size() + 2 <= 253) {
    domain += ".a";
  }
  EXPECT_EQ(RegistrableDomain(domain), "a.a");
}

}  // namespace
}  // namespace lq::stdlib
