#include "compiler/parse/parse.h"

#include <fmt/format.h>

#include "compiler/parse/constructs.h"
#include "compiler/parse/error_strategy.h"
#include "compiler/parse/scan.h"
#include "compiler/parse/spelling.h"
#include "compiler/parse/token_words.h"
#include "compiler/syntax/nodes.h"

namespace lq {
namespace parse {
namespace {

using antlr4::atn::ParserATNSimulator;
using antlr4::atn::PredictionMode;
using syntax::Unit;
using syntax::UnitKind;

// Parses statement after statement, each into a tree of its own that is walked and let go.
class UnitParser {
 public:
  UnitParser(std::string_view text, Tokens& tokens, Reporter& reporter)
      : text_(text),
        tokens_(tokens),
        reporter_(reporter),
        stream_(tokens),
        parser_(&stream_),
        strategy_(std::make_shared<ErrorStrategy>(tokens, text, reporter)),
        walk_(text, tokens, reporter) {
    parser_.removeErrorListeners();
    parser_.setErrorHandler(strategy_);
  }

  void Run(Unit& unit) {
    Edition(unit);
    Header(unit);
    while (At() != antlr4::Token::EOF && !reporter_.full()) Statement(unit);
  }

 private:
  std::size_t At() { return stream_.LA(1); }
  const LexedToken& Here() const { return tokens_[const_cast<TokenVector&>(stream_).index()]; }

  // The quick way first; the slow one, which also reports, when that fails. True when there was no mistake.
  template <typename Rule>
  bool Try(Rule* (LqParser::*rule)(), Rule*& tree) {
    const std::size_t begin = stream_.index();
    strategy_->set_statement(WordOfType(At()));
    for (const bool probing : {true, false}) {
      parser_.reset();
      stream_.seek(begin);
      strategy_->set_probing(probing);
      parser_.getInterpreter<ParserATNSimulator>()->setPredictionMode(probing ? PredictionMode::SLL
                                                                             : PredictionMode::LL);
      try {
        tree = (parser_.*rule)();
        return probing;
      } catch (const antlr4::ParseCancellationException&) {
        // The first try ends so, and the second never does.
      }
    }
    return false;
  }

  void Edition(Unit& unit) {
    if (At() != LqParser::EDITION) {
      const Span at{reporter_.file(), Here().span().begin, Here().span().begin};
      Diagnostic& report =
          reporter_.Report(DiagnosticKind::kMissingEdition, at, "the file does not begin with its edition");
      report.notes.emplace_back("The edition says by which rules the file is read, now and in years to come.");
      report.help = "begin the file with `edition 2026`";
      report.fixes.push_back({at, "edition 2026\n", true});
      return;
    }
    LqParser::EditionContext* tree = nullptr;
    Try(&LqParser::edition, tree);
    unit.edition = walk_.Number(tree->number);
  }

  void Header(Unit& unit) {
    switch (At()) {
      case LqParser::SCHEMA:
      case LqParser::LIBRARY:
      case LqParser::POLICY:
      case LqParser::SOURCE:
      case LqParser::TESTS:
        break;
      default:
        return ReportNoHeader();
    }
    unit.kind = KindOf(At());
    LqParser::UnitHeaderContext* tree = nullptr;
    Try(&LqParser::unitHeader, tree);
    unit.name = walk_.Used(tree->name);
    if (auto* pin = tree->pin()) unit.version = walk_.Number(pin->number);
    last_ = tree;
  }

  void ReportNoHeader() {
    Diagnostic& report = reporter_.Report(DiagnosticKind::kMissingUnit, Here().span(),
                                          "the file does not say what it holds");
    report.notes.emplace_back("After the edition comes the kind of the file and its name.");
    report.help =
        "write `schema lead version 1`, `library NAME version 1`, `policy NAME version 1`, `tests for NAME` or "
        "`source NAME version 1`";
  }

