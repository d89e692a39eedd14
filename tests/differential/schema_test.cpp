// The exported JSON Schema accepts what intake accepts: random schemas and leads, judged by a
// public validator. What JSON Schema cannot say is listed here and in docs/schema.md.
//
//   schema_test [--programs N] [--leads N] [--seed S]

#include <gtest/gtest.h>

#include <cstdio>
#include <regex>
#include <sstream>

#include "compiler/plan/make_plan.h"
#include "compiler/schema/schema_export.h"
#include "runtime/intake/lead_reader.h"
#include "runtime/value/json_text.h"
#include "tests/differential/generator/options.h"
#include "tests/differential/trial.h"
#include "tests/support/process/run_command.h"

namespace lq::test {
namespace {

RandomTestOptions options;

constexpr int kNotInstalled = 77;

std::string Json(std::string_view text) {
  std::string out;
  AppendJsonText(text, out);
  return out;
}

std::string LeadLine(LeadReader& reader, const Trial& trial) {
  Lead lead;
  const bool accepted = reader.Read(trial.lead, trial.as_of, lead);
  std::string errors;
  for (const FieldError& error : lead.errors) {
    errors += (errors.empty() ? "" : ",") + Json(error.code);
  }
  return "{\"lead\":" + Json(trial.lead) + ",\"accepted\":" + (accepted ? "true" : "false") +
         ",\"errors\":[" + errors + "]}\n";
}

std::string Lines(Coverage& coverage) {
  std::string lines;
  for (std::uint64_t seed = options.seed; seed < options.seed + options.programs; ++seed) {
    const GeneratedProgram program = GenerateProgram(seed, {}, coverage);
    PolicyPackage package(FilesOf(program), kPolicyFile);
    EXPECT_EQ(package.problems(), "") << "seed " << seed;
    const auto plan = MakePlan(package.program());
    LeadReader reader(plan->schema);
    lines += "{\"schema\":" + Json(JsonSchemaText(package.program().schema)) + "}\n";
    Random random(seed ^ 0x5C4E);
    for (std::uint64_t i = 0; i < options.leads; ++i) {
      lines += LeadLine(reader, GenerateTrial(program, package, random, coverage));
    }
  }
  return lines;
}

// JSON Schema does not compare two members (`from` and `to`), knows no range of texts ("5999.99",
// dates), and no duplicate keys.
bool CannotBeSaid(const std::string& line) {
  static const std::regex kRejected("rejected by us (band|range|format|duplicate_key)(,.*)? \\{.*");
  return std::regex_match(line, kRejected);
}

TEST(JsonSchema, AcceptsWhatIntakeAccepts) {
  Coverage coverage;
  const TemporaryFolder folder;
  folder.Write("leads.jsonl", Lines(coverage));
  const CommandResult result =
      RunCommand("python3 " LQ_SOURCE_DIR "/tests/differential/validate_leads.py < leads.jsonl",
                 folder.path(), "");
  if (result.status == kNotInstalled) {
    GTEST_SKIP() << "the validator (Debian's python3-jsonschema) is not installed";
  }
  ASSERT_EQ(result.status, 0) << result.err;
  std::istringstream stream(result.out);
  int differences = 0;
  int sayable = 0;
  for (std::string line; std::getline(stream, line);) {
    const bool summary = line.starts_with("leads ");
    differences += summary ? 0 : 1;
    if (!summary && !CannotBeSaid(line) && ++sayable <= 5) {
      ADD_FAILURE() << line;
    }
  }
  std::printf("%d differences that JSON Schema cannot express, of %llu leads\n", differences,
              static_cast<unsigned long long>(options.programs * options.leads));
  EXPECT_EQ(sayable, 0);
}

}  // namespace
}  // namespace lq::test

int main(int argc, char** argv) {
  testing::InitGoogleTest(&argc, argv);
  lq::test::options.programs = 60;
  lq::test::options.leads = 20;
  lq::test::options.Read(argc, argv);
  return RUN_ALL_TESTS();
}
