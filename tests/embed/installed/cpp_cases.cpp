// cpp_cases FOLDER: decides the cases of FOLDER/cases.tsv, as tests/embed/write_cases.cpp wrote
// them.

#include <lq/policy.h>

#include <fstream>
#include <iostream>
#include <map>
#include <sstream>

namespace {

using namespace lq::embed;

struct Opened {
  Policy policy;
  Decider decider;
};

// Each bundle is opened once: its decider meets many leads.
Decider& DeciderOf(const std::string& path, Error& error) {
  static std::map<std::string, Opened> opened;
  const auto found = opened.find(path);
  if (found != opened.end())
    return found->second.decider;
  Policy policy = Policy::OpenFile(path, error);
  Decider decider(policy, error);
  return opened.emplace(path, Opened{policy, std::move(decider)}).first->second.decider;
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

bool DecideOne(const std::string& folder, const std::string& line) {
  std::vector<std::string> cells;
  std::istringstream stream(line);
  for (std::string cell; std::getline(stream, cell, '\t');)
    cells.push_back(cell);
  Error error;
  const Options options = {std::stoll(cells.at(2)), Toggles(cells.at(3)), cells.at(4)};
  const Decision decision =
      DeciderOf(folder + "/" + cells.at(1), error).Decide(Unhex(cells.at(5)), options, error);
  if (decision && decision.json() == cells.at(6))
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
  int wrong = 0;
  for (std::string line; std::getline(cases, line); ++decided)
    wrong += DecideOne(folder, line) ? 0 : 1;
  std::cout << "C++: " << decided << " cases, " << wrong << " differ\n";
  return decided > 0 && wrong == 0 ? 0 : 1;
}
