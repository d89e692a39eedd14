#include "tools/lq/findings.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/diag/render.h"
#include "tools/lq/compile_file.h"

namespace lq::tool {
namespace {

// What makes a message the same in another compilation, where files bear other numbers.
std::string Key(const Diagnostic& diagnostic, const SourceMap& sources) {
  const Span& span = diagnostic.primary.span;
  return fmt::format("{}:{}:{}:{}", sources.file(span.file).path, span.begin,
                     CodeText(diagnostic.kind), diagnostic.message);
}

std::string Count(std::size_t number, std::string_view word) {
  return fmt::format("{} {}{}", number, word, number == 1 ? "" : "s");
}

}  // namespace

void Findings::Take(const Compilation& compilation) {
  ++files_;
  status_ = std::max(status_, StatusOf(compilation.diagnostics));
  Diagnostics fresh;
  for (const Diagnostic& diagnostic : compilation.diagnostics.all()) {
    if (seen_.insert(Key(diagnostic, compilation.sources)).second) {
      fresh.Report(diagnostic.kind, diagnostic.primary.span, diagnostic.message) = diagnostic;
    }
  }
  errors_ += fresh.error_count();
  warnings_ += fresh.warning_count();
  if (fresh.all().empty()) {
    return;
  }
  if (json_) {
    out_ += (out_.empty() ? "" : ",") + RenderJsonItems(fresh, compilation.sources);
  } else {
    out_ += RenderText(fresh, compilation.sources, {.color = color_});
  }
}

std::string Findings::Print() const {
  return json_ ? fmt::format("{{\"version\":1,\"diagnostics\":[{}]}}\n", out_) : out_;
}

std::string Findings::Summary() const {
  if (files_ == 0) {
    return "";
  }
  const std::string checked = fmt::format("checked {}: ", Count(files_, "file"));
  if (errors_ == 0 && warnings_ == 0) {
    return checked + "no mistakes found\n";
  }
  return fmt::format("{}{}, {}\n", checked, Count(errors_, "error"), Count(warnings_, "warning"));
}

}  // namespace lq::tool
