#pragma once

#include <functional>
#include <string>
#include <vector>

namespace lq::tool {

// Runs, and runs again whenever a file changes in the packages of the paths or in the folders of
// libraries. Ends with status 130 on Ctrl-C; with kUsage when nothing can be watched.
int RunAtEveryChange(const std::vector<std::string>& paths,
                     const std::vector<std::string>& library_folders,
                     const std::function<void()>& run);

}  // namespace lq::tool
