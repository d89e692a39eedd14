#include <gtest/gtest.h>

#include "runtime/bundle/reader.h"
#include "runtime/bundle/writer.h"
#include "tests/support/bundle/sample_bundle.h"

namespace lq::bundle {
namespace {

// Gives every number and text that it meets a value of its own, and every list two members.
class Filler {
 public:
  template <typename... T>
  void operator()(T&... fields) {
    (Fill(fields), ...);
  }
  void Typed(const Type&, Value& value) { value = Value::Number(++last_); }
  template <typename T, typename FillOne>
  void Each(std::vector<T>& items, FillOne fill_one) {
    items.resize(2);
    for (T& item : items)
      fill_one(item);
  }

 private:
  template <typename T>
  void Fill(T& field) {
    if constexpr (std::is_same_v<T, bool>) {
      field = true;
    } else if constexpr (std::is_enum_v<T>) {
      field = kLast<T>;
    } else if constexpr (std::is_integral_v<T>) {
      field = static_cast<T>(++last_);
    } else if constexpr (std::is_same_v<T, std::string>) {
      field = std::to_string(++last_);
    } else if constexpr (std::is_same_v<T, std::optional<std::int64_t>>) {
      field = ++last_;
    } else if constexpr (std::is_same_v<T, Type>) {
      field.high = ++last_;
    } else if constexpr (std::is_pointer_v<T>) {
      field = nullptr;
    } else {
      Fields(*this, field);
    }
  }
  template <typename T>
  void Fill(std::vector<T>& items) {
    Each(items, [&](T& item) { Fill(item); });
  }

  std::int64_t last_ = 0;
};

// Everything that the struct's description names, as text.
class Teller {
 public:
  template <typename... T>
  void operator()(const T&... fields) {
    (Tell(fields), ...);
  }
  void Typed(const Type&, const Value& value) { Add(std::to_string(value.number())); }
  template <typename T, typename TellOne>
  void Each(const std::vector<T>& items, TellOne tell_one) {
    for (const T& item : items)
      tell_one(item);
  }
  const std::string& text() const { return text_; }

 private:
  void Add(const std::string& word) { text_ += word + " "; }
  template <typename T>
  void Tell(const T& field) {
    if constexpr (std::is_enum_v<T> || std::is_integral_v<T>) {
      Add(std::to_string(static_cast<std::int64_t>(field)));
    } else if constexpr (std::is_same_v<T, std::string>) {
      Add(field);
    } else if constexpr (std::is_same_v<T, std::optional<std::int64_t>>) {
      Add(field ? std::to_string(*field) : "none");
    } else if constexpr (std::is_same_v<T, Type>) {
      Add(std::to_string(field.high));
    } else if constexpr (!std::is_pointer_v<T>) {
      Fields(*this, field);
    }
  }
  template <typename T>
  void Tell(const std::vector<T>& items) {
    Each(items, [&](const T& item) { Tell(item); });
  }
  std::string text_;
};

template <typename T>
std::string TextOf(const T& object) {
  Teller teller;
  Fields(teller, object);
  return teller.text();
}

template <typename T>
class FieldsOf : public testing::Test {};

using Structs =
    testing::Types<TypeRow, Enum::Member, Enum, plan::SchemaField, plan::Expr, plan::Parameter,
                   plan::Derived, plan::Node, plan::Term, plan::DenseTest, plan::Residual,
                   plan::Column, plan::FieldTest, plan::Literal, plan::Atom, plan::Toggle,
                   plan::Outcome, plan::Rule, plan::Evidence, plan::Guard, plan::ScoreItem,
                   plan::Score, plan::TableRow, plan::Table, plan::Output, plan::TextPart,
                   plan::ContentText, plan::Content, SourcePlace>;
TYPED_TEST_SUITE(FieldsOf, Structs);

// Written and read, each field is what it was.
TYPED_TEST(FieldsOf, ComeBackOneByOne) {
  std::vector<TypeParam> items(2);
  Filler filler;
  for (TypeParam& item : items)
    Fields(filler, item);
  const plan::LeadSchema no_schema;
  Writer writer(no_schema);
  writer.Section(SectionKind::kPlaces, items);
  writer.WriteTables();
  const std::string bytes = writer.Finish();

  Container container;
  Problem problem;
  ASSERT_TRUE(UnpackSections(bytes, container, problem)) << problem.text;
  plan::LeadSchema schema;
  Arena arena;
  Reader reader(container, schema, arena);
  reader.ReadTables();
  std::vector<TypeParam> read;
  reader.Section(SectionKind::kPlaces, read);
  EXPECT_EQ(reader.problem().text, "");
  ASSERT_EQ(read.size(), 2U);
  EXPECT_NE(TextOf(items[0]), TextOf(items[1]));
  EXPECT_EQ(TextOf(read[0]), TextOf(items[0]));
  EXPECT_EQ(TextOf(read[1]), TextOf(items[1]));
}

// A struct that grows must grow in its description, too: these sizes are a reminder.
TEST(FieldsOf, NothingWasAddedToAPlanUnsaid) {
  if (sizeof(void*) != 8 || sizeof(std::string) != 32)
    GTEST_SKIP() << "of another standard library";
  EXPECT_EQ(sizeof(plan::Rule), 112U);
  EXPECT_EQ(sizeof(plan::Evidence), 120U);
  EXPECT_EQ(sizeof(plan::Guard), 80U);
  EXPECT_EQ(sizeof(plan::Expr), 96U);
  EXPECT_EQ(sizeof(plan::SchemaField), 152U);
  EXPECT_EQ(sizeof(plan::Plan), 992U);
}

TEST(Samples, AreWhatIsWrittenToday) {
  for (const char* name : {"hello", "crm", "education", "inbound_demo", "partner_leads"}) {
    Problem problem;
    const std::string bytes = SampleBytes(name);
    const std::optional<Bundle> bundle = OpenBundle(bytes, problem);
    ASSERT_TRUE(bundle.has_value()) << problem.text;
    EXPECT_EQ(WriteBundle(*bundle->plan, bundle->places), bytes);
  }
}

TEST(Samples, SayWhereTheirStatementsStand) {
  Problem problem;
  const std::optional<Bundle> bundle = OpenBundle(SampleBytes("hello"), problem);
  ASSERT_TRUE(bundle.has_value());
  ASSERT_FALSE(bundle->places.empty());
  const SourcePlace& first = bundle->places.front();
  EXPECT_EQ(first.of, SourcePlace::Of::kRule);
  EXPECT_EQ(first.name, "many_seats");
  EXPECT_EQ(first.file, "hello.lq");
  EXPECT_GT(first.line, 1U);
}

}  // namespace
}  // namespace lq::bundle
