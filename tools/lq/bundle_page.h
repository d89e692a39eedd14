#pragma once

#include <string>

#include "runtime/bundle/bundle.h"

namespace lq::tool {

// What a bundle holds, for a person, and as one JSON document with a version.
std::string BundleText(const bundle::Bundle& bundle);
std::string BundleJson(const bundle::Bundle& bundle);

// "rule", "row of table"
std::string PlaceWord(bundle::SourcePlace::Of of);

}  // namespace lq::tool
