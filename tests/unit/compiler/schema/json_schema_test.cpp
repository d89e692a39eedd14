#include <gtest/gtest.h>
#include <nlohmann/json.hpp>

#include "compiler/schema/schema_export.h"
#include "tests/support/source/example_source.h"

namespace lq {
namespace {

using nlohmann::json;
using Names = std::vector<std::string>;

ir::Field FieldOf(std::string path, const Type& type, bool required) {
  ir::Field field;
  field.path = std::move(path);
  field.type = type;
  field.required = required;
  return field;
}

const Type& Seats() {
  static const Type type = test::NumberType(TypeKind::kInteger, 0, 1, 9);
  return type;
}

ir::Schema SchemaWith(std::vector<ir::Field> fields) {
  ir::Schema schema;
  schema.name = "lead";
  schema.version = 3;
  schema.fields = std::move(fields);
  return schema;
}

json Exported(const ir::Schema& schema) { return json::parse(JsonSchemaText(schema)); }

// The schema of the only field, `seats`.
json ExportedField(ir::Field field) {
  return Exported(SchemaWith({std::move(field)}))["properties"]["seats"];
}

TEST(JsonSchema, TellsWhatItIs) {
  const json schema = Exported(SchemaWith({FieldOf("seats", Seats(), false)}));
  EXPECT_EQ(schema["$schema"], "https://json-schema.org/draft/2020-12/schema");
  EXPECT_EQ(schema["title"], "lead version 3");
  EXPECT_EQ(schema["type"], "object");
  // The id of a lead is no field of it.
  EXPECT_TRUE(schema["properties"].contains("$id"));
  EXPECT_TRUE(schema["$defs"].contains("country"));
}

TEST(JsonSchema, UnknownKeysAreRefusedOnlyWhereTheSchemaSaysSo) {
  ir::Schema schema = SchemaWith({FieldOf("firm.seats", Seats(), false)});
  EXPECT_EQ(Exported(schema)["additionalProperties"], true);
  schema.reject_unknown = true;
  const json strict = Exported(schema);
  EXPECT_EQ(strict["additionalProperties"], false);
  EXPECT_EQ(strict["properties"]["firm"]["additionalProperties"], false);
}

// An object is required where something below it is.
TEST(JsonSchema, PathsThatBeginAlikeAreOneObject) {
  const json schema = Exported(SchemaWith({
      FieldOf("firm.seats", Seats(), false),
      FieldOf("firm.site.seats", Seats(), true),
      FieldOf("visit.seats", Seats(), false),
  }));
  EXPECT_EQ(schema["required"], Names{"firm"});
  const json& firm = schema["properties"]["firm"];
  EXPECT_EQ(firm["type"], "object");
  EXPECT_EQ(firm["required"], Names{"site"});
  EXPECT_EQ(firm["properties"]["site"]["required"], Names{"seats"});
  EXPECT_TRUE(firm["properties"].contains("seats"));
  const json& visit = schema["properties"]["visit"];
  EXPECT_EQ(visit["required"], Names{});
  EXPECT_EQ(visit["anyOf"], json::parse(R"([{"type":"object"},{"enum":[null,""]}])"));
}

// What does not fit counts as missing, so on the way there anything may stand.
TEST(JsonSchema, NothingIsRefusedOnTheWayToWhatMayBeWrong) {
  ir::Field field = FieldOf("firm.seats", Seats(), false);
  field.invalid_is_missing = true;
  const json schema = Exported(SchemaWith({field}));
  EXPECT_FALSE(schema["properties"]["firm"].contains("anyOf"));
  EXPECT_FALSE(schema["properties"]["firm"].contains("type"));
}

TEST(JsonSchema, FormsOfAValue) {
  const json forms = ExportedField(FieldOf("seats", Seats(), false))["anyOf"];
  ASSERT_EQ(forms.size(), 5);
  EXPECT_EQ(forms[0], json::parse(R"({"enum":[null,""]})"));
  EXPECT_EQ(forms[1]["maximum"], 9);
  EXPECT_EQ(forms[2]["required"], Names{"one_of"});
  EXPECT_EQ(forms[2]["properties"]["one_of"]["maxItems"], 64);
  EXPECT_TRUE(forms[3]["properties"].contains("from"));
  EXPECT_EQ(forms[3]["minProperties"], 1);
  EXPECT_EQ(forms[4]["required"], Names{"reports"});
}

TEST(JsonSchema, WhatIsRequiredIsNotMissing) {
  const json forms = ExportedField(FieldOf("seats", Seats(), true))["anyOf"];
  ASSERT_EQ(forms.size(), 4);
  EXPECT_EQ(forms[0]["maximum"], 9);
  // Of several reports one has a value.
  EXPECT_TRUE(forms[3]["properties"]["reports"].contains("contains"));
}

TEST(JsonSchema, WhatHasNoOrderHasNoBand) {
  const Type country = test::NumberType(TypeKind::kCountry, 0, 0, 9);
  for (const json& form : ExportedField(FieldOf("seats", country, false))["anyOf"]) {
    EXPECT_FALSE(form.contains("properties") && form["properties"].contains("from")) << form;
  }
}

TEST(JsonSchema, ReportsNameTheSourcesOfTheField) {
  ir::Field field = FieldOf("seats", Seats(), false);
  field.sources = {"crm", "form"};
  const json reports = ExportedField(field)["anyOf"][4]["properties"]["reports"];
  const json& report = reports["items"]["anyOf"][0];
  EXPECT_EQ(report["properties"]["source"]["enum"], (Names{"crm", "form"}));
  EXPECT_EQ(report["required"], (Names{"value", "source"}));
  // A report without a value says nothing, whoever sends it.
  EXPECT_FALSE(reports["items"]["anyOf"][1]["properties"]["source"].contains("enum"));
}

TEST(JsonSchema, QuestionsDescribe) {
  ir::Field field = FieldOf("seats", Seats(), false);
  field.question = "How many \"seats\"?";
  EXPECT_EQ(ExportedField(field)["description"], field.question);
  field.invalid_is_missing = true;
  EXPECT_EQ(ExportedField(field)["description"], field.question);
}

TEST(JsonSchema, WhatMayBeWrongIsRefusedOnlyFromUnknownSources) {
  ir::Field field = FieldOf("seats", Seats(), false);
  field.invalid_is_missing = true;
  EXPECT_EQ(ExportedField(field), json::parse(R"({"allOf":[{}]})"));
  field.sources = {"crm"};
  const json refused = ExportedField(field)["allOf"][0]["not"];
  EXPECT_EQ(refused["properties"]["reports"]["contains"]["properties"]["source"]["not"]["enum"],
            Names{"crm"});
  field.required = true;
  EXPECT_EQ(ExportedField(field)["anyOf"].size(), 4);
}

}  // namespace
}  // namespace lq
