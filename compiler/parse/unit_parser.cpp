#include "compiler/parse/unit_parser.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/parse/table_rows.h"
#include "compiler/parse/token_words.h"
#include "compiler/syntax/nodes.h"

namespace lq::parse {
namespace {

using antlr4::atn::ParserATNSimulator;
using antlr4::atn::PredictionMode;
using syntax::Unit;
using syntax::UnitKind;

UnitKind KindOf(std::size_t type) {
  switch (type) {
    case LqParser::SCHEMA:
      return UnitKind::kSchema;
    case LqParser::LIBRARY:
      return UnitKind::kLibrary;
    case LqParser::POLICY:
      return UnitKind::kPolicy;
    case LqParser::SOURCE:
      return UnitKind::kSource;
    case LqParser::TESTS:
      return UnitKind::kTests;
    default:
      return UnitKind::kUnknown;
  }
}

std::size_t CountStatements(const Tokens& tokens) {
  const auto begins = [](const LexedToken& token) {
    return token.begins_line() && UseOfType(token.getType()) == WordUse::kStatement;
  };
  return static_cast<std::size_t>(std::count_if(tokens.begin(), tokens.end(), begins));
}

}  // namespace

UnitParser::UnitParser(std::string_view text, Tokens& tokens, Reporter& reporter)
    : tokens_(tokens),
      reporter_(reporter),
      stream_(tokens),
      parser_(&stream_),
      strategy_(std::make_shared<ErrorStrategy>(tokens, text, reporter)),
      walk_(text, tokens, reporter) {
  parser_.removeErrorListeners();
  parser_.setErrorHandler(strategy_);
}

void UnitParser::Run(Unit& unit) {
  Edition(unit);
  Header(unit);
  unit.statements.reserve(std::min(CountStatements(tokens_), kMostStatements));
  while (At() != antlr4::Token::EOF && !reporter_.full()) {
    if (unit.statements.size() == kMostStatements)
      return ReportLimit("a file has at most 100,000 statements");
    Statement(unit);
  }
}

// The quick way first; the slow one, which also reports, when that fails. Null when the rest of the
// file is not worth reading.
template <typename Rule>
Rule* UnitParser::Try(Rule* (LqParser::*rule)()) {
  const std::size_t begin = stream_.index();
  // A row begins with a bar.
  strategy_->set_statement(At() == LqParser::BAR ? "table" : WordOfType(At()));
  for (const bool probing : {true, false}) {
    parser_.reset();
    stream_.seek(begin);
    stream_.set_limit(begin + kMostStatementTokens);
    strategy_->set_probing(probing);
    parser_.getInterpreter<ParserATNSimulator>()->setPredictionMode(probing ? PredictionMode::SLL
                                                                            : PredictionMode::LL);
    failed_ = !probing;
    Rule* tree = nullptr;
    try {
      tree = (parser_.*rule)();
    } catch (const antlr4::ParseCancellationException&) {
      // How the first try ends at a mistake, and the second when there were too many.
    }
    stream_.clear_limit();
    if (stream_.hit_limit()) {
      ReportLimit("a statement has at most 200,000 words and signs, rows of a table aside");
      break;
    }
    last_ = tree;
    walk_.BeginStatement(failed_);
    if (tree != nullptr)
      return tree;
  }
  last_ = nullptr;
  Stop();
  return nullptr;
}

void UnitParser::ReportLimit(std::string_view rule) {
  Diagnostic& report = reporter_.Report(DiagnosticKind::kLimit, Here().span(), std::string(rule));
  report.primary.text = "reading stopped here";
  report.help = "divide it, or put long lists into a lookup's CSV file";
}

// A file without edition and unit is told about its unit alone.
void UnitParser::Edition(Unit& unit) {
  if (At() != LqParser::EDITION && UseOfType(At()) != WordUse::kStatement)
    return;
  if (At() == LqParser::EDITION) {
    auto* tree = Try(&LqParser::edition);
    if (tree != nullptr)
      unit.edition = walk_.Number(tree->number);
    return;
  }
  const Span at{reporter_.file(), Here().span().begin, Here().span().begin};
  Diagnostic& report = reporter_.Report(DiagnosticKind::kMissingEdition, at,
                                        "the file does not begin with its edition");
  report.notes.emplace_back(
      "The edition says by which rules the file is read, now and in years to come.");
  report.help = "begin the file with `edition 2026`";
  report.fixes.push_back({at, "edition 2026\n", true});
}

void UnitParser::Header(Unit& unit) {
  unit.kind = KindOf(At());
  strategy_->set_unit(unit.kind);
  if (unit.kind == UnitKind::kUnknown)
    return ReportNoUnit();
  auto* tree = Try(&LqParser::unitHeader);
  if (tree == nullptr)
    return;
  unit.name = walk_.Used(tree->name);
  if (auto* pin = tree->pin())
    unit.version = walk_.Number(pin->number);
}

void UnitParser::ReportNoUnit() {
  Diagnostic& report = reporter_.Report(
      DiagnosticKind::kMissingUnit, Here().span(),
      tokens_.size() == 1 ? "the file is empty" : "the file does not say what it holds");
  report.notes.emplace_back(
      "A file begins with its edition, `edition 2026`, and then its kind and name: `schema lead "
      "version 1`, "
      "`library NAME version 1`, `policy NAME version 1`, `tests for NAME` or `source NAME version "
      "1`.");
  report.help = "begin the file with its edition, its kind and its name";
  if (UseOfType(At()) != WordUse::kStatement)
    Stop();
}

// `ruel` becomes `rule`, so that what follows is read.
void UnitParser::MendWord() {
  const std::size_t meant = strategy_->MeantStatement(stream_.index());
  if (meant == 0)
    return;
  LexedToken& token = tokens_[stream_.index()];
  const std::string word(WordOfType(meant));
  Diagnostic& report =
      reporter_.Report(DiagnosticKind::kSyntax, token.span(),
                       fmt::format("no statement begins with `{}`", walk_.TextAt(token.span())));
  report.help = fmt::format("did you mean `{}`?", word);
  report.fixes.push_back({token.span(), word, false});
  token.set_type(meant);
}

void UnitParser::Statement(Unit& unit) {
  MendWord();
  const std::size_t begin = stream_.index();
  const std::vector<UnitKind> units = UnitsOf(WordOfType(At()));
  if (units.empty() && UseOfType(At()) != WordUse::kStatement) {
    strategy_->set_statement({});
    strategy_->SkipToStatement(parser_, last_);
  } else {
    const bool known = unit.kind != UnitKind::kUnknown;
    const bool misplaced = known && std::find(units.begin(), units.end(), unit.kind) == units.end();
    if (misplaced)
      ReportMisplaced(unit.kind, units);
    if (units.empty())
      return Stop();
    if (misplaced)
      return strategy_->SkipStatement(parser_);
    broken_ = false;
    ParseOne(unit);
  }
  if (stream_.index() == begin)
    stream_.consume();
}

void UnitParser::ParseOne(Unit& unit) {
  std::optional<syntax::Statement> statement;
  const std::size_t type = At();
  if (BeginsTestTable()) {
    statement = TestTable();
  } else if (type == LqParser::TABLE || type == LqParser::RULES) {
    statement = Table();
  } else if (type == LqParser::FIELD && unit.kind == UnitKind::kSource) {
    if (auto* tree = Try(&LqParser::sourceField))
      statement = ParseSourceField(walk_, *tree);
  } else if (type == LqParser::FIELD) {
    if (auto* tree = Try(&LqParser::schemaField))
      statement = ParseSchemaField(walk_, *tree);
  } else if (auto* tree = Try(&LqParser::statement)) {
    statement = ParseStatement(walk_, *tree);
  }
  if (statement.has_value())
    unit.statements.push_back(std::move(*statement));
}

void UnitParser::ReportMisplaced(UnitKind kind, const std::vector<UnitKind>& units) {
  const std::string_view word = WordOfType(At());
  if (units.empty()) {
    Diagnostic& report =
        reporter_.Report(DiagnosticKind::kMisplacedStatement, Here().span(),
                         fmt::format("`{}` stands a second time or too late", word));
    report.notes.emplace_back(
        "A file holds one unit: its edition, its kind and name, then its statements.");
    report.help = "move what follows into a file of its own";
    return;
  }
  Diagnostic& report = reporter_.Report(
      DiagnosticKind::kMisplacedStatement, Here().span(),
      fmt::format("`{}` does not belong in a file of kind `{}`", word, syntax::UnitKindWord(kind)));
  std::string places;
  for (const UnitKind unit : units) {
    places += places.empty() ? "" : unit == units.back() ? " or " : ", ";
    places += fmt::format("`{}`", syntax::UnitKindWord(unit));
  }
  report.help = fmt::format("move it into a file of kind {}", places);
}

// `table "title"` and `only table "title"`.
bool UnitParser::BeginsTestTable() {
  const ssize_t table = At() == LqParser::ONLY ? 2 : 1;
  if (stream_.LA(table) != LqParser::TABLE)
    return false;
  switch (stream_.LA(table + 1)) {
    case LqParser::TEXT:
    case LqParser::UNCLOSED_TEXT:
    case LqParser::SMART_TEXT:
    case LqParser::SINGLE_TEXT:
      return true;
    default:
      return table == 2;
  }
}

syntax::TableDeclaration UnitParser::Table() {
  TableWalk table(walk_);
  if (auto* head = Try(&LqParser::tableHead)) {
    broken_ = failed_;
    table.Head(*head);
    Rows(table, &LqParser::row, &LqParser::tableClause,
         {LqParser::GIVES, LqParser::HIT, LqParser::IF, LqParser::OTHERWISE});
  }
  return table.Finish(broken_);
}

syntax::TestTableDeclaration UnitParser::TestTable() {
  TestTableWalk table(walk_);
  if (auto* head = Try(&LqParser::testTableHead)) {
    broken_ = failed_;
    table.Head(*head);
    Rows(table, &LqParser::testRow, &LqParser::testTableClause, {LqParser::GIVEN});
  }
  return table.Finish(broken_);
}

template <typename Walker, typename Row, typename Clause>
void UnitParser::Rows(Walker& table, Row* (LqParser::*row)(), Clause* (LqParser::*clause)(),
                      std::initializer_list<std::size_t> clause_words) {
  const auto at_clause = [&] {
    return std::find(clause_words.begin(), clause_words.end(), At()) != clause_words.end();
  };
  while (!reporter_.full()) {
    if (At() == LqParser::BAR && !table.has_header()) {
      if (auto* tree = Try(&LqParser::headerRow))
        table.Header(*tree);
    } else if (At() == LqParser::BAR) {
      if (auto* tree = Try(row))
        table.Row(*tree);
    } else if (at_clause()) {
      if (auto* tree = Try(clause))
        table.Clause(*tree);
    } else if (strategy_->EndsStatement(stream_.index())) {
      return;
    } else {
      broken_ = true;
      strategy_->SkipToRow(parser_, last_);
    }
  }
}

}  // namespace lq::parse
