#include "tools/lq/test_toggles.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include "tools/lq/decide_inputs.h"
#include "tools/lq/report.h"

namespace lq::tool {

bool TestToggles::Read(const std::vector<std::string>& words) {
  for (const std::string& word : words) {
    std::string name;
    bool on = false;
    if (!ReadToggleWord(word, name, on)) {
      return false;
    }
    if (!states_.try_emplace(name, on).second) {
      ReportToggleTwice(name);
      return false;
    }
  }
  return true;
}

void TestToggles::Take(const ir::Program& program) {
  took_ = true;
  for (const ir::Toggle& toggle : program.toggles) {
    known_.insert(toggle.name);
  }
}

bool TestToggles::ReportUnknown() const {
  const std::vector<std::string_view> names(known_.begin(), known_.end());
  bool good = true;
  for (const auto& [name, on] : states_) {
    // Without a policy something else is wrong, and told.
    if (!took_ || known_.contains(name)) {
      continue;
    }
    good = false;
    Report(DiagnosticKind::kCommandToggle,
           fmt::format("no policy that is tested has a toggle `{}`", name),
           ToggleHelp(name, names));
  }
  return good;
}

}  // namespace lq::tool
