// Any bytes as LQ text: they parse into a tree that can be dumped, and messages that can be
// rendered; what has no mistakes can be formatted.
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "compiler/diag/render.h"
#include "compiler/parse/parse.h"
#include "compiler/parse/unit_header.h"
#include "compiler/syntax/dump.h"
#include "tests/support/format/format_laws.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string text(reinterpret_cast<const char*>(data), size);
  const auto header = lq::ReadUnitHeader(text);
  lq::SourceMap sources;
  const lq::FileId file = sources.Add("fuzz.lq", text);
  lq::Diagnostics diagnostics;
  const lq::syntax::Unit unit = lq::Parse(sources, file, diagnostics);
  // What parses without a mistake is what its header said.
  const bool clean = !diagnostics.has_errors();
  if (clean &&
      (!header.has_value() || header->kind != unit.kind || header->name != unit.name.text)) {
    std::abort();
  }
  for (const lq::Diagnostic& diagnostic : diagnostics.all()) {
    for (const lq::Fix& fix : diagnostic.fixes) {
      if (fix.span.begin > fix.span.end || fix.span.end > size) {
        std::abort();
      }
    }
  }
  const std::string broken = lq::test::BrokenFormatLaw(text);
  if (!broken.empty()) {
    std::fprintf(stderr, "%s\n", broken.c_str());
    std::abort();
  }
  lq::syntax::Dump(unit);
  lq::RenderText(diagnostics, sources, {.color = true});
  lq::RenderJson(diagnostics, sources);
  return 0;
}
