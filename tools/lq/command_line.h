#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lq::tool {

// The options of a verb, with `--help` and `--color` in place.
std::unique_ptr<CLI::App> MakeCommandLine(std::string_view verb);

// Adds `--format` with its allowed values; the first is the default.
void AddFormat(CLI::App& app, std::string& format, const std::vector<std::string>& allowed);

// Reads `words` into the variables that the options are bound to. A status when the verb ends here:
// after
// `--help`, or on wrong usage, which is reported.
std::optional<int> ReadCommandLine(CLI::App& app, std::string_view verb,
                                   const std::vector<std::string>& words);

}  // namespace lq::tool
