#pragma once

#include <map>
#include <string>

#include "compiler/lint/rule.h"

namespace lq::lint {

// By name of the rule; those that are not there have their own level.
using Levels = std::map<std::string, Level, std::less<>>;

// What the rules find in the package and no `# lq allow` silences.
void Lint(const Package& package, const Levels& levels, Diagnostics& diagnostics);

}  // namespace lq::lint
