#pragma once

#include <string>
#include <string_view>

namespace lq::test {

// What formatting a text without mistakes breaks of what it promises, in words; empty: nothing. The
// tokens stay what they are, and every comment stays between the same two; the tree stays the same;
// formatting once more changes nothing, nor does other white space within lines; no line has white
// space at its end. A text with mistakes has no formatted text.
std::string BrokenFormatLaw(std::string_view text);

}  // namespace lq::test
