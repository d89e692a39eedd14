#include "tools/lq/github_text.h"

#include <fmt/format.h>

namespace lq::tool {

std::string GithubText(std::string_view text, bool property) {
  std::string out;
  for (const char c : text) {
    const bool special = c == '%' || c == '\n' || c == '\r' || (property && (c == ':' || c == ','));
    out += special ? fmt::format("%{:02X}", static_cast<unsigned>(c)) : std::string(1, c);
  }
  return out;
}

}  // namespace lq::tool
