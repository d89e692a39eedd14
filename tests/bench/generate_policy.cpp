// Writes a package of any size, for measuring: a schema, a policy of generated rules (four tests
// each: two equalities, two ranges) and leads.
//
//   generate_policy FOLDER RULES LEADS [SEED]

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <fmt/format.h>

#include "tests/bench/generated/generated_policy.h"

int main(int count, char** arguments) {
  if (count < 4) {
    fmt::print(stderr, "usage: generate_policy FOLDER RULES LEADS [SEED]\n");
    return 2;
  }
  const std::filesystem::path folder = arguments[1];
  const int rules = std::atoi(arguments[2]);
  const int leads = std::atoi(arguments[3]);
  lq::bench::GeneratedPolicy generator(count > 4 ? std::strtoull(arguments[4], nullptr, 10) : 1);
  std::filesystem::create_directories(folder);
  std::ofstream(folder / "lead.lq") << generator.Schema();
  std::ofstream(folder / "policy.lq") << generator.Policy(rules);
  std::ofstream out(folder / "leads.jsonl");
  for (int i = 0; i < leads; ++i)
    out << generator.Lead(i);
  out.flush();
  return out ? 0 : 1;
}
