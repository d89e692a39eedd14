#include <algorithm>
#include <map>

#include <fmt/format.h>

#include "compiler/diag/render.h"
#include "compiler/diag/shown_line.h"

namespace lq {
namespace {

constexpr std::string_view kBold = "\x1b[1m";
constexpr std::string_view kRed = "\x1b[1;31m";
constexpr std::string_view kYellow = "\x1b[1;33m";
constexpr std::string_view kBlue = "\x1b[1;34m";
constexpr std::string_view kPlain = "\x1b[0m";

struct Mark {
  std::size_t begin = 0;
  std::size_t end = 0;
  const Label* label = nullptr;
  bool is_primary = false;
};

// Labels of one file by line.
using Lines = std::map<std::uint32_t, std::vector<const Label*>>;

class TextRenderer {
 public:
  TextRenderer(const SourceMap& sources, RenderOptions options)
      : sources_(sources), options_(options) {}

  void Add(const Diagnostic& diagnostic) {
    diagnostic_ = &diagnostic;
    const bool is_error = SeverityOf(diagnostic) == Severity::kError;
    accent_ = is_error ? kRed : kYellow;
    const std::map<FileId, Lines> files = Group();
    gutter_ = GutterWidth(files);
    Headline(is_error ? "error" : "warning");
    const FileId home = diagnostic.primary.span.file;
    Snippet(home, files.at(home), true);
    for (const auto& [file, lines] : files) {
      if (file != home)
        Snippet(file, lines, false);
    }
    for (const std::string& note : diagnostic.notes)
      Trailer("note", note);
    if (!diagnostic.help.empty())
      Trailer("help", diagnostic.help);
    Trailer("more", fmt::format("lq explain {}", Subject(diagnostic)));
  }

  std::string Take() { return std::move(out_); }

 private:
  // What `lq explain` takes: of a lint rule its name, which is also what silences it.
  static std::string Subject(const Diagnostic& diagnostic) {
    return diagnostic.kind == DiagnosticKind::kLint ? std::string(diagnostic.lint.rule)
                                                    : CodeText(diagnostic);
  }

  std::string Colored(std::string_view color, std::string_view text) const {
    return options_.color ? fmt::format("{}{}{}", color, text, kPlain) : std::string(text);
  }

  std::map<FileId, Lines> Group() const {
    std::map<FileId, Lines> files;
    const auto add = [&](const Label& label) {
      const LineColumn at = sources_.Locate(label.span.file, label.span.begin);
      files[label.span.file][at.line].push_back(&label);
    };
    add(diagnostic_->primary);
    for (const Label& label : diagnostic_->secondary)
      add(label);
    return files;
  }

  static std::size_t GutterWidth(const std::map<FileId, Lines>& files) {
    std::uint32_t last = 1;
    for (const auto& [file, lines] : files)
      last = std::max(last, lines.rbegin()->first);
    // Two at least, so that short files line up.
    return std::max<std::size_t>(2, std::to_string(last).size());
  }

  void Headline(std::string_view severity) {
    out_ += Colored(accent_, fmt::format("{} {}", severity, CodeText(*diagnostic_)));
    out_ += Colored(kBold, fmt::format(": {}", Printable(diagnostic_->message)));
    out_ += '\n';
  }

  // The gutter and what follows it, without trailing spaces.
  void Row(std::string_view number, std::string_view rest) {
    out_ += Colored(kBlue, fmt::format("{:>{}} |", number, gutter_));
    if (!rest.empty())
      out_ += fmt::format(" {}", rest);
    out_ += '\n';
  }

  void Snippet(FileId file, const Lines& lines, bool is_home) {
    const Label& first = is_home ? diagnostic_->primary : *lines.begin()->second.front();
    const LineColumn at = sources_.Locate(file, first.span.begin);
    out_ += std::string(gutter_, ' ');
    out_ += Colored(kBlue, is_home ? "-->" : ":::");
    out_ += fmt::format(" {}:{}:{}\n", Printable(sources_.file(file).path), at.line, at.column);
    Row("", "");
    std::uint32_t last = 0;
    for (const auto& [line, labels] : lines) {
      if (last != 0 && line > last + 1)
        out_ += Colored(kBlue, "...") + "\n";
      SourceLine(file, line, labels);
      last = line;
    }
  }

  void SourceLine(FileId file, std::uint32_t line, const std::vector<const Label*>& labels) {
    const std::string_view raw = sources_.Line(file, line);
    const std::uint32_t start = sources_.file(file).line_starts[line - 1];
    const ShownLine shown(raw, labels.front()->span.begin - start);
    std::vector<Mark> marks;
    for (const Label* label : labels) {
      const std::size_t begin = shown.Column(label->span.begin - start);
      const std::size_t end = shown.Column(std::max(label->span.begin, label->span.end) - start);
      marks.push_back({begin, std::max(end, begin + 1), label, label == &diagnostic_->primary});
    }
    std::stable_sort(marks.begin(), marks.end(),
                     [](const Mark& a, const Mark& b) { return a.begin < b.begin; });
    Row(std::to_string(line), shown.text());
    Marks(marks);
  }

  // The row of carets with the rightmost mark's text, then the other texts, each under its mark.
  void Marks(const std::vector<Mark>& marks) {
    std::string carets;
    for (const bool primary : {false, true}) {
      for (const Mark& mark : marks) {
        if (mark.is_primary != primary)
          continue;
        carets.resize(std::max(carets.size(), mark.end), ' ');
        std::fill(carets.begin() + static_cast<std::ptrdiff_t>(mark.begin),
                  carets.begin() + static_cast<std::ptrdiff_t>(mark.end), primary ? '^' : '-');
      }
    }
    const Mark& last = marks.back();
    std::string row = PaintCarets(carets);
    if (!last.label->text.empty())
      row += " " + MarkText(last);
    Row("", row);
    for (auto mark = marks.rbegin() + 1; mark != marks.rend(); ++mark) {
      if (!mark->label->text.empty())
        Row("", std::string(mark->begin, ' ') + MarkText(*mark));
    }
  }

  std::string MarkText(const Mark& mark) const {
    return Colored(mark.is_primary ? accent_ : kBlue, Printable(mark.label->text));
  }

  std::string PaintCarets(const std::string& carets) const {
    if (!options_.color)
      return carets;
    std::string painted;
    for (std::size_t i = 0; i < carets.size();) {
      const std::size_t end = std::min(carets.find_first_not_of(carets[i], i), carets.size());
      const std::string_view color = carets[i] == '^' ? accent_ : kBlue;
      const std::string run = carets.substr(i, end - i);
      painted += carets[i] == ' ' ? run : Colored(color, run);
      i = end;
    }
    return painted;
  }

  void Trailer(std::string_view kind, std::string_view text) {
    out_ += std::string(gutter_ + 1, ' ');
    out_ += Colored(kBlue, "=");
    out_ += fmt::format(" {}: {}\n", Colored(kBold, kind), Printable(text));
  }

  const SourceMap& sources_;
  RenderOptions options_;
  const Diagnostic* diagnostic_ = nullptr;
  std::string_view accent_;
  std::size_t gutter_ = 0;
  std::string out_;
};

}  // namespace

std::string RenderText(const Diagnostics& diagnostics, const SourceMap& sources,
                       RenderOptions options) {
  TextRenderer renderer(sources, options);
  std::string out;
  for (const Diagnostic& diagnostic : diagnostics.all()) {
    if (!out.empty())
      out += '\n';
    renderer.Add(diagnostic);
    out += renderer.Take();
  }
  return out;
}

}  // namespace lq
