#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace lq::tool {

// An empty command line for a verb; options are added to it with CLI11.
std::unique_ptr<CLI::App> MakeCommandLine(std::string_view verb);

// Adds an option that takes one of `allowed`.
void AddChoice(CLI::App& app, const std::string& name, std::string& value,
               const std::vector<std::string>& allowed, const std::string& description);

// Adds `--format` with its allowed values; the first is the default.
void AddFormat(CLI::App& app, std::string& format, const std::vector<std::string>& allowed);

// Adds `--library-path`.
void AddLibraryPath(CLI::App& app, std::vector<std::string>& folders);

// Adds what all verbs share, and reads `words` into the variables that the options are bound to. A
// status when the verb ends here: after `--help`, or on wrong usage, which is reported.
std::optional<int> ReadCommandLine(CLI::App& app, std::string_view verb,
                                   const std::vector<std::string>& words);

}  // namespace lq::tool
