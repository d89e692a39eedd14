#include "compiler/parse/parse.h"

#include "compiler/parse/scan.h"
#include "compiler/parse/unit_parser.h"

namespace lq {

syntax::Unit Parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics) {
  const std::string_view text = sources.file(file).text;
  syntax::Unit unit;
  unit.file = file;
  unit.span = {file, 0, static_cast<std::uint32_t>(text.size())};
  parse::Reporter reporter(file, diagnostics);
  if (!parse::ScanText(text, reporter))
    return unit;
  parse::Tokens tokens = parse::Lex(text, reporter);
  if (!reporter.full())
    parse::UnitParser(text, tokens, reporter).Run(unit);
  return unit;
}

}  // namespace lq
