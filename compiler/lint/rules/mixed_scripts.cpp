#include <fmt/format.h>

#include "compiler/lint/code_points.h"
#include "compiler/lint/rules.h"

namespace lq::lint {
namespace {

// The scripts with letters that look like Latin ones.
bool LooksLatin(std::uint32_t point) {
  const bool greek = (point >= 0x0370 && point <= 0x03FF) || (point >= 0x1F00 && point <= 0x1FFF);
  const bool cyrillic = point >= 0x0400 && point <= 0x052F;
  const bool armenian = point >= 0x0531 && point <= 0x0589;
  return greek || cyrillic || armenian;
}

bool IsLatinLetter(char letter) {
  return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z');
}

}  // namespace

void MixedScripts(const Package& package, Findings& findings) {
  for (const File& file : package.files) {
    const FileId id = file.unit->file;
    const std::string_view text = package.sources->file(id).text;
    ForEachCodePoint(text, [&](std::uint32_t point, std::uint32_t begin, std::uint32_t end) {
      const bool beside = (begin > 0 && IsLatinLetter(text[begin - 1])) ||
                          (end < text.size() && IsLatinLetter(text[end]));
      if (!beside || !LooksLatin(point))
        return;
      Diagnostic& report = findings.Add(
          {id, begin, end},
          fmt::format("a letter of another script (U+{:04X}) stands in a Latin word", point));
      report.notes.push_back("It looks like a Latin letter, and equals none.");
      report.help = "type the Latin letter";
    });
  }
}

}  // namespace lq::lint
