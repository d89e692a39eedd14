// Leads of random schemas, as programs write them and as nobody should: whatever PlainReader takes,
// LeadReader accepts and lays out the same; and it takes nearly all that programs write.
//
//   plain_reader_test [--programs N] [--leads N] [--seed S]

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <limits>

#include <fmt/format.h>

#include "tests/differential/generator/generate.h"
#include "tests/differential/generator/options.h"
#include "tests/differential/ordinary_lead.h"
#include "tests/support/lead/both_readers.h"
#include "tests/support/lead/rich_schema.h"
#include "tests/support/tiers/policy_package.h"

namespace lq::test {
namespace {

RandomTestOptions options{.programs = 300, .seed = 1, .leads = 16};

// What hostile hands put anywhere.
constexpr std::array kPieces = {" ",
                                "\n",
                                "\t",
                                "\r",
                                "\v",
                                "\"",
                                "\\",
                                "\\\"",
                                "\\u0041",
                                "\\u0000",
                                ",",
                                ":",
                                "{",
                                "}",
                                "[",
                                "]",
                                "{}",
                                "[]",
                                "null",
                                "true",
                                "-",
                                "0",
                                "1",
                                "00",
                                ".",
                                ".5",
                                ".000",
                                "e2",
                                "E-1",
                                "+",
                                "\x7F",
                                "\x01",
                                "\xC3\xA4",
                                "\xFF",
                                "\xC0\x80",
                                "\xED\xA0\x80",
                                "\xEF\xBB\xBF",
                                "e\xCC\x81",
                                "99999999",
                                "9223372036854775807",
                                "-9223372036854775808",
                                "18446744073709551616",
                                "%",
                                "@",
                                "xn--",
                                "..",
                                "\"n\":1,",
                                "\"$id\":7,",
                                "\"x\":1,",
                                "\"\":1,",
                                "%\"",
                                "//",
                                "'"};

class Hostile {
 public:
  explicit Hostile(Random& random) : random_(random) {}

  std::string Edit(std::string text) {
    for (int edits = random_.Chance(30) ? 2 : 1; edits > 0; --edits)
      EditOnce(text);
    return text;
  }

 private:
  void EditOnce(std::string& text) {
    if (text.empty())
      return;
    const std::size_t at = random_.Below(text.size());
    const std::size_t size = random_.Below(std::min<std::size_t>(text.size() - at, 12) + 1);
    switch (random_.Below(7)) {
      case 0:
        text[at] = static_cast<char>(random_.Below(256));
        return;
      case 1:
        text[at] = static_cast<char>(text[at] ^ (1 << random_.Below(8)));
        return;
      case 2:
        text.erase(at, size);
        return;
      case 3:
        text.insert(at, kPieces[random_.Below(kPieces.size())]);
        return;
      case 4:
        text.replace(at, size, kPieces[random_.Below(kPieces.size())]);
        return;
      case 5:
        text.insert(random_.Below(text.size()), std::string(text, at, size));
        return;
      default:
        text.insert(at, random_.Below(40), random_.Chance(50) ? ' ' : '7');
    }
  }

  Random& random_;
};

class PlainReading : public testing::Test {
 protected:
  void Try(BothReaders& readers, std::string_view json, std::uint64_t& plain, std::uint64_t& all) {
    std::string problem;
    plain += readers.Read(json, problem) ? 1 : 0;
    ++all;
    ASSERT_EQ(problem, "") << json;
  }

  void TryEdits(BothReaders& readers, const std::string& json, Random& random) {
    for (int i = 0; i < 40 && !HasFailure(); ++i)
      Try(readers, Hostile(random).Edit(json), edited_plain_, edited_);
  }

