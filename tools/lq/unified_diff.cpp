#include "tools/lq/unified_diff.h"

#include <dtl/dtl.hpp>

#include <sstream>
#include <vector>

namespace lq::tool {
namespace {

using TextLines = std::vector<std::string>;

// A last line without its end says so, as `patch` wants it.
TextLines LinesOf(std::string_view text) {
  TextLines lines;
  while (!text.empty()) {
    const std::size_t end = text.find('\n');
    lines.emplace_back(text.substr(0, end));
    if (end == std::string_view::npos) {
      lines.back() += "\n\\ No newline at end of file";
      break;
    }
    text.remove_prefix(end + 1);
  }
  return lines;
}

}  // namespace

std::string UnifiedDiff(const std::string& path, std::string_view before, std::string_view after) {
  dtl::Diff<std::string, TextLines> diff(LinesOf(before), LinesOf(after));
  diff.compose();
  diff.composeUnifiedHunks();
  std::ostringstream out;
  out << "--- " << path << "\n+++ " << path << "\n";
  diff.printUnifiedFormat(out);
  return out.str();
}

}  // namespace lq::tool
