#include "tools/lq/package_settings.h"

#include <fmt/format.h>
#include <toml++/toml.h>

#include <algorithm>

#include "compiler/diag/diagnostic.h"
#include "compiler/diag/render.h"
#include "tools/lq/disk_files.h"
#include "tools/lq/report.h"

namespace lq::tool {
namespace {

// One lq.toml with what there is to say about it.
class SettingsFile {
 public:
  SettingsFile(const std::string& path, std::string text)
      : file_(sources_.Add(path, std::move(text))) {}

  std::optional<PackageSettings> Read() {
    try {
      const toml::table table = toml::parse(sources_.file(file_).text);
      for (const auto& [key, value] : table) {
        Section(key, value);
      }
    } catch (const toml::parse_error& error) {
      Report(DiagnosticKind::kConfigSyntax, error.source().begin,
             fmt::format("this is no TOML: {}", error.description()), 1)
          .help = "a line is `name = \"value\"`, a section begins with `[name]`";
    }
    if (diagnostics_.has_errors()) {
      diagnostics_.Sort();
      Say(RenderText(diagnostics_, sources_, {ColorOnMessages()}));
      return std::nullopt;
    }
    settings_.there = true;
    return settings_;
  }

 private:
  void Section(const toml::key& key, const toml::node& value) {
    if (key.str() != "lint") {
      return UnknownKey(key, "section", {"lint"});
    }
    if (const toml::table* rules = value.as_table()) {
      for (const auto& [name, level] : *rules) {
        Level(name, level);
      }
      return;
    }
    Report(DiagnosticKind::kConfigValue, key, "`lint` is a section, not a value").help =
        "write `[lint]` on a line of its own, and `rule = \"level\"` below it";
  }

  void Level(const toml::key& name, const toml::node& value) {
    if (lint::FindRule(name.str()) == nullptr) {
      std::vector<std::string_view> known;
      for (const lint::Rule& rule : lint::AllRules()) {
        known.push_back(rule.name);
      }
      return UnknownKey(name, "lint rule", known);
    }
    const std::string text = value.value<std::string>().value_or("");
    if (const std::optional<lint::Level> level = lint::ParseLevel(text)) {
      settings_.lint[std::string(name.str())] = *level;
      return;
    }
    const std::string_view nearest = NearestName(text, {"off", "warning", "error"});
    Report(DiagnosticKind::kConfigValue, name,
           fmt::format("`{}` has a level that does not exist", name.str()))
        .help = nearest.empty() ? "a level is \"off\", \"warning\" or \"error\", in quotes"
                                : fmt::format("did you mean \"{}\"?", nearest);
  }

  void UnknownKey(const toml::key& key, std::string_view what,
                  const std::vector<std::string_view>& known) {
    const std::string_view nearest = NearestName(key.str(), known);
    Report(DiagnosticKind::kConfigKey, key, fmt::format("there is no {} `{}`", what, key.str()))
        .help = !nearest.empty()    ? fmt::format("did you mean `{}`?", nearest)
                : what == "section" ? "the one section that lq knows is `[lint]`"
                                    : "`lq explain lint` lists the rules";
  }

  Diagnostic& Report(DiagnosticKind kind, const toml::key& key, std::string message) {
    return Report(kind, key.source().begin, std::move(message), key.str().size());
  }

  Diagnostic& Report(DiagnosticKind kind, toml::source_position at, std::string message,
                     std::size_t length) {
    const SourceFile& source = sources_.file(file_);
    const std::size_t line = std::min<std::size_t>(at.line, source.line_starts.size());
    std::size_t begin = line == 0 ? 0 : source.line_starts[line - 1];
    // Columns count code points.
    for (std::size_t column = 1; column < at.column && begin < source.text.size(); ++column) {
      ++begin;
      while (begin < source.text.size() && (source.text[begin] & 0xC0) == 0x80) {
        ++begin;
      }
    }
    const std::size_t end = std::min(begin + length, source.text.size());
    const Span span{file_, static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(end)};
    return diagnostics_.Report(kind, span, std::move(message));
  }

  SourceMap sources_;
  Diagnostics diagnostics_;
  FileId file_;
  PackageSettings settings_;
};

}  // namespace

std::optional<PackageSettings> ReadPackageSettings(const std::string& path) {
  const std::string name = (PackageFolder(path) / "lq.toml").string();
  std::error_code error;
  if (!std::filesystem::exists(name, error)) {
    return PackageSettings{};
  }
  std::string text;
  std::string problem;
  if (!ReadFile(name, text, problem)) {
    Report(DiagnosticKind::kPathUnreadable, fmt::format("`{}` cannot be read: {}", name, problem),
           "check who may read it");
    return std::nullopt;
  }
  return SettingsFile(name, std::move(text)).Read();
}

}  // namespace lq::tool
