#include "tools/lq/findings_format.h"

#include <fmt/format.h>

#include "compiler/diag/render.h"

namespace lq::tool {
namespace {

class HumanFormat : public FindingsFormat {
 public:
  explicit HumanFormat(bool color) : color_(color) {}
  void Take(const Diagnostics& diagnostics, const SourceMap& sources) override {
    out_ += RenderText(diagnostics, sources, {.color = color_});
  }
  std::string Print() const override { return out_; }

 private:
  bool color_;
  std::string out_;
};

class JsonFormat : public FindingsFormat {
 public:
  void Take(const Diagnostics& diagnostics, const SourceMap& sources) override {
    items_ += (items_.empty() ? "" : ",") + RenderJsonItems(diagnostics, sources);
  }
  std::string Print() const override {
    return fmt::format("{{\"version\":1,\"diagnostics\":[{}]}}\n", items_);
  }

 private:
  // Of the array, with commas between them.
  std::string items_;
};

}  // namespace

const std::vector<std::string>& FindingFormats() {
  static const std::vector<std::string> formats = {"human", "json", "sarif", "github", "gitlab"};
  return formats;
}

std::unique_ptr<FindingsFormat> MakeFindingsFormat(const std::string& format, bool color) {
  if (format == "json") {
    return std::make_unique<JsonFormat>();
  }
  if (format == "sarif") {
    return MakeSarifFormat();
  }
  if (format == "github") {
    return MakeGithubFormat();
  }
  if (format == "gitlab") {
    return MakeGitlabFormat();
  }
  return std::make_unique<HumanFormat>(color);
}

std::string WholeMessage(const Diagnostic& diagnostic) {
  std::string text = diagnostic.message;
  for (const std::string& note : diagnostic.notes) {
    text += "\n" + note;
  }
  return diagnostic.help.empty() ? text : text + "\nhelp: " + diagnostic.help;
}

std::string UriOf(const std::string& path) {
  std::string uri = path.starts_with("/") ? "file://" : "";
  for (const char c : path) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~/").find(c) != std::string_view::npos;
    uri += plain ? std::string(1, c)
                 : fmt::format("%{:02X}", static_cast<unsigned>(static_cast<unsigned char>(c)));
  }
  return uri;
}

}  // namespace lq::tool
