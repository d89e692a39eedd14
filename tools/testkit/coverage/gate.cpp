#include "tools/testkit/coverage/gate.h"

#include <charconv>

#include <fmt/format.h>

namespace lq::testkit {
namespace {

std::string AllNames() {
  std::string names;
  for (std::uint8_t i = 0; i < kMeasures; ++i) {
    names += fmt::format("{}{}", i == 0 ? "" : ", ", MeasureName(static_cast<Measure>(i)));
  }
  return names;
}

std::string_view Trim(std::string_view text) {
  while (!text.empty() && text.front() == ' ') {
    text.remove_prefix(1);
  }
  while (!text.empty() && text.back() == ' ') {
    text.remove_suffix(1);
  }
  return text;
}

// "95", "95%"
bool ReadPercent(std::string_view text, std::uint64_t& percent) {
  if (!text.empty() && text.back() == '%') {
    text.remove_suffix(1);
  }
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), percent);
  return error == std::errc() && end == text.data() + text.size() && percent <= 100;
}

bool ReadGate(std::string_view item, Gate& gate, std::string& problem, std::string& help) {
  const std::size_t equals = item.find('=');
  const std::string_view name = Trim(item.substr(0, equals));
  const std::optional<Measure> measure = FindMeasure(name);
  if (!measure) {
    problem = name.empty() ? std::string("nothing stands between two commas")
                           : fmt::format("`{}` is nothing that coverage counts", name);
    help = fmt::format("name some of {}", AllNames());
    return false;
  }
  gate = {*measure, 100};
  if (equals != std::string_view::npos &&
      !ReadPercent(Trim(item.substr(equals + 1)), gate.percent)) {
    problem = fmt::format("`{}` asks for no percentage", item);
    help = fmt::format("write a whole number from 0 to 100, as in `{}=95`", name);
    return false;
  }
  return true;
}

}  // namespace

bool ReadGates(std::string_view text, std::vector<Gate>& gates, std::string& problem,
               std::string& help) {
  for (;;) {
    const std::size_t comma = text.find(',');
    if (!ReadGate(Trim(text.substr(0, comma)), gates.emplace_back(), problem, help)) {
      return false;
    }
    if (comma == std::string_view::npos) {
      return true;
    }
    text.remove_prefix(comma + 1);
  }
}

}  // namespace lq::testkit
