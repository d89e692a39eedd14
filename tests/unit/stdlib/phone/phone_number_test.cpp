#include "stdlib/phone/phone_number.h"

#include <gtest/gtest.h>

#include <string>

#include "runtime/value/address.h"
#include "runtime/value/iso.h"
#include "stdlib/function.h"

namespace lq::stdlib {
namespace {

TEST(PhoneNumberIn, IsWhatTheTextMeansToSomebodyThere) {
  const struct {
    std::string_view country;
    std::string_view text;
    std::string_view number;
  } cases[] = {
      {"DE", "030 1234567", "+49301234567"},
      {"DE", "(030) 123 45-67", "+49301234567"},
      {"DE", "030/1234567", "+49301234567"},
      {"DE", "+49 30 1234567", "+49301234567"},
      {"DE", "+49 (0)30 1234567", "+49301234567"},
      {"DE", "0049 30 1234567", "+49301234567"},
      {"DE", "0049 (0) 30 / 1234567", "+49301234567"},
      {"DE", "0171\u00a0234\u20115678", "+491712345678"},
      {"DE", "+1 (650) 253-0000", "+16502530000"},
      {"DE", "001 650 253 0000", "+16502530000"},
      {"DE", "030 1234567 Durchwahl 12", "+49301234567"},
      {"AT", "01 5131234", "+4315131234"},
      {"AT", "0664 1234567", "+436641234567"},
      {"CH", "044 668 18 00", "+41446681800"},
      {"US", "(650) 253-0000", "+16502530000"},
      {"US", "1-650-253-0000", "+16502530000"},
      {"US", "650.253.0000 ext. 33", "+16502530000"},
      {"US", "650-253-0000x33", "+16502530000"},
      {"US", "011 49 30 1234567", "+49301234567"},
      {"CA", "604-555-0123", "+16045550123"},
      {"GB", "020 7946 0958", "+442079460958"},
      {"GB", "+44 20 7946 0958", "+442079460958"},
      {"GB", "07911 123456", "+447911123456"},
      {"FR", "06 12 34 56 78", "+33612345678"},
      // Italy keeps the zero.
      {"IT", "06 1234 5678", "+390612345678"},
      {"IT", "+39 06 1234 5678", "+390612345678"},
      {"ES", "912 345 678", "+34912345678"},
      {"HU", "06 1 234 5678", "+3612345678"},
      {"RU", "8 (495) 123-45-67", "+74951234567"},
      {"IN", "098765 43210", "+919876543210"},
      {"IN", "91 98765 43210", "+919876543210"},
      {"AU", "(02) 9374 4000", "+61293744000"},
      {"AU", "0011 49 30 1234567", "+49301234567"},
      {"BR", "(11) 91234-5678", "+5511912345678"},
      {"BR", "0 15 11 91234-5678", "+5511912345678"},
      // Argentina says 15 where the world says 9.
      {"AR", "011 15 2345-6789", "+5491123456789"},
      {"MX", "55 1234 5678", "+525512345678"},
      // None.
      {"DE", "none", ""},
      {"DE", "", ""},
      {"DE", "+", ""},
      {"DE", "12", ""},
      {"DE", "030 1234567 or 030 7654321", ""},
      {"US", "253-0000", ""},
      {"US", "123 456 7890", ""},
      {"US", "+999 123 456 789", ""},
      {"DE", "+49 30 123456789012345", ""},
      {"DE", "++49 30 1234567", ""},
      {"DE", "030 12 34 5 +67", ""},
      {"AQ", "030 1234567", ""},
  };
  for (const auto& c : cases) {
    EXPECT_EQ(PhoneNumberIn(c.text, c.country), c.number) << c.country << " " << c.text;
  }
}

// Intake takes what the conversion gives, and every number of E.164 stays itself.
TEST(PhoneNumberIn, GivesNumbersInNormalForm) {
  for (const std::string_view number :
       {"+49301234567", "+16502530000", "+390612345678", "+80012345678"}) {
    Arena arena;
    EXPECT_EQ(PhoneNumberIn(number, "FR"), number);
    EXPECT_EQ(NormalizePhone(number, arena), number);
  }
}

// `calling_code` and the numbering plans know the same codes.
TEST(PhoneNumberIn, KnowsTheCodesThatCallingCodeKnows) {
  const Function* calling_code = FindFunction("calling_code");
  for (const std::string_view code : CallingCodes()) {
    Arena arena;
    const std::string number = "+" + std::string(code) + "123456789";
    const Value arguments[] = {Value::Text(number)};
    EXPECT_EQ(std::to_string(calling_code->call(Values(arguments), {}, arena).number()), code);
  }
  EXPECT_GT(CallingCodes().size(), 200U);
}

TEST(PhoneNumberIn, ConvertsInSources) {
  Arena arena;
  const Conversion* conversion = FindConversion("phone_number_in");
  ASSERT_NE(conversion, nullptr);
  const Value germany = Value::Number(*FindCountry("DE"));
  EXPECT_EQ(conversion->convert("030 1234567", germany, arena)->text(), "+49301234567");
  EXPECT_FALSE(conversion->convert("call me", germany, arena).has_value());
}

}  // namespace
}  // namespace lq::stdlib
