#include "tools/lq/lead_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "compiler/diag/diagnostic.h"
#include "tools/lq/json_array.h"
#include "tools/lq/json_lines.h"
#include "tools/lq/json_values.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";

std::string_view WithoutMark(std::string_view bytes) {
  if (bytes.starts_with(kByteOrderMark)) {
    bytes.remove_prefix(kByteOrderMark.size());
  }
  return bytes;
}

// The first line with something in it, when its end is there too.
std::string_view FirstLine(std::string_view bytes) {
  const std::size_t begin = bytes.find_first_not_of(" \t\r\n");
  const std::size_t end = bytes.find('\n', begin);
  if (begin == std::string_view::npos || end == std::string_view::npos) {
    return {};
  }
  const std::string_view line = bytes.substr(begin, end - begin);
  return line.substr(0, line.find_last_not_of(" \t\r") + 1);
}

// What an office program or a packer wrote, by its first bytes.
std::string_view KindOfBinary(std::string_view bytes) {
  if (bytes.starts_with("PK\x03\x04")) {
    return "it looks like a spreadsheet (.xlsx) or a ZIP archive";
  }
  if (bytes.starts_with("\x1F\x8B")) {
    return "it looks like a gzip archive";
  }
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) {
    return "it is UTF-16, not UTF-8";
  }
  return bytes.substr(0, 4096).find('\0') == std::string_view::npos ? "" : "it holds zero bytes";
}

// A lead that goes on after its first line. A line that is broken elsewhere is a line.
bool BeginsOverLines(std::string_view line) {
  return line.starts_with('{') &&
         std::string_view("{[,:").find(line.back()) != std::string_view::npos;
}

// A header such as `email,country`, which no line of JSON looks like.
bool LooksLikeCsv(std::string_view line) {
  return !line.empty() && line.find_first_of("{}[]") == std::string_view::npos &&
         line.find_first_of(",;\t") != std::string_view::npos;
}

// False, after a report, when it is no text.
bool RequireText(std::string_view bytes, const std::string& called) {
  const std::string_view binary = KindOfBinary(bytes);
  if (binary.empty()) {
    return true;
  }
  Report(DiagnosticKind::kLeadsNotText, fmt::format("{} is no text: {}", called, binary),
         "save the leads as JSONL, as a JSON array, or as CSV in UTF-8");
  return false;
}

bool IsArray(std::string_view bytes) {
  return bytes.substr(std::min(bytes.find_first_not_of(" \t\r\n"), bytes.size())).starts_with('[');
}

// The source reads the elements of a list that is the payload itself.
bool ReadsLists(const plan::SourcePlan& source) {
  const auto begins_in_list = [](const JsonPath& path) {
    return !path.empty() && path[0].kind != JsonPathStep::Kind::kMember;
  };
  return begins_in_list(source.each) ||
         std::any_of(source.paths.begin(), source.paths.end(), begins_in_list);
}

}  // namespace

bool HoldsRows(InputFile& file, const std::string& source, const std::string& called) {
  const std::string_view bytes = file.Begin();
  file.PutBack(bytes);
  const std::string_view text = WithoutMark(bytes);
  if (!RequireText(bytes, called)) {
    return false;
  }
  if (text.starts_with('{') || text.starts_with("[{")) {
    Report(DiagnosticKind::kLeadsLayout,
           fmt::format("{} looks like JSON, but the source `{}` reads CSV", called, source),
           "name a file of CSV, or leave `--source` out when these are canonical leads");
    return false;
  }
  return true;
}

std::unique_ptr<LeadFeed> OpenFeed(InputFile& file, const std::string& called) {
  const std::string_view bytes = WithoutMark(file.Begin());
  file.PutBack(bytes);
  const std::string_view line = FirstLine(bytes);
  if (!RequireText(bytes, called)) {
    return nullptr;
  }
  if (LooksLikeCsv(line)) {
    Report(DiagnosticKind::kLeadsLayout, fmt::format("{} looks like CSV, not JSON", called),
           "add `--source SOURCE.lq`, which says what its columns mean");
    return nullptr;
  }
  if (IsArray(bytes)) {
    return std::make_unique<JsonArray>(file);
  }
  if (BeginsOverLines(line)) {
    return std::make_unique<JsonValues>(file);
  }
  return std::make_unique<JsonLines>(file);
}

std::unique_ptr<LeadFeed> OpenPayloadFeed(InputFile& file, const plan::SourcePlan& source,
                                          const std::string& called) {
  const std::string_view bytes = WithoutMark(file.Begin());
  file.PutBack(bytes);
  if (!RequireText(bytes, called)) {
    return nullptr;
  }
  const bool lines =
      source.format == plan::SourceFormat::kForm || BeginsWithWholeLine(FirstLine(bytes));
  if (lines) {
    return std::make_unique<JsonLines>(file);
  }
  if (IsArray(bytes) && !ReadsLists(source)) {
    return std::make_unique<JsonArray>(file);
  }
  return std::make_unique<JsonValues>(file);
}

}  // namespace lq::tool
