#include "runtime/abi/options.h"

#include <algorithm>
#include <string>

#include "runtime/abi/border.h"
#include "runtime/value/ascii.h"
#include "runtime/value/date.h"

namespace lq::abi {
namespace {

std::string Named(std::string_view what, std::string_view name) {
  return "the policy has no " + std::string(what) + " `" + std::string(name) + "`";
}

}  // namespace

bool Options::Read(const PolicyState& policy, const lq_options& given, lq_error* error) {
  if (given.as_of < kFirstInstant || given.as_of > kLastInstant) {
    Fail(error, LQ_ERROR_ARGUMENT,
         "`as_of` is outside the years 1 to 9999; it is milliseconds since 1970-01-01, UTC");
    return false;
  }
  as_of_ = given.as_of;
  return ReadToggles(policy, given, error) && ReadLanguage(policy, given.language, error);
}

bool Options::ReadToggles(const PolicyState& policy, const lq_options& given, lq_error* error) {
  count_ = 0;
  if (given.toggle_count == 0)
    return true;
  const std::vector<plan::Toggle>& known = policy.plan().toggles;
  if (room_ < known.size()) {
    states_ = std::make_unique<bool[]>(known.size());
    room_ = known.size();
  }
  for (const plan::Toggle& toggle : known)
    states_[count_++] = toggle.on;
  for (std::size_t i = 0; i < given.toggle_count; ++i) {
    const char* const name = given.toggles == nullptr ? nullptr : given.toggles[i].name;
    if (name == nullptr) {
      Fail(error, LQ_ERROR_ARGUMENT, "the name of a toggle is NULL");
      return false;
    }
    const auto found = std::find_if(known.begin(), known.end(), [&](const plan::Toggle& toggle) {
      return toggle.name == name;
    });
    if (found == known.end()) {
      Fail(error, LQ_ERROR_OPTION, Named("toggle", name));
      return false;
    }
    states_[static_cast<std::size_t>(found - known.begin())] = given.toggles[i].on != 0;
  }
  return true;
}

bool Options::ReadLanguage(const PolicyState& policy, const char* given, lq_error* error) {
  language_ = {};
  if (given == nullptr || *given == '\0')
    return true;
  for (const std::string& language : policy.plan().languages) {
    if (EqualButForAsciiCase(given, language)) {
      language_ = language;
      return true;
    }
  }
  Fail(error, LQ_ERROR_OPTION, Named("content in the language", given));
  return false;
}

}  // namespace lq::abi
