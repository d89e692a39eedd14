#include <fmt/format.h>

#include "compiler/lint/code_points.h"
#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

// Embeddings, overrides, isolates and marks.
bool TurnsDirection(std::uint32_t point) {
  return point == 0x200E || point == 0x200F || point == 0x061C ||
         (point >= 0x202A && point <= 0x202E) || (point >= 0x2066 && point <= 0x2069);
}

}  // namespace

void BidirectionalControls(const Package& package, Findings& findings) {
  for (const File& file : package.files) {
    const FileId id = file.unit->file;
    ForEachCodePoint(package.sources->file(id).text, [&](std::uint32_t point, std::uint32_t begin,
                                                         std::uint32_t end) {
      if (!TurnsDirection(point))
        return;
      Diagnostic& report = findings.Add(
          {id, begin, end},
          fmt::format("an invisible character (U+{:04X}) turns the direction of writing", point));
      report.notes.push_back("What is shown is then in another order than what is decided by.");
      report.help = fmt::format("remove it; in a text that needs it write `\\u{{{:04X}}}`", point);
    });
  }
}

}  // namespace lq::lint
