#include "compiler/check/check_content.h"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>

#include "compiler/check/check_literal.h"
#include "compiler/check/check_outcomes.h"
#include "compiler/check/placeholders.h"
#include "compiler/check/statements.h"

namespace lq::check {
namespace {

using Of = ir::Content::Of;

void CheckLanguages(Context& context, const syntax::LanguagesDeclaration& declaration) {
  std::unordered_map<std::string_view, Span> seen;
  for (const syntax::Name& code : declaration.codes) {
    const auto [first, fresh] = seen.try_emplace(code.text, code.span);
    if (!fresh) {
      ReportTwice(context, code.span, first->second, code.text);
      continue;
    }
    if (!FindLanguageCode(code.text)) {
      Diagnostic& report = context.Report(DiagnosticKind::kUnknownCode, code.span,
                                          fmt::format("there is no language `{}`", code.text));
      report.help = "write codes of ISO 639-1 such as `EN` or `DE`";
      continue;
    }
    context.program->languages.push_back(code.text);
  }
}

bool HasLanguage(const ir::Content& content, std::string_view language) {
  return std::any_of(content.texts.begin(), content.texts.end(),
                     [&](const ir::ContentText& text) { return text.language == language; });
}

class ContentChecker {
 public:
  explicit ContentChecker(Context& context)
      : context_(context), arms_(CollectReasonArms(*context.program)) {}

  void Check() {
    const syntax::Unit& unit = *context_.policy->unit;
    const auto* languages =
        OnlyStatement<syntax::LanguagesDeclaration>(context_, unit, "languages");
    if (languages != nullptr)
      CheckLanguages(context_, *languages);
    for (const std::string_view name : ContentNames(unit))
      Open(name);
    ForEach<syntax::ContentDeclaration>(
        unit, [&](const syntax::ContentDeclaration& content) { Add(content); });
    if (languages != nullptr) {
      CheckTranslations();
    } else {
      CollectLanguages();
    }
  }

 private:
  // One content in all its languages.
  struct Slot {
    bool owned = false;
    // Where each language stands.
    std::unordered_map<std::string_view, Span> places;
    Span first;
  };

  void Open(std::string_view name) {
    index_.emplace(name, slots_.size());
    Slot& slot = slots_.emplace_back();
    ir::Content content;
    content.name = name;
    slot.owned = true;
    if (context_.outcomes.Find(name) != nullptr || IsHoldOutcome(context_, name)) {
      content.of = Of::kOutcome;
    } else if (arms_.count(name) != 0) {
      content.of = Of::kReason;
    } else {
      content.of = Of::kOwn;
      slot.owned = IsOutput(name);
    }
    context_.program->content.push_back(std::move(content));
  }

  bool IsOutput(std::string_view name) const {
    const std::vector<ir::Output>& outputs = context_.program->outputs;
    return std::any_of(outputs.begin(), outputs.end(), [&](const ir::Output& output) {
      return output.content != ir::kNone && output.name == name;
    });
  }

  void Add(const syntax::ContentDeclaration& declaration) {
    if (declaration.name.text.empty())
      return;
    const std::size_t index = index_.at(declaration.name.text);
    Slot& slot = slots_[index];
    if (slot.places.empty()) {
      slot.first = declaration.name.span;
      if (!slot.owned && !LacksReasons())
        ReportOwner(declaration);
    }
    if (!CheckLanguage(declaration) || !CheckOnce(declaration, slot))
      return;
    ir::Content& content = context_.program->content[index];
    const auto arms = arms_.find(declaration.name.text);
    const bool of_reason = content.of == Of::kReason && arms != arms_.end();
    content.texts.push_back(
        {declaration.language.text,
         CheckContentText(context_, declaration, of_reason ? &arms->second : nullptr),
         declaration.name.span});
  }

  // A rule without a reason, or a rules table that was wrong as a whole, bears one that nobody
  // knows.
  bool LacksReasons() const {
    const ir::Program& program = *context_.program;
    const auto unknown = [](const auto& bearer) { return bearer.reason.empty(); };
    return std::any_of(program.rules.begin(), program.rules.end(), unknown) ||
           std::any_of(program.evidence.begin(), program.evidence.end(), unknown) ||
           std::any_of(program.rules_tables.begin(), program.rules_tables.end(),
                       [](const ir::RulesTable& table) { return table.count == 0; });
  }

