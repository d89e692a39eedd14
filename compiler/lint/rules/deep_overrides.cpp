#include <algorithm>

#include <fmt/format.h>

#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

constexpr std::size_t kMost = 3;

// How many rules override one another below a rule, it among them; the checker has refused circles.
std::size_t Depth(const ir::Program& program, std::uint32_t rule, std::vector<std::size_t>& known) {
  if (known[rule] > 0)
    return known[rule];
  std::size_t below = 0;
  for (const std::uint32_t other : program.rules[rule].overrides)
    below = std::max(below, Depth(program, other, known));
  return known[rule] = below + 1;
}

}  // namespace

void DeepOverrides(const Package& package, Findings& findings) {
  for (const Policy& policy : package.policies) {
    const ir::Program& program = *policy.program;
    std::vector<std::size_t> known(program.rules.size(), 0);
    for (std::uint32_t i = 0; i < program.rules.size(); ++i) {
      // A longer chain is told once, where it becomes too long.
      if (Depth(program, i, known) != kMost + 1)
        continue;
      Diagnostic& report = findings.Add(
          program.rules[i].span,
          fmt::format("`{}` begins a chain of {} rules, each of which overrides the next",
                      program.rules[i].name, kMost + 1));
      report.help =
          "say in `unless` what keeps a rule from counting, or use a table with "
          "`hit first`";
    }
  }
}

}  // namespace lq::lint
