#include <gtest/gtest.h>

#include <cctype>
#include <cstdlib>
#include <filesystem>
#include <nlohmann/json.hpp>

#include <fmt/format.h>

#include "compiler/diag/render.h"
#include "compiler/plan/lower_schema.h"
#include "compiler/plan/source_plan.h"
#include "runtime/source/payload_reader.h"
#include "runtime/value/date.h"
#include "tests/support/package/memory_files.h"
#include "tests/support/sections.h"

// The sources of examples/sources over what the systems really send, when that is there. What is
// expected is looked up in the payload itself.
namespace lq::test {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

// Where the real payloads lie; empty when they are not there.
fs::path DataFolder() {
  const char* shared = std::getenv("LQ_SHARED");
  const fs::path root =
      shared != nullptr ? fs::path(shared) : fs::path(LQ_SOURCE_DIR) / "../shared";
  const fs::path folder = root / "data/payloads";
  return fs::exists(folder) ? folder : fs::path();
}

void Replace(const std::string& from, const std::string& to, std::string& text) {
  const std::size_t at = text.find(from);
  ASSERT_NE(at, std::string::npos) << from;
  text.replace(at, from.size(), to);
}

// One source of the example, and the leads that it makes of a payload.
class ExampleSource {
 public:
  explicit ExampleSource(const std::string& name)
      : text_(File(name + ".lq")), name_(name + ".lq") {}

  // Questions that belong to somebody's own form bear its ids.
  void Rename(const std::string& from, const std::string& to) { Replace(from, to, text_); }

  struct Result {
    std::vector<json> leads;
    // Of rejected leads, "path code: message".
    std::vector<std::string> errors;
    std::vector<std::string> unmapped;
    std::uint64_t empty_payloads = 0;
  };

  Result Map(const std::string& payload) const {
    MemoryFiles files;
    files.Add("lead.lq", File("lead.lq"));
    files.Add(name_, text_);
    const std::unique_ptr<Compilation> compilation = Compile(files, name_);
    EXPECT_EQ(RenderText(compilation->diagnostics, compilation->sources, {}), "");
    Result result;
    if (compilation->source == nullptr)
      return result;
    const std::shared_ptr<const plan::SourcePlan> plan = LowerSource(*compilation->source);
    const plan::LeadSchema schema = LowerSchema(*compilation->source->program);
    PayloadReader reader(*plan, schema);
    reader.Begin(payload);
    Lead lead;
    while (reader.Next(0, lead)) {
      for (const FieldError& error : lead.errors)
        result.errors.push_back(error.path + " " + error.code + ": " + error.message);
      if (lead.errors.empty())
        result.leads.push_back(Plain(json::parse(reader.mapper().Canonical())));
    }
    for (const auto& [path, times] : reader.unmapped().names())
      result.unmapped.push_back(path);
    result.empty_payloads = reader.empty_payloads();
    return result;
  }

 private:
  static std::string File(const std::string& name) {
    return ReadWhole(std::string(LQ_SOURCE_DIR) + "/examples/sources/" + name);
  }

  // Without members that say nothing, and values without who reported them when.
  static json Plain(const json& value) {
    if (!value.is_object())
      return value;
    if (value.contains("reports"))
      return value.at("reports").at(0).at("value");
    json plain = json::object();
    for (const auto& [name, member] : value.items()) {
      const json inner = Plain(member);
      if (!inner.is_null() && inner != json::object())
        plain[name] = inner;
    }
    return plain;
  }

