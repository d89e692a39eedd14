#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// What the standard functions, conversions and libraries say of themselves, in Markdown: what `lq
// explain` prints, hover shows and the reference page holds. All of it comes from their rows.
namespace lq::stdlib {

// A function, a conversion, a library or a name that one declares; nothing when there is none.
std::optional<std::string> Describe(std::string_view name);

// Every name that can be described, sorted.
std::vector<std::string_view> DescribedNames();

// docs/language/standard.md
std::string StandardReference();

}  // namespace lq::stdlib
