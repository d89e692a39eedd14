#include "compiler/syntax/dump_writer.h"

#include <fmt/format.h>

namespace lq::syntax {

DumpWriter& DumpWriter::Line(std::string_view word) {
  if (!out_.empty())
    out_ += '\n';
  out_.append(2 * depth_, ' ');
  out_ += word;
  return *this;
}

DumpWriter& DumpWriter::Add(std::string_view word) {
  if (!word.empty()) {
    out_ += ' ';
    out_ += word;
  }
  return *this;
}

DumpWriter& DumpWriter::AddText(std::string_view text) {
  out_ += " \"";
  for (const char c : text) {
    if (c == '"' || c == '\\')
      out_ += '\\';
    if (c == '\n') {
      out_ += "\\n";
    } else if (c == '\t') {
      out_ += "\\t";
    } else if (static_cast<unsigned char>(c) < 0x20) {
      out_ += fmt::format("\\u{{{:X}}}", static_cast<unsigned>(c));
    } else {
      out_ += c;
    }
  }
  out_ += '"';
  return *this;
}

DumpWriter& DumpWriter::Add(const Strength& strength) {
  switch (strength.kind) {
    case Strength::Kind::kUnsaid:
      return *this;
    case Strength::Kind::kWord:
      return Add(strength.text);
    case Strength::Kind::kConfidence:
      return Add(fmt::format("with confidence {}%", strength.text));
    case Strength::Kind::kPoints:
      return Add(fmt::format("by {} points", strength.text));
  }
  return *this;
}

void DumpWriter::NameLine(std::string_view word, const Name& name) {
  if (!name.text.empty())
    Line(word).Add(name);
}

void DumpWriter::NamesLine(std::string_view word, const std::vector<Name>& names) {
  if (names.empty())
    return;
  Line(word);
  for (const Name& name : names)
    Add(name);
}

void DumpWriter::LiteralLine(std::string_view word, const std::optional<Literal>& literal) {
  if (literal.has_value())
    Line(word).Add(literal->text);
}

void DumpWriter::TextLine(std::string_view word, const std::optional<Literal>& text) {
  if (text.has_value())
    Line(word).AddText(text->text);
}

void DumpWriter::ExprUnder(std::string_view word, const Expr& expr) {
  Line(word);
  Under([&] { DumpExpr(*this, expr); });
}

}  // namespace lq::syntax
