#include "compiler/check/reading_order.h"

#include <algorithm>

#include <fmt/format.h>

#include "compiler/check/check_input.h"

namespace lq::check {
namespace {

// Other passes follow names by recursion.
constexpr std::uint32_t kDeepest = 64;

// One name that a reader reads.
struct Reading {
  std::size_t reader = 0;
  Span place;
};

// The names in a reader's declaration.
class NameCollector {
 public:
  void Visit(const syntax::DerivedDeclaration* derived) { Add(derived->value); }
  void Visit(const syntax::DefineDeclaration* define) { Add(define->when); }
  void Visit(const syntax::ScoreDeclaration* score) {
    for (const syntax::ScoreItem& item : score->items)
      Add(item.when);
  }
  void Visit(const syntax::TableDeclaration* table) {
    // The last column is the table's own.
    for (std::size_t i = 0; i + 1 < table->columns.size(); ++i)
      names_.push_back(table->columns[i]);
    for (const syntax::TableRow& row : table->rows) {
      for (const syntax::Cell& cell : row.cells)
        Add(cell.expr);
    }
  }
  // Keys are fields.
  void Visit(const syntax::LookupDeclaration*) {}

  const std::vector<syntax::Name>& names() const { return names_; }

 private:
  void Add(const syntax::Expr& expr) {
    std::vector<const syntax::Expr*> open{&expr};
    while (!open.empty()) {
      const syntax::Expr& at = *open.back();
      open.pop_back();
      if (at.kind == syntax::ExprKind::kName)
        names_.push_back({at.text, at.span});
      for (const syntax::Expr& child : at.children)
        open.push_back(&child);
    }
  }

  std::vector<syntax::Name> names_;
};

class Orderer {
 public:
  explicit Orderer(Context& context) : context_(context) {
    std::unordered_map<const Entry*, std::size_t> index;
    for (std::size_t i = 0; i < context.readers.size(); ++i)
      index.emplace(context.readers[i].entry, i);
    for (const Reader& reader : context.readers)
      readings_.push_back(ReadingsOf(reader, index));
  }

  std::vector<const Reader*> Run() {
    state_.assign(readings_.size(), State::kNew);
    depth_.assign(readings_.size(), 1);
    for (std::size_t i = 0; i < readings_.size(); ++i) {
      if (state_[i] == State::kNew)
        Walk(i);
    }
    return std::move(order_);
  }

 private:
  enum class State : std::uint8_t { kNew, kOpen, kDone };
  struct Frame {
    std::size_t reader = 0;
    std::size_t next = 0;
  };

  static std::vector<Reading> ReadingsOf(
      const Reader& reader, const std::unordered_map<const Entry*, std::size_t>& index) {
    NameCollector names;
    std::visit([&](const auto* declaration) { names.Visit(declaration); }, reader.declaration);
    std::vector<Reading> readings;
    for (const syntax::Name& name : names.names()) {
      if (IsInput(name.text))
        continue;
      const auto read = index.find(Find(*reader.scope, name.text));
      if (read != index.end())
        readings.push_back({read->second, name.span});
    }
    return readings;
  }

  // Depth first, with a stack of its own: chains of names may be long.
  void Walk(std::size_t root) {
    Open(root);
    while (!path_.empty()) {
      Frame& frame = path_.back();
      if (frame.next == readings_[frame.reader].size()) {
        Close();
        continue;
      }
      const Reading reading = readings_[frame.reader][frame.next++];
      if (state_[reading.reader] == State::kNew) {
        Open(reading.reader);
      } else if (state_[reading.reader] == State::kOpen) {
        ReportCycle(reading);
      } else {
        Deepen(frame.reader, reading.reader);
      }
    }
  }

  void Open(std::size_t reader) {
    state_[reader] = State::kOpen;
    path_.push_back({reader, 0});
  }

  void Close() {
    const std::size_t reader = path_.back().reader;
    path_.pop_back();
    state_[reader] = State::kDone;
    const Reader& closed = context_.readers[reader];
    if (depth_[reader] > kDeepest)
      ReportDeep(closed);
    if (!closed.entry->broken)
      order_.push_back(&closed);
    if (!path_.empty())
      Deepen(path_.back().reader, reader);
  }

  void Deepen(std::size_t reader, std::size_t read) {
    depth_[reader] = std::max(depth_[reader], depth_[read] + 1);
  }

  void ReportDeep(const Reader& reader) {
    reader.entry->broken = true;
    if (deep_reported_)
      return;
    deep_reported_ = true;
    Diagnostic& report =
        context_.Report(DiagnosticKind::kLimit, reader.entry->span,
                        fmt::format("`{}` rests on names that rest on names, more than {} deep",
                                    reader.name, kDeepest));
    report.help = "write some of them out";
  }

  void ReportCycle(const Reading& reading) {
    auto from = std::find_if(path_.begin(), path_.end(),
                             [&](const Frame& frame) { return frame.reader == reading.reader; });
    std::vector<std::string_view> names;
    bool known = false;
    for (auto at = from; at != path_.end(); ++at) {
      const Reader& reader = context_.readers[at->reader];
      known = known || reader.entry->broken;
      reader.entry->broken = true;
      names.push_back(reader.name);
    }
    // Another way round the same circle.
    if (known)
      return;
    const Reader& first = context_.readers[reading.reader];
    Diagnostic& report = context_.Report(DiagnosticKind::kCyclicNames, first.entry->span,
                                         fmt::format("`{}` is defined by itself", first.name));
    for (auto at = from; at != path_.end(); ++at) {
      const Span place = readings_[at->reader][at->next - 1].place;
      report.secondary.push_back({place, "read here"});
      if (report.secondary.size() == 4)
        break;
    }
    if (names.size() > 1)
      report.notes.push_back(fmt::format("In the circle stand {}.", Quoted(names)));
    report.help = "let one of them do without the others";
  }

  Context& context_;
  std::vector<std::vector<Reading>> readings_;
  std::vector<State> state_;
  std::vector<std::uint32_t> depth_;
  std::vector<Frame> path_;
  std::vector<const Reader*> order_;
  bool deep_reported_ = false;
};

}  // namespace

std::vector<const Reader*> ReadingOrder(Context& context) { return Orderer(context).Run(); }

}  // namespace lq::check
