#pragma once

#include <filesystem>
#include <string>

namespace lq::test {

// Where data that is not part of the repository lies: $LQ_SHARED, else the folder `shared` beside
// it. Empty, with a line "skipped: …" printed, when there is no folder of that name in it.
std::filesystem::path SharedFolder(const std::string& name);

}  // namespace lq::test