  void ReportOwner(const syntax::ContentDeclaration& declaration) {
    const std::string& name = declaration.name.text;
    Diagnostic& report = context_.Report(DiagnosticKind::kContentOwner, declaration.name.span,
                                         fmt::format("nothing shows the content `{}`", name));
    report.primary.text = "no reason code, outcome or output";
    report.notes.push_back(
        "A content belongs to a reason code, to an outcome, or has a name that `output` lists.");
    std::vector<std::string_view> names = context_.outcomes.names();
    for (const auto& [code, arms] : arms_)
      names.push_back(code);
    std::sort(names.begin(), names.end());
    const std::string_view nearest = NearestName(name, names);
    if (nearest.empty()) {
      report.help = fmt::format("add `output {}`, or remove the content", name);
      return;
    }
    report.help = fmt::format("did you mean `{}`?", nearest);
    report.fixes.push_back({declaration.name.span, std::string(nearest), false});
  }

  bool CheckLanguage(const syntax::ContentDeclaration& declaration) {
    const syntax::Name& language = declaration.language;
    const std::vector<std::string>& languages = context_.program->languages;
    if (language.text.empty())
      return false;
    const bool listed =
        std::find(languages.begin(), languages.end(), language.text) != languages.end();
    if (languages.empty() ? FindLanguageCode(language.text).has_value() : listed)
      return true;
    Diagnostic& report = context_.Report(
        DiagnosticKind::kContentLanguage, language.span,
        languages.empty()
            ? fmt::format("there is no language `{}`", language.text)
            : fmt::format("the policy does not name the language `{}`", language.text));
    report.primary.text = languages.empty() ? "no code of ISO 639-1" : "not among its `languages`";
    report.help = languages.empty() ? "write a code such as `EN`"
                                    : fmt::format("add it to `languages`, or remove this text");
    return false;
  }

  bool CheckOnce(const syntax::ContentDeclaration& declaration, Slot& slot) {
    const auto [first, fresh] =
        slot.places.try_emplace(declaration.language.text, declaration.span);
    if (fresh)
      return true;
    Diagnostic& report = context_.Report(
        DiagnosticKind::kContentTwice, declaration.span,
        fmt::format("`{}` has two texts in {}", declaration.name.text, declaration.language.text));
    report.primary.text = "again here";
    report.secondary.push_back({first->second, "first here"});
    report.help = "keep one of the two";
    return false;
  }

  void CheckTranslations() {
    for (std::size_t i = 0; i < slots_.size(); ++i) {
      const ir::Content& content = context_.program->content[i];
      if (slots_[i].places.empty())
        continue;
      std::vector<std::string_view> missing;
      for (const std::string& language : context_.program->languages) {
        if (!HasLanguage(content, language))
          missing.push_back(language);
      }
      if (!missing.empty())
        ReportMissing(content.name, slots_[i].first, missing);
    }
  }

  void ReportMissing(std::string_view name, Span span,
                     const std::vector<std::string_view>& languages) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kMissingTranslation, span,
                        fmt::format("the content `{}` has no text in {}", name, Quoted(languages)));
    report.primary.text = "its first text";
    report.notes.push_back("Every content needs a text in each of the policy's `languages`.");
    report.help = fmt::format("add `content {} {} \"…\"`", name, languages.front());
  }

  // Without `languages` a policy has those that its contents are in.
  void CollectLanguages() {
    std::vector<std::string>& languages = context_.program->languages;
    for (const ir::Content& content : context_.program->content) {
      for (const ir::ContentText& text : content.texts)
        languages.push_back(text.language);
    }
    std::sort(languages.begin(), languages.end());
    languages.erase(std::unique(languages.begin(), languages.end()), languages.end());
  }

  Context& context_;
  ReasonArms arms_;
  std::unordered_map<std::string_view, std::size_t> index_;
  std::vector<Slot> slots_;
};

}  // namespace

std::vector<std::string_view> ContentNames(const syntax::Unit& unit) {
  std::vector<std::string_view> names;
  std::unordered_map<std::string_view, bool> seen;
  ForEach<syntax::ContentDeclaration>(unit, [&](const syntax::ContentDeclaration& content) {
    const std::string_view name = content.name.text;
    if (!name.empty() && seen.try_emplace(name, true).second)
      names.push_back(name);
  });
  return names;
}

void CheckContent(Context& context) { ContentChecker(context).Check(); }

}  // namespace lq::check
