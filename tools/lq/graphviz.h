#pragma once

#include <string>

namespace lq::tool {

// Draws a graph in Graphviz's language as SVG, by the program `dot`. False, after a report, when
// `dot` is not there or fails.
bool DrawSvg(const std::string& dot, std::string& svg);

}  // namespace lq::tool
