#pragma once

#include <string>
#include <string_view>

namespace lq::stdlib {

// A name as tables of names hold it, so that spelling does not matter: without case, accents and
// punctuation, with one space between words ("Côte d'Ivoire" is "cote d ivoire").
std::string NameKey(std::string_view text);

}  // namespace lq::stdlib
