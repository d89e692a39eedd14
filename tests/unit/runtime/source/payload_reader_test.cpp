#include "runtime/source/payload_reader.h"

#include <gtest/gtest.h>

#include "tests/support/payload/payload_source.h"

namespace lq::test {
namespace {

// A number and a list of texts; as JSON below `n` and `list`, in a form as parameters.
Example Two(plan::SourceFormat format, const std::string& each = "") {
  Example example;
  example.Add("size", NumberType(TypeKind::kInteger, 0, 1, 1000), {"n"});
  example.schema.fields.back().required = true;
  example.Add("topics", TopicsType(), {"list"});
  example.plan.format = format;
  if (format == plan::SourceFormat::kJson) {
    for (const std::string& place : example.plan.places)
      example.plan.paths.push_back(PathOf(place));
  }
  if (!each.empty()) {
    example.plan.each = PathOf(each);
    example.plan.each_text = each;
  }
  return example;
}

// For each lead of the payload its canonical JSON, or its errors; a line each. Then what is
// unmapped.
std::string ReadAll(const Example& example, std::string_view payload) {
  PayloadReader reader(example.plan, example.schema);
  Lead lead;
  std::string out;
  reader.Begin(payload);
  while (reader.Next(0, lead)) {
    if (lead.errors.empty())
      out.append(reader.mapper().Canonical()).append("\n");
    for (const FieldError& error : lead.errors)
      out += error.path + " " + error.code + ": " + error.message + "\n";
  }
  for (const auto& [name, times] : reader.unmapped().names())
    out += "unmapped " + name + " " + std::to_string(times) + "\n";
  if (reader.empty_payloads() > 0)
    out += "empty\n";
  return out;
}

TEST(PayloadReader, Json) {
  const Example example = Two(plan::SourceFormat::kJson);
  const std::pair<const char*, const char*> cases[] = {
      {R"({"n":7,"list":["a"," b ",""]})", "{\"size\":7,\"topics\":[\"a\",\"b\"]}\n"},
      {R"({"n":" 7.0 "})", "{\"size\":7.0,\"topics\":null}\n"},
      {R"({"n":7,"list":[]})", "{\"size\":7,\"topics\":[]}\n"},
      {R"({"n":7,"more":1,"deep":{"x":null}})", "{\"size\":7,\"topics\":null}\nunmapped more 1\n"},
      {R"({"n":"x"})", "size type: \"n\": \"x\" is not a number, but `size` needs one\n"},
      {R"({"n":true})", "size type: \"n\": \"true\" is not a number, but `size` needs one\n"},
      {R"({"n":{"v":7}})",
       "size type: \"n\": an object is not one value, but `size` needs one; name the member that "
       "holds the value: `….name`\n"},
      {R"({"n":[7]})",
       "size type: \"n\": a list of 1 values is not one value, but `size` needs one; say which of "
       "them, such as `…[0]`\n"},
  };
  for (const auto& [payload, leads] : cases)
    EXPECT_EQ(ReadAll(example, payload), leads) << payload;
}

TEST(PayloadReader, PayloadsThatCannotBeRead) {
  const Example example = Two(plan::SourceFormat::kJson);
  const std::pair<const char*, const char*> cases[] = {
      {"", " not_json: "},
      {"{", " not_json: "},
      {R"({"n":1,"n":2})", " duplicate_key: "},
      {"7", " type: the payload is JSON, but neither an object nor a list\n"},
      {"\"n=7\"", " type: "},
  };
  for (const auto& [payload, error] : cases)
    EXPECT_TRUE(ReadAll(example, payload).starts_with(error)) << ReadAll(example, payload);
}

TEST(PayloadReader, SeveralLeadsOfOnePayload) {
  const Example example = Two(plan::SourceFormat::kJson, "entry[].changes[]");
  EXPECT_EQ(ReadAll(example, R"({"entry":[{"changes":[{"n":1},{"n":2}]},{"changes":[{"n":3}]}]})"),
            "{\"size\":1,\"topics\":null}\n{\"size\":2,\"topics\":null}\n"
            "{\"size\":3,\"topics\":null}\n");
  EXPECT_EQ(ReadAll(example, R"({"entry":[]})"), "empty\n");
  EXPECT_EQ(
      ReadAll(example, R"({"entry":[{"changes":[{"n":1},{"n":0}]}]})"),
      "{\"size\":1,\"topics\":null}\n"
      "size range: \"n\" of \"entry[0].changes[1]\": `size` is 0, but it goes from 1 to 1000; "
      "correct the value, or widen the field's range\n");
}

TEST(PayloadReader, Forms) {
  const Example example = Two(plan::SourceFormat::kForm);
  const std::pair<const char*, const char*> cases[] = {
      {"n=7&list=a", "{\"size\":7,\"topics\":[\"a\"]}\n"},
      {"n=7&list=a&list=b", "{\"size\":7,\"topics\":[\"a\",\"b\"]}\n"},
      {"n=&n=+7+&n=", "{\"size\":7,\"topics\":null}\n"},
      {"n=7&other=1&blank=", "{\"size\":7,\"topics\":null}\nunmapped other 1\n"},
      {"n=7&n=8",
       "size type: \"n\": a list of 2 values is not one value, but `size` needs one; let the form "
       "send it once\n"},
  };
  for (const auto& [payload, leads] : cases)
    EXPECT_EQ(ReadAll(example, payload), leads) << payload;
  EXPECT_TRUE(ReadAll(example, "n=%").starts_with(" not_form: "));
}

TEST(PayloadReader, IsUsedAgain) {
  const Example example = Two(plan::SourceFormat::kForm);
  PayloadReader reader(example.plan, example.schema);
  Lead lead;
  reader.Begin("n=%");
  EXPECT_TRUE(reader.Next(0, lead));
  EXPECT_FALSE(reader.mapped());
  EXPECT_FALSE(reader.Next(0, lead));
  reader.Begin("n=7");
  EXPECT_TRUE(reader.Next(0, lead));
  EXPECT_TRUE(reader.mapped());
  EXPECT_TRUE(lead.errors.empty());
  EXPECT_FALSE(reader.Next(0, lead));
}

}  // namespace
}  // namespace lq::test
