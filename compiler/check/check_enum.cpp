#include "compiler/check/check_enum.h"

#include <algorithm>
#include <array>

#include <fmt/format.h>

#include "runtime/value/text.h"

namespace lq::check {
namespace {

constexpr std::size_t kMostValues = 4096;

// Words that would make a comparison ambiguous.
constexpr auto kNoValue = std::to_array<std::string_view>(
    {"any",    "missing", "known",    "yes",    "no",   "on",      "off",  "not",
     "and",    "or",      "is",       "in",     "at",   "more",    "less", "between",
     "before", "after",   "contains", "starts", "ends", "matches", "has"});

class EnumChecker {
 public:
  EnumChecker(Context& context, const syntax::EnumDeclaration& declaration, EnumEntry& entry)
      : context_(context), declaration_(declaration), entry_(entry) {}

  void Run() {
    entry_.type->name = declaration_.name.text;
    entry_.type->ignoring_case = declaration_.ignoring_case;
    for (const syntax::EnumMember& member : declaration_.members)
      AddMember(member);
    for (const syntax::EnumMember& member : declaration_.members)
      AddLabels(member);
    if (entry_.type->members.size() <= kMostValues)
      return;
    context_.Report(DiagnosticKind::kLimit, declaration_.name.span,
                    fmt::format("`{}` has {} values, but an enum has at most {}",
                                declaration_.name.text, entry_.type->members.size(), kMostValues));
    entry_.broken = true;
  }

 private:
  void AddMember(const syntax::EnumMember& member) {
    const std::string& name = member.name.text;
    if (name.empty())
      return;
    if (std::find(kNoValue.begin(), kNoValue.end(), name) != kNoValue.end()) {
      Diagnostic& report = context_.Report(DiagnosticKind::kReservedName, member.name.span,
                                           fmt::format("`{}` cannot be a value of an enum", name));
      report.notes.push_back("The word has a meaning of its own in comparisons.");
      report.help = fmt::format("write `{}_` with the label \"{}\"", name, name);
      return;
    }
    const auto index = static_cast<std::uint32_t>(entry_.type->members.size());
    if (!entry_.members.try_emplace(name, index).second) {
      ReportValueTwice(member.name.span, name);
      return;
    }
    Enum::Member added{name, {}};
    entry_.type->members.push_back(std::move(added));
    spellings_.try_emplace(Spelling(name), index);
  }

  void AddLabels(const syntax::EnumMember& member) {
    const auto found = entry_.members.find(member.name.text);
    if (found == entry_.members.end())
      return;
    for (const syntax::Literal& label : member.labels) {
      const std::string text(NormalizeNfc(label.text, context_.arena()));
      const auto [known, fresh] = spellings_.try_emplace(Spelling(text), found->second);
      if (!fresh && known->second != found->second) {
        ReportLabelTwice(label, entry_.type->members[known->second].name);
        continue;
      }
      entry_.type->members[found->second].labels.push_back(text);
    }
  }

  // What intake compares.
  std::string Spelling(const std::string& text) const {
    return declaration_.ignoring_case ? FoldCase(text) : text;
  }

  void ReportValueTwice(Span span, std::string_view name) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kBadEnum, span,
                        fmt::format("`{}` stands twice in `{}`", name, declaration_.name.text));
    report.help = "remove one of the two";
  }

  void ReportLabelTwice(const syntax::Literal& label, std::string_view other) {
    Diagnostic& report =
        context_.Report(DiagnosticKind::kBadEnum, label.span,
                        fmt::format("the label \"{}\" could mean `{}` too", label.text, other));
    report.notes.push_back("A label, like a value's name, stands for one value of its enum.");
    report.help = "remove it from one of the two";
  }

  Context& context_;
  const syntax::EnumDeclaration& declaration_;
  EnumEntry& entry_;
  std::unordered_map<std::string, std::uint32_t> spellings_;
};

}  // namespace

EnumEntry* CheckEnum(Context& context, const syntax::EnumDeclaration& declaration) {
  if (declaration.name.text.empty())
    return nullptr;
  EnumEntry& entry = context.enums.emplace_back();
  entry.type = std::make_shared<Enum>();
  entry.span = declaration.name.span;
  EnumChecker(context, declaration, entry).Run();
  context.enum_entries.emplace(entry.type.get(), &entry);
  return &entry;
}

std::optional<std::uint32_t> FindEnumValue(const Context& context, const Enum& type,
                                           std::string_view name) {
  if (const auto entry = context.enum_entries.find(&type); entry != context.enum_entries.end()) {
    const auto member = entry->second->members.find(name);
    if (member == entry->second->members.end())
      return std::nullopt;
    return member->second;
  }
  // An enum of the standard library.
  for (std::size_t i = 0; i < type.members.size(); ++i) {
    if (type.members[i].name == name)
      return static_cast<std::uint32_t>(i);
  }
  return std::nullopt;
}

std::optional<std::uint32_t> ResolveEnumValue(Context& context, const Enum& type,
                                              const syntax::Name& name, std::string_view what) {
  if (const auto found = FindEnumValue(context, type, name.text))
    return found;
  std::vector<std::string_view> names;
  for (const Enum::Member& member : type.members)
    names.push_back(member.name);
  Diagnostic& report = context.Report(
      DiagnosticKind::kUnknownEnumValue, name.span,
      what.empty()
          ? fmt::format("`{}` is no value of `{}`", name.text, type.name)
          : fmt::format("{} is one of `{}`, which has no value `{}`", what, type.name, name.text));
  if (const std::string_view nearest = NearestName(name.text, names); !nearest.empty()) {
    report.primary.text = fmt::format("did you mean `{}`?", nearest);
    report.help = fmt::format("write `{}`", nearest);
    report.fixes.push_back({name.span, std::string(nearest), false});
  } else if (!names.empty()) {
    report.notes.push_back(fmt::format("Its values are {}.", Quoted(names)));
  }
  return std::nullopt;
}

}  // namespace lq::check