  // Leads of the schema as programs write them, all that begins like one, and edits of them.
  void TrySchema(const plan::LeadSchema& schema, Random& random) {
    BothReaders readers(schema);
    for (std::uint64_t i = 0; i < options.leads && !HasFailure(); ++i) {
      const std::string lead = OrdinaryLead(schema, random, LeadStyle::kCompact);
      Try(readers, lead, ordinary_plain_, ordinary_);
      Try(readers, OrdinaryLead(schema, random, LeadStyle::kSpaced), ordinary_plain_, ordinary_);
      Try(readers, OrdinaryLead(schema, random, LeadStyle::kAnyOrder), ordinary_plain_, ordinary_);
      TryEdits(readers, lead, random);
      for (std::size_t size = 0; i == 0 && size < lead.size() && !HasFailure(); ++size)
        Try(readers, std::string_view(lead).substr(0, size), edited_plain_, edited_);
    }
  }

  std::uint64_t ordinary_ = 0;
  std::uint64_t ordinary_plain_ = 0;
  std::uint64_t edited_ = 0;
  std::uint64_t edited_plain_ = 0;
};

TEST_F(PlainReading, AgreesWithTheGeneralReader) {
  Coverage coverage;
  for (std::uint64_t i = 0; i < options.programs && !HasFailure(); ++i) {
    const std::uint64_t seed = options.seed + i;
    const GeneratedProgram program = GenerateProgram(seed, {}, coverage);
    PolicyPackage package(FilesOf(program), kPolicyFile);
    ASSERT_EQ(package.problems(), "");
    Random random(seed ^ 0x5EED);
    TrySchema(package.plan()->schema, random);
    BothReaders readers(package.plan()->schema);
    for (std::uint64_t k = 0; k < options.leads && !HasFailure(); ++k)
      TryEdits(readers, GenerateLead(program, random, coverage), random);
  }
  Random random(options.seed);
  for (const plan::LeadSchema& schema : {RichSchema(), StrictSchema()}) {
    for (std::uint64_t i = 0; i < options.programs / 10 && !HasFailure(); ++i)
      TrySchema(schema, random);
  }
  std::printf(
      "%llu of %llu ordinary leads are plain, %llu of %llu edited ones\n",
      static_cast<unsigned long long>(ordinary_plain_), static_cast<unsigned long long>(ordinary_),
      static_cast<unsigned long long>(edited_plain_), static_cast<unsigned long long>(edited_));
  EXPECT_GE(ordinary_plain_ * 100, ordinary_ * 95);
  EXPECT_GT(edited_plain_ * 100, edited_);
}

// A step beyond the ends of 64 bits, by each of the ways there.
TEST_F(PlainReading, NumbersAtTheEndsOf64Bits) {
  constexpr std::array kNumbers = {"9223372036854775807",
                                   "9223372036854775808",
                                   "-9223372036854775808",
                                   "-9223372036854775809",
                                   "9223372036854.775807",
                                   "9223372036854.775808",
                                   "-9223372036854.775808",
                                   "-9223372036854.775809",
                                   "922337203685477.5807",
                                   "922337203685477.5808",
                                   "-922337203685477.5808",
                                   "-922337203685477.5809",
                                   "9999999999999999",
                                   "99999999999999999",
                                   "-0",
                                   "-0.0"};
  for (const int places : {0, 2, 4, 6}) {
    plan::LeadSchema schema;
    plan::SchemaField& field = schema.fields.emplace_back();
    field.path = "b";
    field.type.kind = places == 0 ? TypeKind::kInteger : TypeKind::kDecimal;
    field.type.places = static_cast<std::uint8_t>(places);
    field.type.low = std::numeric_limits<std::int64_t>::min();
    field.type.high = std::numeric_limits<std::int64_t>::max();
    BothReaders readers(schema);
    for (const char* const number : kNumbers)
      Try(readers, fmt::format(R"({{"$id":{0},"b":{0}}})", number), edited_plain_, edited_);
    for (const char* const number : kNumbers)
      Try(readers, fmt::format(R"({{"b":{}}})", number), edited_plain_, edited_);
  }
  EXPECT_GT(edited_plain_, 0U);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
