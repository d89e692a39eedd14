#include "tools/lq/findings.h"

#include <algorithm>

#include <fmt/format.h>

#include "tools/lq/compile_file.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

// What makes a message the same in another compilation, where files bear other numbers.
std::string Key(const Diagnostic& diagnostic, const SourceMap& sources) {
  const Span& span = diagnostic.primary.span;
  return fmt::format("{}:{}:{}:{}", sources.file(span.file).path, span.begin, CodeText(diagnostic),
                     diagnostic.message);
}

std::string Count(std::size_t number, std::string_view word) {
  return fmt::format("{} {}{}", number, word, number == 1 ? "" : "s");
}

}  // namespace

void Findings::Take(const Diagnostics& diagnostics, const SourceMap& sources, std::size_t files) {
  files_ += files;
  status_ = std::max(status_, StatusOf(diagnostics));
  Diagnostics fresh;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (seen_.insert(Key(diagnostic, sources)).second) {
      fresh.Report(diagnostic);
    }
  }
  errors_ += fresh.error_count();
  warnings_ += fresh.warning_count();
  if (fresh.all().empty()) {
    return;
  }
  format_->Take(fresh, sources);
}

int Findings::Finish(int status) const {
  Output output;
  if (human_) {
    Say(Print());
  } else {
    output.Write(Print());
  }
  Say(Summary());
  return std::max<int>(status, output.status());
}

std::string Findings::Summary() const {
  if (files_ == 0) {
    return "";
  }
  const std::string checked = fmt::format("{} {}: ", done_, Count(files_, "file"));
  if (errors_ == 0 && warnings_ == 0) {
    return checked + "no mistakes found\n";
  }
  return fmt::format("{}{}, {}\n", checked, Count(errors_, "error"), Count(warnings_, "warning"));
}

}  // namespace lq::tool
