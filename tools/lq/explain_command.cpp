#include "tools/lq/explain_command.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "compiler/diag/diagnostic.h"
#include "tools/lq/command_line.h"
#include "tools/lq/error_pages.h"
#include "tools/lq/exit_status.h"
#include "tools/lq/output.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

// "412", "lq412" and "LQ0412" are all LQ0412; other words come back in capitals.
std::string Canonical(std::string word) {
  std::transform(word.begin(), word.end(), word.begin(),
                 [](unsigned char letter) { return static_cast<char>(std::toupper(letter)); });
  const std::string digits = word.starts_with("LQ") ? word.substr(2) : word;
  const bool is_number = !digits.empty() && digits.size() <= 4 &&
                         digits.find_first_not_of("0123456789") == std::string::npos;
  return is_number ? "LQ" + std::string(4 - digits.size(), '0') + digits : word;
}

int UnknownCode(const std::string& code) {
  std::vector<std::string_view> codes;
  for (const ErrorPage& page : AllErrorPages()) {
    codes.push_back(page.code);
  }
  const std::string_view nearest = NearestName(code, codes);
  Report(DiagnosticKind::kCommandUsage, fmt::format("`{}` is not the code of a message", code),
         nearest.empty() ? "a code looks like `LQ0412`; each message bears its own"
                         : fmt::format("did you mean `lq explain {}`?", nearest));
  return kUsage;
}

std::string AsJson(const ErrorPage& page) {
  nlohmann::ordered_json out = {{"version", 1}, {"code", page.code}, {"page", page.text}};
  return out.dump() + "\n";
}

}  // namespace

int RunExplain(const std::vector<std::string>& words) {
  std::string code;
  std::string format;
  CommandLine line("explain");
  line.Argument("CODE", code, "the code of a message, such as LQ0412");
  line.Format(format, {"human", "json"});
  if (const auto status = line.Read(words)) {
    return *status;
  }
  code = Canonical(code);
  const std::span<const ErrorPage> pages = AllErrorPages();
  const auto page = std::find_if(pages.begin(), pages.end(),
                                 [&](const ErrorPage& one) { return one.code == code; });
  if (page == pages.end()) {
    return UnknownCode(code);
  }
  Output output;
  output.Write(format == "json" ? AsJson(*page) : std::string(page->text));
  return output.status();
}

}  // namespace lq::tool
