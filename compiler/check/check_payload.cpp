#include "compiler/check/check_payload.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_source.h"
#include "compiler/check/test_file.h"

namespace lq::check {
namespace {

class PayloadChecker {
 public:
  PayloadChecker(Context& context, const syntax::GivenItem& item)
      : context_(context), item_(item) {}

  std::optional<ir::GivenPayload> Check() {
    ir::GivenPayload payload;
    payload.file = item_.value.text;
    payload.source = Source();
    payload.text = ReadFile();
    return payload.text != nullptr && payload.source != nullptr ? std::optional(std::move(payload))
                                                                : std::nullopt;
  }

 private:
  // Compiled once, however many tests name it.
  std::shared_ptr<const ir::SourceProgram> Source() {
    const auto [known, fresh] = context_.payload_sources.try_emplace(item_.name.text);
    if (fresh)
      known->second = Compile();
    return known->second;
  }

  std::shared_ptr<const ir::SourceProgram> Compile() {
    const syntax::Unit* unit = context_.loader.Find(syntax::UnitKind::kSource, item_.name.text);
    if (unit == nullptr)
      return ReportUnknown();
    if (unit->kind != syntax::UnitKind::kSource)
      return nullptr;
    const auto source = CheckSource(*unit, context_.loader, context_.sources, context_.diagnostics);
    if (source == nullptr)
      return nullptr;
    const ir::Schema& gives = source->program->schema;
    const ir::Schema& reads = context_.program->schema;
    if (gives.name == reads.name && gives.version == reads.version)
      return source;
    Report(item_.name.span,
           fmt::format("`{}` gives leads of schema `{}` version {}, but the policy reads `{}` "
                       "version {}",
                       item_.name.text, gives.name, gives.version, reads.name, reads.version),
           "name a source that gives the policy's leads");
    return nullptr;
  }

  std::shared_ptr<const ir::SourceProgram> ReportUnknown() {
    std::vector<std::string_view> names = context_.loader.Names(syntax::UnitKind::kSource);
    std::sort(names.begin(), names.end());
    const std::string_view nearest = NearestName(item_.name.text, names);
    Report(item_.name.span,
           fmt::format("no file of this package holds a source called `{}`", item_.name.text),
           !nearest.empty() ? fmt::format("write `{}`", nearest)
           : names.empty()  ? std::string("write a file that begins with `source`")
                            : fmt::format("name one of {}", Quoted(names)));
    return nullptr;
  }

  std::shared_ptr<const std::string> ReadFile() {
    const std::optional<FileId> file =
        OpenTestFile(context_, item_.value.text, item_.value.span, "a payload");
    if (!file)
      return nullptr;
    return std::make_shared<const std::string>(context_.sources.file(*file).text);
  }

  void Report(Span span, std::string message, std::string help) {
    Diagnostic& report = context_.Report(DiagnosticKind::kGivenValue, span, std::move(message));
    report.help = std::move(help);
  }

  Context& context_;
  const syntax::GivenItem& item_;
};

}  // namespace

std::optional<ir::GivenPayload> CheckPayload(Context& context, const syntax::GivenItem& item) {
  return PayloadChecker(context, item).Check();
}

}  // namespace lq::check
