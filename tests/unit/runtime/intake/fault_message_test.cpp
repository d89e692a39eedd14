#include "runtime/intake/fault_message.h"

#include <fstream>
#include <string>

#include <gtest/gtest.h>

#include "tests/support/lead/printed_lead.h"
#include "tests/support/lead/rich_schema.h"

namespace lq::test {
namespace {

// Each lead of fault_messages.txt stands at the beginning of a line, its messages below it,
// indented.
TEST(FaultMessage, SaysWhatWasSeenAndWhatIsAllowed) {
  plan::LeadSchema schema = RichSchema();
  schema.reject_unknown = true;
  for (plan::SchemaField& field : schema.fields)
    field.required = field.path == "n";
  std::ifstream file(LQ_SOURCE_DIR "/tests/unit/runtime/intake/fault_messages.txt");
  std::string line;
  int leads = 0;
  std::string expected;
  std::string seen;
  while (std::getline(file, line)) {
    if (line.starts_with("  ")) {
      expected.append(line, 2).append("\n");
      continue;
    }
    EXPECT_EQ(seen, expected);
    seen = Messages(schema, line);
    expected.clear();
    ++leads;
  }
  EXPECT_EQ(seen, expected);
  EXPECT_GT(leads, 20);
}

TEST(FaultMessage, CutsLongValues) {
  const plan::LeadSchema schema = RichSchema();
  const std::string lead = "{\"e\":\"" + std::string(100'000, 'x') + "\",\"m\":{\"amount\":\n" +
                           std::string(10'000, '1') + "}}";
  EXPECT_LT(Messages(schema, lead).size(), 500U);
}

}  // namespace
}  // namespace lq::test
