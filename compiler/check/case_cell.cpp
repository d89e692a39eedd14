#include "compiler/check/case_cell.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/test_rows.h"
#include "runtime/value/iso.h"
#include "runtime/value/text.h"

namespace lq::check {
namespace {

using syntax::Expr;
using syntax::ExprKind;
using syntax::GivenItem;
using Words = std::vector<std::string_view>;

Words WordsOf(std::string_view text) {
  Words words;
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    if (end > begin)
      words.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

// The words of each part, `word` standing between parts.
std::vector<Words> SplitAt(const Words& words, std::string_view word) {
  std::vector<Words> parts(1);
  for (const std::string_view one : words) {
    if (one == word) {
      parts.emplace_back();
    } else {
      parts.back().push_back(one);
    }
  }
  return parts;
}

std::string Joined(const Words& words) {
  std::string text;
  for (const std::string_view word : words) {
    text += text.empty() ? "" : " ";
    text += word;
  }
  return text;
}

std::string Upper(std::string text) {
  for (char& c : text)
    c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  return text;
}

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool IsNumber(std::string_view text) {
  const std::string_view digits = text.starts_with('-') ? text.substr(1) : text;
  return !digits.empty() && IsDigit(digits[0]) &&
         digits.find_first_not_of("0123456789._") == std::string_view::npos;
}

// As the parser hands numbers on.
std::string WithoutSpacers(std::string_view number) {
  std::string text(number);
  std::erase(text, '_');
  return text;
}

class CellReader {
 public:
  CellReader(Context& context, const syntax::TestTableDeclaration::Column& column,
             const ir::Field* field, Span span)
      : context_(context), column_(column), field_(field), span_(span) {}

  syntax::TestTableDeclaration::Cell Read(std::string_view text) {
    cell_.span = span_;
    const std::string_view trimmed = Trim(text);
    if (IsExpectation(column_)) {
      ReadNames(trimmed);
    } else if (field_ != nullptr) {
      cell_.given = Item(field_->type.kind == TypeKind::kText ? text : trimmed);
    } else if (!trimmed.empty()) {
      ReadCircumstance(trimmed);
    }
    return std::move(cell_);
  }

 private:
  void Report(std::string message, std::string_view help) {
    Diagnostic& report = context_.Report(DiagnosticKind::kCasesFile, span_, std::move(message));
    report.primary.text = fmt::format("in the column `{}`", column_.name.text);
    report.help = help;
  }

  // An outcome, a status, or codes with commas between them.
  void ReadNames(std::string_view text) {
    const bool codes = column_.name.text == "because";
    const Words words = WordsOf(text);
    cell_.negated = column_.name.text == "expect" && words.size() > 1 && words[0] == "not";
    if (cell_.negated)
      text = Trim(text.substr(words[0].size()));
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = codes ? std::min(text.find(',', begin), text.size()) : text.size();
      const std::string_view name = Trim(text.substr(begin, end - begin));
      if (!name.empty())
        cell_.names.push_back({std::string(name), span_});
      begin = end + 1;
    }
  }

  // A toggle's state, `today` or `now`.
  void ReadCircumstance(std::string_view text) {
    GivenItem item;
    item.span = span_;
    item.name = column_.name;
    if (column_.is_toggle) {
      item.kind = GivenItem::Kind::kToggle;
      item.toggle_on = text == "on";
      if (text != "on" && text != "off")
        return Report(fmt::format("`{}` is neither `on` nor `off`", text), "write one of the two");
    } else {
      item.kind = column_.name.text == "today" ? GivenItem::Kind::kToday : GivenItem::Kind::kNow;
      item.value = Literal(std::string(text));
    }
    cell_.given = std::move(item);
  }

  GivenItem Item(std::string_view text) {
    GivenItem item;
    item.span = span_;
    item.name = column_.name;
    const Type& type = field_->type;
    item.missing = Trim(text).empty() || Trim(text) == "missing";
    if (item.missing)
      return item;
    if (IsTextual(type.kind)) {
      item.alternatives.push_back({Made(ExprKind::kText, std::string(text)), {}, {}});
    } else if (type.kind == TypeKind::kList) {
      item.alternatives.push_back({List(text), {}, {}});
    } else if (type.kind == TypeKind::kEnum && !MemberOf(text).empty()) {
      item.alternatives.push_back({Literal(std::string(text)), {}, {}});
    } else {
      ReadWords(WordsOf(text), item);
    }
    return item;
  }

  void ReadWords(const Words& words, GivenItem& item) {
    const bool open = words.size() > 2 && words[0] == "at";
    if (open && (words[1] == "least" || words[1] == "most")) {
      item.is_band = true;
      (words[1] == "least" ? item.low : item.high) =
          Literal(Joined({words.begin() + 2, words.end()}));
      return;
    }
    const std::vector<Words> ends = SplitAt(words, "to");
    if (ends.size() == 2 && std::find(words.begin(), words.end(), "or") == words.end()) {
      item.is_band = true;
      item.low = Literal(Joined(ends[0]));
      item.high = Literal(Joined(ends[1]));
      return;
    }
    std::size_t reports = 0;
    for (const Words& part : SplitAt(words, "or")) {
      item.alternatives.push_back(Alternative(part));
      reports += item.alternatives.back().from.text.empty() ? 0 : 1;
    }
    if (reports != 0 && reports != item.alternatives.size())
      Report("some of these values have a source and some have none",
             "write `from` and a source behind each, or behind none");
  }

  // "240 from crm at 2025-01-01"
  syntax::GivenAlternative Alternative(const Words& words) {
    syntax::GivenAlternative alternative;
    const auto from = std::find(words.begin(), words.end(), "from");
    alternative.value = Literal(Joined({words.begin(), from}));
    if (from == words.end() || from + 1 == words.end())
      return alternative;
    alternative.from = {std::string(*(from + 1)), span_};
    if (words.end() - from > 3 && *(from + 2) == "at")
      alternative.at = Literal(std::string(*(from + 3)));
    return alternative;
  }

  Expr Made(ExprKind kind, std::string text) const {
    Expr expr;
    expr.kind = kind;
    expr.text = std::move(text);
    expr.span = span_;
    return expr;
  }

  // The name of the enum's value that is written so, or labelled so; empty when there is none.
  std::string_view MemberOf(std::string_view text) const {
    for (const Enum::Member& member : field_->type.enumeration->members) {
      if (member.name == text)
        return member.name;
    }
    for (const Enum::Member& member : field_->type.enumeration->members) {
      if (std::find(member.labels.begin(), member.labels.end(), text) != member.labels.end())
        return member.name;
    }
    return {};
  }

  Expr List(std::string_view text) {
    if (!text.starts_with('[') || !text.ends_with(']')) {
      Report("a list stands in brackets", "write it as in `[a, b]`");
      return Made(ExprKind::kError, {});
    }
    const Type& type = field_->type;
    Expr list = Made(ExprKind::kList, {});
    text = text.substr(1, text.size() - 2);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = std::min(text.find(',', begin), text.size());
      std::string item(Trim(text.substr(begin, end - begin)));
      begin = end + 1;
      if (item.empty())
        continue;
      const ExprKind kind = type.element == TypeKind::kEnum   ? ExprKind::kName
                            : type.element == TypeKind::kText ? ExprKind::kText
                                                              : ExprKind::kCode;
      list.children.push_back(Made(kind, kind == ExprKind::kCode ? Upper(item) : item));
    }
    return list;
  }

