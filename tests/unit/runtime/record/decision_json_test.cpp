#include "runtime/record/decision_json.h"

#include <string>

#include <gtest/gtest.h>

#include "runtime/value/values.h"

namespace lq {
namespace {

std::string Json(const Decision& decision) {
  std::string out;
  AppendJson(decision, out);
  return out;
}

Decision Settled() {
  Decision decision;
  decision.policy = "inbound";
  decision.version = 7;
  decision.hash = "sha256:00";
  decision.lead = "L-17";
  decision.as_of = 1'785'542'400'000;
  decision.outcome = "sales_ready";
  decision.proposed = "sales_ready";
  decision.confidence = 943;
  decision.ceiling = 900;
  return decision;
}

TEST(DecisionJson, Empty) {
  EXPECT_EQ(Json(Settled()),
            R"({"policy":"inbound","version":7,"hash":"sha256:00","lead":"L-17",)"
            R"("as_of":"2026-08-01T00:00:00Z","toggles":{},"status":"settled",)"
            R"("outcome":"sales_ready","proposed":"sales_ready","confidence":0.943,"ceiling":0.9,)"
            R"("tension":0,"reasons":[],"could_become":[],"held_by":[],"overruled":[],"ask":[],)"
            R"("scores":{},"outputs":{}})");
}

TEST(DecisionJson, AppendsToWhatIsThere) {
  std::string out = "{";
  AppendJson(Settled(), out);
  EXPECT_TRUE(out.starts_with(R"({{"policy":)"));
}

// The members between "toggles" and "scores", where a case needs no others.
std::string Part(const std::string& json, std::string_view from, std::string_view to) {
  const std::size_t begin = json.find(from);
  return json.substr(begin, json.find(to, begin) - begin);
}

TEST(DecisionJson, Toggles) {
  Decision decision = Settled();
  decision.toggles = {{"a", true}, {"b", false}};
  EXPECT_EQ(Part(Json(decision), "\"toggles\"", ",\"status\""),
            R"("toggles":{"a":true,"b":false})");
}

TEST(DecisionJson, Reasons) {
  Decision decision = Settled();
  decision.reasons = {{"A", 6021, ReasonFrom::kEvidence, "e", 0, {}},
                      {"B", -3500, ReasonFrom::kRule, "r", 0, {}},
                      {"C", 40, ReasonFrom::kTableRow, "t", 12, {}},
                      {"D", 872, ReasonFrom::kOtherwise, "", 0, {}},
                      {"E", 0, ReasonFrom::kGuard, "g", 0, {}}};
  EXPECT_EQ(Part(Json(decision), "\"reasons\"", ",\"could_become\""),
            R"("reasons":[{"code":"A","points":6.021,"from":"evidence e"},)"
            R"({"code":"B","points":-3.5,"from":"rule r"},)"
            R"({"code":"C","points":0.04,"from":"table t row 12"},)"
            R"({"code":"D","points":0.872,"from":"otherwise"},)"
            R"({"code":"E","points":0,"from":"guard g"}])");
}

TEST(DecisionJson, Texts) {
  Decision decision = Settled();
  decision.text = "Call \"Ana\".\n";
  decision.reasons = {{"A", 0, ReasonFrom::kRule, "r", 0, "250 people — §"},
                      {"B", 0, ReasonFrom::kRule, "r", 0, ""},
                      {"C", 0, ReasonFrom::kRule, "r", 0, {}}};
  const std::string json = Json(decision);
  EXPECT_EQ(Part(json, "\"outcome\"", ",\"proposed\""),
            R"("outcome":"sales_ready","text":"Call \"Ana\".\n")");
  EXPECT_EQ(Part(json, "\"reasons\"", ",\"could_become\""),
            R"("reasons":[{"code":"A","text":"250 people — §","points":0,"from":"rule r"},)"
            R"({"code":"B","text":"","points":0,"from":"rule r"},)"
            R"({"code":"C","points":0,"from":"rule r"}])");
}

TEST(DecisionJson, UndecidedAndDoubtful) {
  Decision decision = Settled();
  decision.status = Status::kUndecided;
  decision.could_become = {{"sales_ready", 1, 999}, {"nurture", 550, 550}};
  decision.ask = {{"annual_budget", Cause::kMissing, 60'000, "What is \"it\"?"},
                  {"company.size", Cause::kDisagreement, 63'076, {}}};
  const std::string json = Json(decision);
  EXPECT_EQ(Part(json, "\"status\"", ",\"outcome\""), R"("status":"undecided")");
  EXPECT_EQ(Part(json, "\"could_become\"", ",\"held_by\""),
            R"("could_become":[{"outcome":"sales_ready","confidence":0.001,"ceiling":0.999},)"
            R"({"outcome":"nurture","confidence":0.55,"ceiling":0.55}])");
  EXPECT_EQ(Part(json, "\"ask\"", ",\"scores\""),
            R"("ask":[{"field":"annual_budget","cause":"missing","gain":60,)"
            R"("question":"What is \"it\"?"},)"
            R"({"field":"company.size","cause":"disagreement","gain":63.076}])");
  decision.status = Status::kDoubtful;
  decision.held_by = {{800, {}}, {0, "contradictory"}};
  decision.overruled = {"nurture", "stop"};
  EXPECT_EQ(
      Part(Json(decision), "\"held_by\"", ",\"ask\""),
      R"("held_by":[{"needs":0.8},{"guard":"contradictory"}],"overruled":["nurture","stop"])");
}

TEST(DecisionJson, ScoresAndOutputs) {
  Decision decision = Settled();
  decision.scores = {{"fit", 60, 60, 0, 2}, {"intent", -20, 5, 2, 0}};
  decision.score_codes = {"FIT_SIZE", "FIT_REGION"};
  Type integer;
  integer.kind = TypeKind::kInteger;
  Type text;
  text.kind = TypeKind::kText;
  decision.outputs = {{"a", &integer, PossibleBand(1, 2, Cause::kBand, decision.arena), false},
                      {"b", &text, PossibleAll(Cause::kMissing), true}};
  const std::string json = Json(decision);
  EXPECT_EQ(json.substr(json.find("\"scores\"")),
            R"("scores":{"fit":{"low":60,"high":60,"because":["FIT_SIZE","FIT_REGION"]},)"
            R"("intent":{"low":-20,"high":5,"because":[]}},)"
            R"("outputs":{"a":{"from":1,"to":2},"b":null}})");
}

TEST(DecisionJson, Rejected) {
  Decision decision = Settled();
  decision.status = Status::kRejected;
  decision.lead = {};
  decision.toggles = {{"a", true}};
  decision.errors = {{"company.size", "range", "`company.size` is 0"}, {"", "not_json", "\x01"}};
  EXPECT_EQ(Json(decision),
            R"({"policy":"inbound","version":7,"hash":"sha256:00","lead":null,)"
            R"("as_of":"2026-08-01T00:00:00Z","status":"rejected",)"
            R"("errors":[{"path":"company.size","code":"range","message":"`company.size` is 0"},)"
            R"({"path":"","code":"not_json","message":"\u0001"}]})");
}

}  // namespace
}  // namespace lq
