#include "compiler/include/lq/format.h"

#include "compiler/diag/apply_fixes.h"
#include "compiler/format/format.h"
#include "compiler/parse/parse.h"

namespace lq {
namespace {

// The text laid out; none when there is an error in it.
std::optional<std::string> Laid(const SourceMap& sources, FileId file, Diagnostics& diagnostics) {
  syntax::SideTable side;
  const syntax::Unit unit = Parse(sources, file, diagnostics, side);
  if (diagnostics.has_errors())
    return std::nullopt;
  return format::Format(sources.file(file).text, unit, side);
}

}  // namespace

Formatting FormatFile(const std::string& path, std::string text) {
  Formatting result;
  const FileId file = result.sources.Add(path, std::move(text));
  result.text = Laid(result.sources, file, result.diagnostics);
  result.diagnostics.Sort();
  if (!result.text.has_value() || result.diagnostics.warning_count() == 0)
    return result;
  SourceMap mended;
  Diagnostics silent;
  const FileId mended_file =
      mended.Add(path, ApplyFixes(result.sources.file(file).text, result.diagnostics, file));
  result.text = Laid(mended, mended_file, silent);
  return result;
}

}  // namespace lq
