#pragma once

#include <string>
#include <string_view>

namespace lq::parse {

// A to Z in small letters, all else as it is.
std::string LowerAscii(std::string_view text);

// `BigTeam`, `big-team`, `Big Team` and `bíg_team` as a name: big_team. Letters that look like none
// of a to z are left out; empty when nothing is left.
std::string AsName(std::string_view text);

// `big_team` and `bigTeam` as a code: BIG_TEAM.
std::string AsCode(std::string_view text);

// The beginning of a long text, for messages.
std::string Clip(std::string_view text);

}  // namespace lq::parse
