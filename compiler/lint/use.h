#pragma once

#include <string_view>
#include <unordered_set>
#include <vector>

#include "compiler/lint/package.h"

// Which names are used.
namespace lq::lint {

// Each name that some unit of the package uses, whatever it means there: what is not among them is
// used by nobody.
std::unordered_set<std::string_view> UsedNames(const Package& package);

// The units whose declarations nobody but the package can use, in the order of the files: its
// policies, and when it is whole what of it they import.
std::vector<const syntax::Unit*> PrivateUnits(const Package& package);

// The unit that a `uses` means; null when it is not there.
const syntax::Unit* Imported(const Package& package, const syntax::Uses& uses);

}  // namespace lq::lint
