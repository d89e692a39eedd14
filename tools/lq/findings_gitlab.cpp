#include <fmt/format.h>

#include <map>
#include <nlohmann/json.hpp>

#include "tools/lq/findings_format.h"

namespace lq::tool {
namespace {

using Json = nlohmann::ordered_json;

class GitlabFormat : public FindingsFormat {
 public:
  void Take(const Diagnostics& diagnostics, const SourceMap& sources) override {
    for (const Diagnostic& diagnostic : diagnostics.all()) {
      const Span& span = diagnostic.primary.span;
      const std::string& path = sources.file(span.file).path;
      const bool error = SeverityOf(diagnostic) == Severity::kError;
      Json item;
      item["description"] = diagnostic.message;
      item["check_name"] = CodeText(diagnostic);
      item["fingerprint"] = Fingerprint(diagnostic, path);
      item["severity"] = error ? "major" : "minor";
      item["location"]["path"] = path;
      item["location"]["lines"]["begin"] = sources.Locate(span.file, span.begin).line;
      items_.push_back(std::move(item));
    }
  }

  std::string Print() const override {
    return items_.dump(-1, ' ', false, Json::error_handler_t::replace) + "\n";
  }

 private:
  // The same however the file's lines move, and another for each finding.
  std::string Fingerprint(const Diagnostic& diagnostic, const std::string& path) {
    const std::string key = fmt::format("{}:{}:{}", CodeText(diagnostic), path, diagnostic.message);
    const int before = seen_[key]++;
    return before == 0 ? key : fmt::format("{}:{}", key, before + 1);
  }

  Json items_ = Json::array();
  std::map<std::string, int> seen_;
};

}  // namespace

std::unique_ptr<FindingsFormat> MakeGitlabFormat() { return std::make_unique<GitlabFormat>(); }

}  // namespace lq::tool
