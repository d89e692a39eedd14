#pragma once

#include <optional>
#include <string>

#include "compiler/lint/lint.h"

namespace lq::tool {

// What the lq.toml of a package sets.
struct PackageSettings {
  // There is one.
  bool there = false;
  lint::Levels lint;
};

// Of the package that `path` belongs to; all as it is by itself when there is no lq.toml. Nothing,
// and reported with its place, when it says what it cannot.
std::optional<PackageSettings> ReadPackageSettings(const std::string& path);

}  // namespace lq::tool