  std::string text_;
  std::string name_;
};

class Sources : public testing::Test {
 protected:
  void SetUp() override {
    if (DataFolder().empty())
      GTEST_SKIP() << "skipped: the real payloads are not there";
  }
  static std::string Payload(const std::string& name) {
    return ReadWhole((DataFolder() / name).string());
  }
  static json At(const std::string& payload, const std::string& pointer) {
    return json::parse(payload).at(json::json_pointer(pointer));
  }
  static std::int64_t Milliseconds(const json& instant) {
    std::int64_t milliseconds = 0;
    EXPECT_TRUE(ParseInstant(instant.get<std::string>(), milliseconds));
    return milliseconds;
  }
};

// The element of a list whose member is `value`.
json Chosen(const json& list, const std::string& pointer, const std::string& value) {
  for (const json& element : list) {
    if (element.at(json::json_pointer(pointer)) == value)
      return element;
  }
  return nullptr;
}

TEST_F(Sources, HubspotContact) {
  const std::string payload = Payload("hubspot_contact_crm_v3.json");
  const auto result = ExampleSource("hubspot_contact").Map(payload);
  ASSERT_EQ(result.leads.size(), 1u);
  const json& lead = result.leads[0];
  EXPECT_EQ(lead.at("$id"), At(payload, "/id"));
  EXPECT_EQ(lead.at("name").at("first"), At(payload, "/properties/firstname"));
  EXPECT_EQ(lead.at("name").at("last"), At(payload, "/properties/lastname"));
  EXPECT_EQ(Milliseconds(lead.at("submitted_at")), Milliseconds(At(payload, "/createdAt")));
  // Its other properties are null.
  EXPECT_EQ(lead.size(), 3u);
  EXPECT_EQ(result.unmapped, std::vector<std::string>{"properties.lifecyclestage"});
}

TEST_F(Sources, HubspotSubmission) {
  const std::string payload = Payload("hubspot_form_submission_poll.json");
  const auto result = ExampleSource("hubspot_submission").Map(payload);
  ASSERT_EQ(result.leads.size(), 1u);
  const json& lead = result.leads[0];
  EXPECT_EQ(lead.at("email"), Chosen(At(payload, "/values"), "/name", "email").at("value"));
  EXPECT_EQ(lead.at("page"), At(payload, "/pageUrl"));
  EXPECT_EQ(Milliseconds(lead.at("submitted_at")), At(payload, "/submittedAt"));
  EXPECT_EQ(lead.size(), 3u);
  EXPECT_TRUE(result.unmapped.empty());
}

TEST_F(Sources, HubspotSubmit) {
  const std::string payload = Payload("hubspot_forms_api_submit.json");
  const auto result = ExampleSource("hubspot_submit").Map(payload);
  ASSERT_EQ(result.leads.size(), 1u);
  const json& lead = result.leads[0];
  EXPECT_EQ(lead.at("email"), Chosen(At(payload, "/fields"), "/name", "email").at("value"));
  EXPECT_EQ(lead.at("consent"), At(payload, "/legalConsentOptions/consent/consentToProcess"));
  EXPECT_EQ(lead.at("page"), At(payload, "/context/pageUri"));
  EXPECT_EQ(lead.size(), 3u);
  EXPECT_EQ(result.unmapped,
            std::vector<std::string>{"legalConsentOptions.consent.communications"});
}

TEST_F(Sources, TypeformShort) {
  const std::string payload = Payload("typeform_form_response.json");
  const auto result = ExampleSource("typeform_short").Map(payload);
  ASSERT_EQ(result.leads.size(), 1u);
  const json& lead = result.leads[0];
  EXPECT_EQ(lead.at("$id"), At(payload, "/form_response/token"));
  EXPECT_EQ(lead.at("name").at("full"), At(payload, "/form_response/answers/0/text"));
  EXPECT_EQ(lead.at("submitted_at"), At(payload, "/form_response/submitted_at"));
  EXPECT_EQ(lead.size(), 3u);
  EXPECT_TRUE(result.unmapped.empty());
}

TEST_F(Sources, TypeformIntake) {
  const std::string payload = Payload("typeform_mixed_answers.json");
  const auto result = ExampleSource("typeform_intake").Map(payload);
  ASSERT_EQ(result.leads.size(), 1u);
  const json& lead = result.leads[0];
  const json answers = At(payload, "/form_response/answers");
  const auto answer = [&](const std::string& id, const std::string& kind) {
    return Chosen(answers, "/field/id", id).at(kind);
  };
  EXPECT_EQ(lead.at("name").at("first"), answer("first_name", "text"));
  EXPECT_EQ(lead.at("name").at("last"), answer("last_name", "text"));
  EXPECT_EQ(lead.at("email"), answer("email", "email"));
  EXPECT_EQ(lead.at("phone"), answer("phone", "phone_number"));
  EXPECT_EQ(lead.at("birth_date"), answer("date_of_birth", "date"));
  EXPECT_EQ(lead.at("consent"), answer("esign_consent", "boolean"));
  // The questions that the source does not read.
  EXPECT_EQ(result.unmapped.size(), answers.size() - 6);
}

TEST_F(Sources, GoogleAds) {
  const std::string payload = Payload("google_ads_lead_form.json");
  const auto result = ExampleSource("google_ads").Map(payload);
  ASSERT_EQ(result.leads.size(), 1u);
  const json& lead = result.leads[0];
  const json data = At(payload, "/user_column_data");
  const auto answer = [&](const std::string& id) {
    return Chosen(data, "/column_id", id).at("string_value");
  };
  EXPECT_EQ(lead.at("$id"), At(payload, "/lead_id"));
  EXPECT_EQ(lead.at("email"), answer("EMAIL"));
  EXPECT_EQ(lead.at("phone"), answer("PHONE_NUMBER"));
  EXPECT_EQ(lead.at("postal_code"), answer("POSTAL_CODE"));
  EXPECT_EQ(lead.at("name").at("full"), answer("FULL_NAME"));
  EXPECT_EQ(lead.at("entry"), "real");
  EXPECT_EQ(result.unmapped, std::vector<std::string>{"user_column_data[column_id=QUESTION_1]"});
}

TEST_F(Sources, Facebook) {
  const std::string payload = Payload("facebook_lead.json");
  const auto result = ExampleSource("facebook").Map(payload);
  ASSERT_EQ(result.leads.size(), 1u);
  const json& lead = result.leads[0];
  const json data = At(payload, "/field_data");
  const auto answer = [&](const std::string& name) {
    return Chosen(data, "/name", name).at("values").at(0);
  };
  EXPECT_EQ(lead.at("$id"), At(payload, "/id"));
  EXPECT_EQ(lead.at("email"), answer("email"));
  EXPECT_EQ(lead.at("name").at("full"), answer("full_name"));
  EXPECT_EQ(lead.at("country"), answer("country"));
  const json size = lead.at("company").at("size");
  EXPECT_EQ(fmt::format("{}-{}", size.at("from").get<int>(), size.at("to").get<int>()),
            answer("company_size"));
  // An empty list of answers is a known empty list; a missing answer would be nothing.
  EXPECT_EQ(lead.at("interests"), json::array());
  EXPECT_TRUE(result.unmapped.empty());
}

TEST_F(Sources, LinkedinTestLeadsAreRejected) {
  const std::string payload = Payload("linkedin_lead_form_response.json");
  ExampleSource source("linkedin");
  const json answers = At(payload, "/formResponse/answers");
  for (std::size_t i = 0; i < 3; ++i)
    source.Rename(fmt::format("9000000000000000{}", i + 1), answers[i].at("questionId").dump());
  const auto rejected = source.Map(payload);
  EXPECT_TRUE(rejected.leads.empty());
  ASSERT_EQ(rejected.errors.size(), 1u);
  EXPECT_EQ(rejected.errors[0],
            "entry value: \"testLead\": `entry` is \"true\", but it takes real");

  json real = json::parse(payload);
  real["testLead"] = false;
  const auto accepted = source.Map(real.dump());
  ASSERT_EQ(accepted.leads.size(), 1u);
  const json& lead = accepted.leads[0];
  const auto answer = [&](std::size_t i) {
    return answers[i].at("answerDetails").at("textQuestionAnswer").at("answer");
  };
  EXPECT_EQ(lead.at("email"), answer(0));
  EXPECT_EQ(lead.at("name").at("first"), answer(1));
  EXPECT_EQ(lead.at("name").at("last"), answer(2));
  EXPECT_EQ(Milliseconds(lead.at("submitted_at")), real.at("submittedAt"));
  EXPECT_TRUE(accepted.unmapped.empty());
}

TEST_F(Sources, Clearbit) {
  const std::string payload = Payload("clearbit_company.json");
  const auto result = ExampleSource("clearbit").Map(payload);
  ASSERT_EQ(result.leads.size(), At(payload, "/results").size());
  const json& lead = result.leads[0];
  const json company = At(payload, "/results/0");
  EXPECT_EQ(lead.at("$id"), company.at("id"));
  EXPECT_EQ(lead.at("company").at("name"), company.at("name"));
  EXPECT_EQ(lead.at("company").at("domain"), company.at("domain"));
  EXPECT_EQ(lead.at("company").at("size"), company.at("metrics").at("employees"));
  EXPECT_EQ(lead.at("company").at("founded"), company.at("foundedYear"));
  EXPECT_EQ(lead.at("country"), company.at("geo").at("countryCode"));
  const json revenue = lead.at("company").at("revenue");
  const auto millions = [&](const char* end) {
    return std::stoll(revenue.at(end).at("amount").get<std::string>()) / 1'000'000;
  };
  EXPECT_EQ(fmt::format("${}M-${}M", millions("from"), millions("to")),
            company.at("metrics").at("estimatedAnnualRevenue"));
  const auto nothing = ExampleSource("clearbit").Map(Payload("clearbit_empty.json"));
  EXPECT_TRUE(nothing.leads.empty() && nothing.errors.empty());
  EXPECT_EQ(nothing.empty_payloads, 1u);
}

// As a browser sends them.
std::string FormBodyOf(const json& parameters) {
  std::string body;
  for (const auto& [name, value] : parameters.items()) {
    body += body.empty() ? "" : "&";
    for (const std::string& part : {name, std::string("="), value.get<std::string>()}) {
      for (const char c : part) {
        const bool plain = std::isalnum(static_cast<unsigned char>(c)) != 0 || part == "=";
        body += plain ? std::string(1, c) : fmt::format("%{:02X}", static_cast<unsigned char>(c));
      }
    }
  }
  return body;
}

TEST_F(Sources, WebToLead) {
  const json parameters = json::parse(Payload("salesforce_web_to_lead.json"));
  ExampleSource source("web_to_lead");
  source.Rename("00N000000000EXA", "00N000000000001");
  const auto result = source.Map(FormBodyOf(parameters));
  ASSERT_EQ(result.leads.size(), 1u);
  const json& lead = result.leads[0];
  EXPECT_EQ(lead.at("email"), parameters.at("email"));
  EXPECT_EQ(lead.at("phone"), parameters.at("phone"));
  EXPECT_EQ(lead.at("name").at("first"), parameters.at("first_name"));
  EXPECT_EQ(lead.at("name").at("last"), parameters.at("last_name"));
  EXPECT_EQ(lead.at("company").at("name"), parameters.at("company"));
  EXPECT_EQ(lead.at("postal_code"), parameters.at("00N000000000001"));
  EXPECT_TRUE(result.unmapped.empty());
}

}  // namespace
}  // namespace lq::test
