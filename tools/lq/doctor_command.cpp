#include "tools/lq/doctor_command.h"

#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "tools/lq/command_line.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/set_up.h"

namespace lq::tool {
namespace {

std::string AsText(const SetUp& found) {
  std::string text;
  for (const SetUpFact& fact : found.facts) {
    text += fmt::format("{:<12}{}\n", fact.name, fact.text);
  }
  text += "data\n";
  for (const SetUpFact& fact : found.data) {
    text += fmt::format("  {}\n    {}\n", fact.name, fact.text);
  }
  text += found.problems.empty() ? "\nNothing is wrong.\n" : "\n";
  for (const SetUpProblem& one : found.problems) {
    text += fmt::format("problem: {}\n  mend it: {}\n", one.problem, one.fix);
  }
  return text;
}

std::string AsJson(const SetUp& found) {
  nlohmann::ordered_json out = {{"version", 1}};
  for (const SetUpFact& fact : found.facts) {
    out[fact.name] = fact.text;
  }
  out["data"] = nlohmann::ordered_json::array();
  for (const SetUpFact& fact : found.data) {
    out["data"].push_back({{"what", fact.name}, {"source", fact.text}});
  }
  out["problems"] = nlohmann::ordered_json::array();
  for (const SetUpProblem& one : found.problems) {
    out["problems"].push_back({{"problem", one.problem}, {"fix", one.fix}});
  }
  return out.dump() + "\n";
}

}  // namespace

int RunDoctor(const std::vector<std::string>& words) {
  std::string format;
  CommandLine line("doctor");
  line.Format(format, {"human", "json"});
  if (const auto status = line.Read(words)) {
    return *status;
  }
  const SetUp found = LookOver();
  Output output;
  output.Write(format == "json" ? AsJson(found) : AsText(found));
  if (output.status() != kFine) {
    return output.status();
  }
  return found.problems.empty() ? kFine : kFindings;
}

}  // namespace lq::tool
