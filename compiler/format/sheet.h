#pragma once

#include <span>
#include <string_view>
#include <vector>

#include "compiler/format/before.h"
#include "compiler/syntax/side_table.h"

namespace lq::format {

// Tokens [begin, end).
struct Piece {
  std::size_t begin = 0;
  std::size_t end = 0;
};

// How what does not fit into its line goes on.
struct Flow {
  // Where further lines begin.
  std::uint16_t indent = 2;
  // Where the bracket stands that closes a list whose items begin a line of their own; they stand
  // two further in.
  std::uint16_t close = 0;
  // Which breaks are taken first: those of the lowest rank.
  std::uint8_t rank = 0;

  Flow Inner() const { return {indent, close, static_cast<std::uint8_t>(rank + 1)}; }
};

// What stands before a column (from 1) is at least so wide.
void Widen(Group& group, std::uint8_t column, std::size_t width);

// The tokens of a text, and what is to stand before each. The functions of constructs.h fill it in,
// statement by statement; print.h makes a text of it.
class Sheet {
 public:
  Sheet(std::string_view text, const syntax::SideTable& side);

  std::string_view text() const { return text_; }
  const syntax::SideTable& side() const { return side_; }
  std::size_t size() const { return side_.tokens.size(); }
  std::string_view Word(std::size_t token) const;
  Before& before(std::size_t token) { return befores_[token]; }
  const Before& before(std::size_t token) const { return befores_[token]; }
  const std::vector<Group>& groups() const { return groups_; }

  // As wide as the token is shown.
  std::size_t Width(std::size_t token) const;
  // The text has a line end before the token.
  bool WasBroken(std::size_t token) const;
  // As wide as the tokens are in one line, without what stands before the first.
  std::size_t FlatWidth(Piece piece) const;

  // From here on the statement of tokens `piece` is at hand; it begins a line.
  void BeginStatement(Piece piece);
  Piece statement() const { return statement_; }
  // What stands before the first clause.
  Piece head() const {
    return {statement_.begin, clauses_.empty() ? statement_.end : clauses_.front().begin};
  }
  std::span<const Piece> clauses() const { return clauses_; }
  // The token of the statement that begins at a byte, or the first behind it.
  std::size_t TokenAt(std::uint32_t byte) const;
  Piece PieceOf(Span span) const { return {TokenAt(span.begin), TokenAt(span.end)}; }

  // The statement is set apart by blank lines.
  void SetApart();
  void OwnLine(std::size_t token, std::uint16_t indent, bool keeps_blank = false);
  // Goes on in its line; what begins a line because of a comment is indented so.
  void Indent(Piece piece, std::uint16_t indent);
  void MayBreak(std::size_t token, Flow flow);
  // The tokens begin lines of their own, all of them or none.
  void Together(std::span<const std::size_t> tokens, Flow flow);
  // Breaks behind commas, and inside brackets.
  void Items(Piece piece, Flow flow);

  // Columns of this statement alone, or shared with those of its kind right before it.
  std::uint32_t NewGroup(std::uint16_t widest = kWidestCell);
  std::uint32_t RunGroup(std::string_view kind);
  // The token begins the n-th column (from 1), at least `gap` behind what stands before it.
  void Column(std::size_t token, std::uint32_t group, std::uint8_t column, std::uint8_t gap = 1);
  // What stands before a column is at least so wide.
  void Widen(std::uint32_t group, std::uint8_t column, std::size_t width) {
    format::Widen(groups_[group], column, width);
  }

 private:
  void FindClauses();

  std::string_view text_;
  const syntax::SideTable& side_;
  std::vector<Before> befores_;
  std::vector<Group> groups_;
  Piece statement_{};
  std::vector<Piece> clauses_;
  std::size_t next_clause_ = 0;
  // Whether the statement before was set apart.
  bool apart_ = false;
  std::string_view run_kind_;
  std::string_view last_run_kind_;
  std::uint32_t run_group_ = 0;
};

// On a screen, in columns.
std::size_t WidthOf(std::string_view text);

}  // namespace lq::format