  // A constant as the field's type has it; what has no such form shows what it looks like.
  Expr Literal(std::string text) const {
    const TypeKind kind = field_ == nullptr ? TypeKind::kInstant : field_->type.kind;
    if (kind == TypeKind::kEnum && !MemberOf(text).empty())
      return Made(ExprKind::kName, std::string(MemberOf(text)));
    if (kind == TypeKind::kEnum)
      return Made(ExprKind::kName, std::move(text));
    if (kind == TypeKind::kYesNo)
      return Made(ExprKind::kName, text == "true" ? "yes" : text == "false" ? "no" : text);
    if (kind == TypeKind::kCountry || kind == TypeKind::kCurrency)
      return Made(ExprKind::kCode, std::move(text));
    if (kind == TypeKind::kLanguage)
      return Made(ExprKind::kCode, Upper(std::move(text)));
    return Number(std::move(text), kind);
  }

  Expr Number(std::string text, TypeKind kind) const {
    const std::size_t space = std::min(text.find(' '), text.size());
    const std::string unit = text.substr(std::min(space + 1, text.size()));
    if (IsNumber(text.substr(0, space)) && (!unit.empty() || kind == TypeKind::kMoney)) {
      Expr money = Made(ExprKind::kMoney, WithoutSpacers(text.substr(0, space)));
      money.unit = unit.empty() ? CurrencyCode(field_->type.currency) : unit;
      return money;
    }
    if (text.ends_with('%') && IsNumber(text.substr(0, text.size() - 1)))
      return Made(ExprKind::kPercent, WithoutSpacers(text.substr(0, text.size() - 1)));
    if (IsNumber(text))
      return Made(kind == TypeKind::kPercent ? ExprKind::kPercent : ExprKind::kNumber,
                  WithoutSpacers(text));
    if (text.size() > 4 && IsDigit(text[0]) && text.find('-') == 4)
      return Made(text.find('T') == std::string::npos ? ExprKind::kDate : ExprKind::kInstant,
                  std::move(text));
    return Made(ExprKind::kText, std::move(text));
  }

  Context& context_;
  const syntax::TestTableDeclaration::Column& column_;
  const ir::Field* field_;
  Span span_;
  syntax::TestTableDeclaration::Cell cell_;
};

}  // namespace

syntax::TestTableDeclaration::Cell CaseCell(Context& context,
                                            const syntax::TestTableDeclaration::Column& column,
                                            const ir::Field* field, std::string_view text,
                                            Span span) {
  return CellReader(context, column, field, span).Read(text);
}

}  // namespace lq::check
