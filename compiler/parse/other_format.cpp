#include "compiler/parse/other_format.h"

#include <fmt/format.h>

namespace lq::parse {

bool IsOtherFormat(std::string_view text, Reporter& reporter) {
  const std::size_t begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string_view::npos || std::string_view("{[<").find(text[begin]) == text.npos) {
    return false;
  }
  const bool is_markup = text[begin] == '<';
  const auto at = static_cast<std::uint32_t>(begin);
  Diagnostic& report = reporter.Report(
      DiagnosticKind::kMissingUnit, {reporter.file(), at, at + 1},
      fmt::format("the file looks like {}, not LQ", is_markup ? "HTML or XML" : "JSON"));
  report.help = is_markup
                    ? "look whether the file was downloaded as it should be"
                    : "name a file of LQ; leads are named by `--lead`, `--leads` or `--payload`";
  return true;
}

}  // namespace lq::parse
