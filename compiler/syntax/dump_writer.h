#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "compiler/syntax/unit.h"

namespace lq::syntax {

// Writes the lines of a dump. A line is begun with Line and has words added; Child makes what
// follows stand under it.
class DumpWriter {
 public:
  // Ends the line before and begins a new one.
  DumpWriter& Line(std::string_view word);
  // Adds to the line; nothing for an empty name.
  DumpWriter& Add(std::string_view word);
  DumpWriter& Add(const Name& name) { return Add(name.text); }
  DumpWriter& AddIf(bool said, std::string_view word) { return said ? Add(word) : *this; }
  // In quotes, with escapes.
  DumpWriter& AddText(std::string_view text);
  DumpWriter& Add(const Strength& strength);

  // What f writes stands under the line at hand.
  template <typename F>
  void Under(F f) {
    ++depth_;
    f();
    --depth_;
  }

  // A line that stands only when there is something to say.
  void NameLine(std::string_view word, const Name& name);
  void NamesLine(std::string_view word, const std::vector<Name>& names);
  void LiteralLine(std::string_view word, const std::optional<Literal>& literal);
  void TextLine(std::string_view word, const std::optional<Literal>& text);
  // The word, and the expression under it.
  void ExprUnder(std::string_view word, const Expr& expr);

  std::string Take() { return std::move(out_) + (out_.empty() ? "" : "\n"); }

 private:
  std::string out_;
  std::size_t depth_ = 0;
};

// One overload a construct, in dump_<group>.cpp; the line's first word was written.
void DumpExpr(DumpWriter& writer, const Expr& expr);
void DumpType(DumpWriter& writer, const TypeRef& type);
void DumpGiven(DumpWriter& writer, const Given& given);
void DumpGivenValue(DumpWriter& writer, const GivenItem& item);

void DumpNode(DumpWriter& writer, const Note& node);
void DumpNode(DumpWriter& writer, const Uses& node);
void DumpNode(DumpWriter& writer, const EnumDeclaration& node);
void DumpNode(DumpWriter& writer, const FieldDeclaration& node);
void DumpNode(DumpWriter& writer, const OtherFields& node);
void DumpNode(DumpWriter& writer, const DerivedDeclaration& node);
void DumpNode(DumpWriter& writer, const SetDeclaration& node);
void DumpNode(DumpWriter& writer, const ParameterDeclaration& node);
void DumpNode(DumpWriter& writer, const PatternDeclaration& node);
void DumpNode(DumpWriter& writer, const LookupDeclaration& node);
void DumpNode(DumpWriter& writer, const OutcomesDeclaration& node);
void DumpNode(DumpWriter& writer, const ReviewDeclaration& node);
void DumpNode(DumpWriter& writer, const ChangeDeclaration& node);
void DumpNode(DumpWriter& writer, const ToggleDeclaration& node);
void DumpNode(DumpWriter& writer, const DefineDeclaration& node);
void DumpNode(DumpWriter& writer, const ScoreDeclaration& node);
void DumpNode(DumpWriter& writer, const FixtureDeclaration& node);
void DumpNode(DumpWriter& writer, const RuleDeclaration& node);
void DumpNode(DumpWriter& writer, const EvidenceDeclaration& node);
void DumpNode(DumpWriter& writer, const GroupDeclaration& node);
void DumpNode(DumpWriter& writer, const TableDeclaration& node);
void DumpNode(DumpWriter& writer, const GuardDeclaration& node);
void DumpNode(DumpWriter& writer, const OutputDeclaration& node);
void DumpNode(DumpWriter& writer, const LanguagesDeclaration& node);
void DumpNode(DumpWriter& writer, const ContentDeclaration& node);
void DumpNode(DumpWriter& writer, const GivesClause& node);
void DumpNode(DumpWriter& writer, const ReportsClause& node);
void DumpNode(DumpWriter& writer, const FormatClause& node);
void DumpNode(DumpWriter& writer, const MissingClause& node);
void DumpNode(DumpWriter& writer, const LeadIdClause& node);
void DumpNode(DumpWriter& writer, const AtClause& node);
void DumpNode(DumpWriter& writer, const EachClause& node);
void DumpNode(DumpWriter& writer, const IgnoreClause& node);
void DumpNode(DumpWriter& writer, const FieldMapping& node);
void DumpNode(DumpWriter& writer, const TestDeclaration& node);
void DumpNode(DumpWriter& writer, const TestTableDeclaration& node);
void DumpNode(DumpWriter& writer, const PropertyDeclaration& node);
void DumpNode(DumpWriter& writer, const CasesDeclaration& node);

}  // namespace lq::syntax
