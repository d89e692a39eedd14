#include <gtest/gtest.h>

#include "stdlib/address/address.h"

namespace lq::stdlib {
namespace {

TEST(WebsiteDomain, IsTheHostWithoutWww) {
  const std::pair<std::string_view, std::string_view> cases[] = {
      {"https://www.firm.example/about?lang=de", "firm.example"},
      {"http://firm.example", "firm.example"},
      {"firm.example", "firm.example"},
      {"WWW.Firm.Example", "firm.example"},
      {"www.firm.example/", "firm.example"},
      {"//cdn.firm.example", ""},
      {"https://shop.firm.example:8443/x#y", "shop.firm.example"},
      {"https://firm.example.", "firm.example"},
      {"https://www.de/", "www.de"},
      {"https://www.münchen.example", "xn--mnchen-3ya.example"},
      {"ana@firm.example", ""},
      {"https://", ""},
      {"localhost", ""},
      {"n/a", ""},
      {"firm", ""},
      {"http://firm example/", ""},
      {"http://firm.example:port/", ""},
  };
  const Conversion& conversion = AddressConversions()[0];
  ASSERT_EQ(conversion.name, "website_domain");
  for (const auto& [text, domain] : cases) {
    Arena arena;
    const std::optional<Value> value = conversion.convert(text, {}, arena);
    EXPECT_EQ(value ? value->text() : std::string_view(), domain) << text;
  }
}

}  // namespace
}  // namespace lq::stdlib
