#include "compiler/format/sheet.h"

#include <utf8proc.h>

#include <algorithm>

namespace lq::format {
namespace {

bool Opens(char c) { return c == '[' || c == '('; }
bool Closes(char c) { return c == ']' || c == ')'; }

}  // namespace

std::size_t WidthOf(std::string_view text) {
  if (std::none_of(text.begin(), text.end(), [](char c) { return (c & 0x80) != 0; }))
    return text.size();
  std::size_t width = 0;
  const auto* next = reinterpret_cast<const utf8proc_uint8_t*>(text.data());
  auto left = static_cast<utf8proc_ssize_t>(text.size());
  while (left > 0) {
    utf8proc_int32_t point = 0;
    const utf8proc_ssize_t length =
        std::max<utf8proc_ssize_t>(utf8proc_iterate(next, left, &point), 1);
    width += static_cast<std::size_t>(utf8proc_charwidth(point));
    next += length;
    left -= length;
  }
  return width;
}

void Widen(Group& group, std::uint8_t column, std::size_t width) {
  group.widths.resize(std::max<std::size_t>(group.widths.size(), column));
  std::uint16_t& widest = group.widths[column - 1];
  if (width <= group.widest)
    widest = std::max(widest, static_cast<std::uint16_t>(width));
}

Sheet::Sheet(std::string_view text, const syntax::SideTable& side)
    : text_(text), side_(side), befores_(side.tokens.size()), statement_{0, side.tokens.size()} {
  for (std::size_t i = 0; i < befores_.size(); ++i) {
    const char first = Word(i)[0];
    const bool tight = first == ',' || Closes(first) || (i > 0 && Opens(Word(i - 1)[0]));
    befores_[i].spaces = tight ? 0 : 1;
  }
}

std::string_view Sheet::Word(std::size_t token) const {
  const Span span = side_.tokens[token];
  return text_.substr(span.begin, span.end - span.begin);
}

std::size_t Sheet::Width(std::size_t token) const {
  const std::string_view word = Word(token);
  const bool percent = word.back() == '%';
  const auto blank = [](char c) { return c == ' ' || c == '\t'; };
  return WidthOf(word) -
         (percent ? static_cast<std::size_t>(std::count_if(word.begin(), word.end(), blank)) : 0);
}

bool Sheet::WasBroken(std::size_t token) const {
  const std::uint32_t begin = token == 0 ? 0 : side_.tokens[token - 1].end;
  const std::string_view gap = text_.substr(begin, side_.tokens[token].begin - begin);
  return gap.find('\n') != std::string_view::npos;
}

std::size_t Sheet::FlatWidth(Piece piece) const {
  std::size_t width = 0;
  for (std::size_t i = piece.begin; i < piece.end; ++i)
    width += Width(i) + (i == piece.begin ? 0 : befores_[i].spaces);
  return width;
}

void Sheet::BeginStatement(Piece piece) {
  statement_ = piece;
  FindClauses();
  Indent(piece, 2);
  OwnLine(piece.begin, 0, true);
  befores_[piece.begin].wants_blank = apart_;
  apart_ = false;
  last_run_kind_ = run_kind_;
  run_kind_ = {};
}

void Sheet::FindClauses() {
  clauses_.clear();
  const std::uint32_t end = side_.tokens[statement_.end - 1].end;
  for (; next_clause_ < side_.clauses.size() && side_.clauses[next_clause_] < end; ++next_clause_) {
    const std::size_t token = TokenAt(side_.clauses[next_clause_]);
    if (!clauses_.empty())
      clauses_.back().end = token;
    clauses_.push_back({token, statement_.end});
  }
}

std::size_t Sheet::TokenAt(std::uint32_t byte) const {
  const auto begin = side_.tokens.begin();
  const auto found =
      std::lower_bound(begin + static_cast<std::ptrdiff_t>(statement_.begin),
                       begin + static_cast<std::ptrdiff_t>(statement_.end), byte,
                       [](Span token, std::uint32_t at) { return token.begin < at; });
  return static_cast<std::size_t>(found - begin);
}

void Sheet::SetApart() {
  befores_[statement_.begin].wants_blank = true;
  apart_ = true;
}

void Sheet::OwnLine(std::size_t token, std::uint16_t indent, bool keeps_blank) {
  befores_[token].line = Break::kAlways;
  befores_[token].indent = indent;
  befores_[token].keeps_blank = keeps_blank;
}

void Sheet::Indent(Piece piece, std::uint16_t indent) {
  for (std::size_t i = piece.begin; i < piece.end; ++i)
    befores_[i].indent = indent;
}

void Sheet::MayBreak(std::size_t token, Flow flow) {
  befores_[token].line = Break::kMay;
  befores_[token].indent = flow.indent;
  befores_[token].rank = flow.rank;
}

void Sheet::Together(std::span<const std::size_t> tokens, Flow flow) {
  const bool broken = std::any_of(tokens.begin(), tokens.end(),
                                  [&](std::size_t token) { return WasBroken(token); });
  for (const std::size_t token : tokens) {
    befores_[token].line = broken ? Break::kAlways : Break::kTogether;
    befores_[token].indent = flow.indent;
  }
}

void Sheet::Items(Piece piece, Flow flow) {
  // Of each bracket that is open: where its items and its end stand.
  struct Open {
    Flow items;
    bool apart;
  };
  std::vector<Open> open;
  for (std::size_t i = piece.begin; i < piece.end; ++i) {
    const char sign = Word(i)[0];
    const Flow here = open.empty() ? flow : open.back().items;
    if (Opens(sign) && i + 1 < piece.end) {
      const bool apart = sign == '[' && WasBroken(i + 1);
      Flow items = here.Inner();
      if (apart) {
        items.indent = here.close + 2;
        items.close = here.close + 2;
        OwnLine(i + 1, items.indent);
      }
      open.push_back({items, apart});
    } else if (Closes(sign) && !open.empty()) {
      const bool apart = open.back().apart;
      open.pop_back();
      if (apart)
        OwnLine(i, open.empty() ? flow.close : open.back().items.close);
    } else if (sign == ',' && i + 1 < piece.end && !Closes(Word(i + 1)[0])) {
      MayBreak(i + 1, here);
      befores_[i + 1].list = static_cast<std::uint32_t>(piece.begin + 1);
    }
  }
}

std::uint32_t Sheet::NewGroup(std::uint16_t widest) {
  groups_.emplace_back().widest = widest;
  return static_cast<std::uint32_t>(groups_.size() - 1);
}

std::uint32_t Sheet::RunGroup(std::string_view kind) {
  run_kind_ = kind;
  if (kind != last_run_kind_)
    run_group_ = NewGroup();
  return run_group_;
}

void Sheet::Column(std::size_t token, std::uint32_t group, std::uint8_t column, std::uint8_t gap) {
  befores_[token].group = group;
  befores_[token].column = column;
  befores_[token].spaces = gap;
}

}  // namespace lq::format
