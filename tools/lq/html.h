#pragma once

#include <string>
#include <string_view>

namespace lq::tool {

// Text for the body or an attribute of a page: markup is escaped, and control characters and those
// that turn the direction of writing become U+FFFD.
std::string HtmlText(std::string_view text);

// A whole page that needs nothing else and runs nothing: its style is in it, scripts and everything
// from elsewhere are forbidden. `title` is made safe; `body` is markup.
std::string HtmlPage(std::string_view title, std::string_view style, std::string_view body);

}  // namespace lq::tool
