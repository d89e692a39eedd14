#pragma once

#include <string>
#include <string_view>

namespace lq::tool {

// Gives a file another text, all of it or none: written beside the file, with its mode and owner,
// and put in its place. A link stays one. False with the reason in `problem` when the file is what
// it was.
bool ReplaceFile(const std::string& path, std::string_view text, std::string& problem);

// Makes a file that is not there yet, with all of its text or not at all. False with the reason in
// `problem`, also when there is one.
bool CreateFile(const std::string& path, std::string_view text, std::string& problem);

// Replaces the file, or makes it: in either case all of it at once, so that nobody finds half a
// file there.
bool PutFile(const std::string& path, std::string_view text, std::string& problem);

}  // namespace lq::tool