  static UnitKind KindOf(std::size_t type) {
    switch (type) {
      case LqParser::SCHEMA:
        return UnitKind::kSchema;
      case LqParser::LIBRARY:
        return UnitKind::kLibrary;
      case LqParser::POLICY:
        return UnitKind::kPolicy;
      case LqParser::TESTS:
        return UnitKind::kTests;
      case LqParser::SOURCE:
        return UnitKind::kSource;
      default:
        return UnitKind::kUnknown;
    }
  }

  void Statement(Unit& unit) {
    const std::size_t begin = stream_.index();
    const std::vector<UnitKind> units = UnitsOf(WordOfType(At()));
    if (units.empty() && UseOfType(At()) != WordUse::kStatement) {
      strategy_->set_statement({});
      strategy_->SkipToStatement(parser_, last_);
    } else {
      const bool known = unit.kind != UnitKind::kUnknown;
      const bool misplaced = known && std::find(units.begin(), units.end(), unit.kind) == units.end();
      if (misplaced) ReportMisplaced(unit, units);
      if (units.empty()) return stream_.seek(tokens_.size() - 1);
      ParseOne(unit, misplaced);
    }
    if (stream_.index() == begin) stream_.consume();
  }

  void ParseOne(Unit& unit, bool misplaced) {
    std::optional<syntax::Statement> statement;
    if (At() == LqParser::FIELD && unit.kind == UnitKind::kSource) {
      LqParser::SourceFieldContext* tree = nullptr;
      walk_.BeginStatement(!Try(&LqParser::sourceField, tree));
      last_ = tree;
      if (!misplaced) statement = ParseSourceField(walk_, *tree);
    } else if (At() == LqParser::FIELD) {
      LqParser::SchemaFieldContext* tree = nullptr;
      walk_.BeginStatement(!Try(&LqParser::schemaField, tree));
      last_ = tree;
      if (!misplaced) statement = ParseSchemaField(walk_, *tree);
    } else {
      LqParser::StatementContext* tree = nullptr;
      walk_.BeginStatement(!Try(&LqParser::statement, tree));
      last_ = tree;
      if (!misplaced) statement = ParseStatement(walk_, *tree);
    }
    if (statement.has_value()) unit.statements.push_back(std::move(*statement));
  }

  void ReportMisplaced(const Unit& unit, const std::vector<UnitKind>& units) {
    const std::string_view word = WordOfType(At());
    Diagnostic& report = reporter_.Report(
        DiagnosticKind::kMisplacedStatement, Here().span(),
        fmt::format("`{}` does not belong into a {}", word, syntax::UnitKindWord(unit.kind)));
    if (units.empty()) {
      report.message = fmt::format("`{}` stands a second time or too late", word);
      report.notes.emplace_back("A file holds one unit: its edition, its kind and name, then its statements.");
      report.help = "move what follows into a file of its own";
      return;
    }
    std::string places;
    for (const UnitKind kind : units) {
      places += places.empty() ? "" : kind == units.back() ? " or " : ", ";
      places += syntax::UnitKindWord(kind);
    }
    report.help = fmt::format("move it into a {}", places);
  }

  std::string_view text_;
  Tokens& tokens_;
  Reporter& reporter_;
  TokenVector stream_;
  LqParser parser_;
  std::shared_ptr<ErrorStrategy> strategy_;
  Walk walk_;
  // The tree of what was parsed last; gone when the next statement begins.
  antlr4::ParserRuleContext* last_ = nullptr;
};

}  // namespace
}  // namespace parse

syntax::Unit Parse(const SourceMap& sources, FileId file, Diagnostics& diagnostics) {
  const std::string_view text = sources.file(file).text;
  syntax::Unit unit;
  unit.file = file;
  unit.span = {file, 0, static_cast<std::uint32_t>(text.size())};
  parse::Reporter reporter(file, diagnostics);
  if (!parse::ScanText(text, reporter)) return unit;
  parse::Tokens tokens = parse::Lex(text, reporter);
  if (!reporter.full()) parse::UnitParser(text, tokens, reporter).Run(unit);
  return unit;
}

}  // namespace lq
