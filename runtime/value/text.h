#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/value/arena.h"

namespace lq {

bool IsValidUtf8(std::string_view text);
// Nothing but ASCII, and no NUL: in every normal form, a code point a byte.
bool IsPlainAscii(std::string_view text);
// Of valid UTF-8.
std::size_t CountCodePoints(std::string_view text);
// Unicode normalisation form C; returns `text` itself when it is already so (plain ASCII is, at
// once).
std::string_view NormalizeNfc(std::string_view text, Arena& arena);
// Simple case folding, code point by code point (Unicode CaseFolding.txt, statuses C and S): keeps
// `ß`.
std::string_view FoldCase(std::string_view text, Arena& arena);
std::string FoldCase(std::string_view text);
// Simple lower-case mapping, code point by code point.
std::string_view LowerCase(std::string_view text, Arena& arena);
// Without leading and trailing Unicode white space.
std::string_view Trim(std::string_view text);
// Runs of code points that are not white space.
std::size_t CountWords(std::string_view text);
// The first, last n code points, or all there are.
std::string_view Prefix(std::string_view text, std::size_t n);
std::string_view Suffix(std::string_view text, std::size_t n);

}  // namespace lq
