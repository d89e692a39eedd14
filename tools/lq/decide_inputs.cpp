#include "tools/lq/decide_inputs.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <chrono>

#include "compiler/diag/diagnostic.h"
#include "runtime/value/ascii.h"
#include "runtime/value/date.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

std::int64_t Now() {
  using namespace std::chrono;
  return duration_cast<milliseconds>(system_clock::now().time_since_epoch()).count();
}

std::vector<std::string_view> ToggleNames(const plan::Plan& plan) {
  std::vector<std::string_view> names;
  for (const plan::Toggle& toggle : plan.toggles) {
    names.push_back(toggle.name);
  }
  return names;
}

bool UnknownToggle(const plan::Plan& plan, const std::string& name) {
  Report(DiagnosticKind::kCommandToggle,
         fmt::format("policy `{}` has no toggle `{}`", plan.policy, name),
         ToggleHelp(name, ToggleNames(plan)));
  return false;
}

// "2026-08-01" (its midnight, UTC) or an instant; the clock's now when `text` is empty.
bool ReadAsOf(const std::string& text, std::int64_t& as_of) {
  std::int64_t day = 0;
  if (text.empty()) {
    as_of = Now();
    return true;
  }
  if (ParseDate(text, day)) {
    as_of = day * kMillisecondsPerDay;
    return true;
  }
  if (ParseInstant(text, as_of)) {
    return true;
  }
  Report(DiagnosticKind::kCommandUsage, fmt::format("`{}` is neither a date nor an instant", text),
         "write `--as-of 2026-08-01` or `--as-of 2026-08-01T10:00:00Z`");
  return false;
}

// The policy's name of the language `given`; of none, none.
bool ReadLanguage(const plan::Plan& plan, const std::string& given, std::string_view& language) {
  const auto& known = plan.languages;
  const auto found = std::find_if(known.begin(), known.end(), [&](const std::string& name) {
    return EqualButForAsciiCase(given, name);
  });
  if (found != known.end() || given.empty()) {
    language = found != known.end() ? *found : std::string_view();
    return true;
  }
  Report(DiagnosticKind::kCommandLanguage,
         fmt::format("policy `{}` has no content in the language `{}`", plan.policy, given),
         known.empty() ? "the policy has no line `languages …`"
                       : fmt::format("its languages are `{}`", fmt::join(known, "`, `")));
  return false;
}

}  // namespace

bool ReadToggleWord(const std::string& word, std::string& name, bool& on) {
  const std::size_t equals = std::min(word.find('='), word.size());
  name = word.substr(0, equals);
  const std::string state = word.substr(std::min(equals + 1, word.size()));
  on = state == "on";
  if (on || state == "off") {
    return true;
  }
  Report(DiagnosticKind::kCommandUsage, fmt::format("`--toggle {}` does not say on or off", word),
         fmt::format("write `--toggle {}=on` or `--toggle {}=off`", name, name));
  return false;
}

void ReportToggleTwice(const std::string& name) {
  Report(DiagnosticKind::kCommandUsage, fmt::format("`--toggle` names `{}` twice", name),
         "leave one of the two out");
}

std::string ToggleHelp(const std::string& name, const std::vector<std::string_view>& names) {
  if (const std::string_view nearest = NearestName(name, names); !nearest.empty()) {
    return fmt::format("did you mean `{}`?", nearest);
  }
  return names.empty() ? "the policy has no toggles"
                       : fmt::format("its toggles are `{}`", fmt::join(names, "`, `"));
}

bool ToggleStates::Read(const plan::Plan& plan, const std::vector<std::string>& words) {
  count_ = plan.toggles.size();
  states_ = std::make_unique<bool[]>(count_);
  std::transform(plan.toggles.begin(), plan.toggles.end(), states_.get(),
                 [](const plan::Toggle& toggle) { return toggle.on; });
  return std::all_of(words.begin(), words.end(),
                     [&](const std::string& word) { return ReadOne(plan, word); });
}

bool ToggleStates::ReadOne(const plan::Plan& plan, const std::string& word) {
  std::string name;
  bool on = false;
  if (!ReadToggleWord(word, name, on)) {
    return false;
  }
  const auto& toggles = plan.toggles;
  const auto found = std::find_if(toggles.begin(), toggles.end(),
                                  [&](const plan::Toggle& toggle) { return toggle.name == name; });
  if (found == toggles.end()) {
    return UnknownToggle(plan, name);
  }
  if (!named_.insert(name).second) {
    ReportToggleTwice(name);
    return false;
  }
  states_[static_cast<std::size_t>(found - toggles.begin())] = on;
  return true;
}

void AddInputOptions(CommandLine& line, InputOptions& options) {
  line.Option("--as-of", "WHEN", options.as_of,
              "the date or instant that `today` and `now` mean; default: now");
  line.Options("--toggle", "STATE", options.toggles,
               "a toggle's state, `NAME=on` or `NAME=off`; repeatable");
  line.Option("--language", "CODE", options.language,
              "add the policy's texts in this language, such as `DE`");
}

bool ReadInputs(const plan::Plan& plan, const InputOptions& options, ToggleStates& toggles,
                DecisionInputs& inputs) {
  if (!ReadAsOf(options.as_of, inputs.as_of) || !toggles.Read(plan, options.toggles) ||
      !ReadLanguage(plan, options.language, inputs.language)) {
    return false;
  }
  inputs.toggles = toggles.states();
  return true;
}

}  // namespace lq::tool
