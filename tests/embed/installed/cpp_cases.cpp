// cpp_cases FOLDER: decides the cases of FOLDER/cases.tsv, as tests/embed/write_cases.cpp wrote
// them, and judges them by machine code where their bundles have some.

#include <lq/policy.h>

#include <fstream>
#include <iostream>
#include <map>
#include <set>
#include <sstream>

namespace {

using namespace lq::embed;

struct Opened {
  Policy policy;
  Decider decider;
  Decider judge;
};

// Each bundle is opened once: its deciders meet many leads.
Opened& Open(const std::string& path, Error& error) {
  static std::map<std::string, Opened> opened;
  const auto found = opened.find(path);
  if (found != opened.end())
    return found->second;
  Policy policy = Policy::OpenFile(path, error);
  Error no_code;
  policy.UseNative(no_code);
  Opened made{policy, Decider(policy, error), Decider(policy, error)};
  return opened.emplace(path, std::move(made)).first->second;
}

std::vector<Toggle> Toggles(const std::string& cell) {
  std::vector<Toggle> toggles;
  std::istringstream words(cell);
  for (std::string word; std::getline(words, word, ',');)
    toggles.push_back({word.substr(0, word.find('=')), word.back() == '1'});
  return toggles;
}

std::string Unhex(const std::string& digits) {
  std::string bytes;
  for (std::size_t i = 0; i < digits.size(); i += 2)
    bytes += static_cast<char>(std::stoi(digits.substr(i, 2), nullptr, 16));
  return bytes;
}

// Those that fired for what is proposed.
std::set<std::pair<std::string, std::uint32_t>> RulesOf(const Verdict& verdict) {
  std::set<std::pair<std::string, std::uint32_t>> rules;
  for (const lq_rule& rule : verdict.rules()) {
    if (View(rule.outcome) == verdict.proposed())
      rules.emplace(View(rule.name), rule.row);
  }
  return rules;
}

// The same as the decision's reasons name them.
std::set<std::pair<std::string, std::uint32_t>> RulesOf(const Decision& decision) {
  std::set<std::pair<std::string, std::uint32_t>> rules;
  for (const lq_reason& reason : decision.reasons()) {
    if (reason.from == LQ_FROM_RULE || reason.from == LQ_FROM_TABLE_ROW)
      rules.emplace(View(reason.name), reason.row);
  }
  return rules;
}

bool Agree(const Verdict& verdict, const Decision& decision) {
  const std::vector<lq_lead_error> errors = decision.errors();
  const bool same_errors =
      verdict.errors().size() == errors.size() &&
      (errors.empty() || View(verdict.errors().back().message) == View(errors.back().message));
  return verdict && verdict.status() == decision.status() &&
         verdict.outcome() == decision.outcome() && verdict.proposed() == decision.proposed() &&
         verdict.confidence() == decision.confidence() && verdict.ceiling() == decision.ceiling() &&
         verdict.lead() == decision.lead() && verdict.hash() == decision.hash() && same_errors &&
         RulesOf(verdict) == RulesOf(decision);
}

bool DecideOne(const std::string& folder, const std::string& line, int& native) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, '\t');)
    cells.push_back(cell);
  Error error;
  const Options options = {std::stoll(cells.at(2)), Toggles(cells.at(3)), cells.at(4)};
  Opened& opened = Open(folder + "/" + cells.at(1), error);
  const std::string lead = Unhex(cells.at(5));
  const Decision decision = opened.decider.Decide(lead, options, error);
  native += opened.policy.is_native() ? 1 : 0;
  const bool agree = Agree(opened.judge.Judge(lead, options, error), decision);
  if (decision && decision.json() == cells.at(6) && agree)
    return true;
  std::cout << cells[0] << "\n  expected " << cells[6] << "\n  got      "
            << (decision ? decision.json() : error.message()) << '\n';
  return false;
}

}  // namespace

int main(int, char** words) {
  const std::string folder = words[1];
  std::ifstream cases(folder + "/cases.tsv", std::ios::binary);
  int decided = 0;
  int native = 0;
  int wrong = 0;
  for (std::string line; std::getline(cases, line); ++decided)
    wrong += DecideOne(folder, line, native) ? 0 : 1;
  std::cout << "C++: " << decided << " cases, " << native << " of them also by machine code, "
            << wrong << " differ\n";
  return native > decided / 2 && wrong == 0 ? 0 : 1;
}
