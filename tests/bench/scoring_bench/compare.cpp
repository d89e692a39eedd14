#include <cstdlib>
#include <memory>
#include <utility>

#include <fmt/format.h>

#include "tests/bench/engine_side/column_judge.h"
#include "tests/bench/engine_side/scoring_answer.h"
#include "tests/bench/scoring/json/hand_json.h"
#include "tests/bench/scoring/strengths.h"
#include "tests/bench/scoring_bench/arrow_judge.h"
#include "tests/bench/scoring_bench/world.h"

namespace lq::bench {
namespace {

std::string Print(const Answer& answer) {
  return fmt::format("status {} outcome {} proposed {} confidence {} ceiling {} fired {:012b}",
                     answer.status, answer.outcome, answer.proposed, answer.confidence,
                     answer.ceiling, answer.fired);
}

// A record names the rules of the proposed outcome alone.
Answer OfProposed(Answer answer) {
  for (std::size_t rule = 0; rule < kRules; ++rule) {
    if (kOutcomeOf[rule] != answer.proposed)
      answer.fired &= static_cast<std::uint16_t>(~(1U << rule));
  }
  return answer;
}

[[noreturn]] void Differs(std::string_view side, std::string_view lead, const std::string& engine,
                          const std::string& other) {
  fmt::print(stderr, "{} differs from the engine for {}\n  engine: {}\n  {}: {}\n", side, lead,
             engine, side, other);
  std::exit(1);
}

// Calls `compare` for every lead of the world, as `compare(index in the window)`.
template <typename Compare>
void ForEach(World& world, Compare compare) {
  for (std::size_t window = 0; window < world.known.count(); ++window) {
    world.FillKnown(window);
    world.FillPartial(window);
    for (std::size_t i = 0; i < world.known.size(); ++i)
      compare(i);
  }
}

// Verdicts and records say the same of a lead.
void CompareVerdicts(std::string_view side, World& world, MeasuredEngine& engine,
                     const LeadWindow& leads) {
  ForEach(world, [&](std::size_t i) {
    const Answer record = AnswerOf(world.engine.Decide(leads.parsed()[i]));
    const Lead& lead = leads.parsed()[i];
    const Answer answer = OfProposed(engine.AnswerOf(engine.Judge(lead)));
    const Answer of_row = OfProposed(engine.AnswerOf(engine.Judge(leads.row(i))));
    const Answer of_text = OfProposed(engine.AnswerOf(engine.Judge(leads.texts()[i])));
    if (!(answer == record) || !(of_row == record) || !(of_text == record))
      Differs(side, leads.texts()[i], Print(record),
              Print(answer) + ", of its row " + Print(of_row) + ", of its text " + Print(of_text));
  });
  fmt::print("{}: {} verdicts equal the records\n", side, world.generated.size());
}

template <typename Decide>
void CompareSide(std::string_view side, World& world, Decide decide) {
  ForEach(world, [&](std::size_t i) {
    const Answer expected = world.engine.AnswerOf(world.engine.Judge(world.known.parsed()[i]));
    const Answer actual = decide(i);
    if (!(actual == expected))
      Differs(side, world.known.texts()[i], Print(expected), Print(actual));
  });
  fmt::print("{}: {} answers equal the engine's\n", side, world.generated.size());
}

void CompareColumns(std::string_view side, World& world, MeasuredEngine& engine) {
  std::unique_ptr<ColumnJudge> columns;
  CompareSide(side, world, [&](std::size_t i) {
    if (i == 0) {
      columns = std::make_unique<ColumnJudge>(engine, world.known.rows());
      columns->Judge();
    }
    return columns->at(i);
  });
}

void CompareArrow(std::string_view side, World& world, MeasuredEngine& engine) {
  std::unique_ptr<ArrowJudge> arrow;
  CompareSide(side, world, [&](std::size_t i) {
    if (i == 0) {
      arrow = std::make_unique<ArrowJudge>(engine, world.generated_window());
      arrow->Judge();
    }
    return arrow->at(i);
  });
}

void CompareBatch(std::string_view side, World& world, const HandBatch& batch) {
  AnswerColumns columns(world.known.size());
  CompareSide(side, world, [&](std::size_t i) {
    if (i == 0)
      batch.Decide(world.columns, columns);
    return columns.at(i);
  });
}

// What all readers must take, or all refuse: edits of a good lead.
constexpr std::pair<std::string_view, std::string_view> kEdits[] = {
    {"company", "firm"},
    {"\"DE\"", "\"XX\""},
    {"\"DE\"", "12"},
    {"decision_maker", "boss"},
    {"\"finance\"", "true"},
    {"300", "0"},
    {"300", "5000001"},
    {"300", "300.5"},
    {"300", "\"many\""},
    {"25000.50", "10000000.01"},
    {"25000.50", "-1"},
    {"25000.50", "1.005"},
    {"25000.50", "0"},
    {"true", "1"},
    {"\"intent\":90", "\"intent\":101"},
    {"\"intent\":90", "\"intent\":90,\"intent\":90"},
    {"\"intent\":90", "\"intent\":90,\"other\":null"},
    {"\"intent\":90", "\"intent\":90,\"other\":1,\"another\":2"},
    {"\"intent\":90", "\"intent\":90,\"other\":1,\"other\":2"},
    {"\"intent\":90", "\"\\u0069ntent\":90"},
    {"\"visits\":3", "\"visits\":10001"},
    {"\"visits\":3", "\"visits\":3}x"},
    {"\"visits\":3}", "\"visits\":3"},
    {"ana@firm.example", "ana"},
    {"ana@firm.example", "ana@firm"},
    {"ana@firm.example", ".ana@firm.example"},
    {"ana@firm.example", "an..a@firm.example"},
    {"ana@firm.example", "ana@-firm.example"},
    {"ana@firm.example", "ana @firm.example"},
    {"ana@firm.example", "ana@firm..example"},
    {"ana@firm.example", "\xFF@firm.example"},
    {"ana@firm.example", "a\\u006Ea@firm.example"},
    {"{\"email\":\"ana@firm.example\",", "{"},
};

void CompareReader(std::string_view side, World& world, HandJson& reader) {
  constexpr std::string_view kGood =
      R"({"email":"ana@firm.example","email_kind":"company","country":"DE","role":"decision_maker",)"
      R"("industry":"finance","employees":300,"annual_budget":25000.50,"asked_demo":true,)"
      R"("opted_in":true,"intent":90,"engagement":10,"visits":3})";
  Lead lead;
  ScoringLead read;
  for (const auto& [from, to] : kEdits) {
    std::string text(kGood);
    text.replace(text.find(from), from.size(), to);
    const bool expected = world.engine.Read(text, lead);
    if (world.engine.Accepts(text) != expected)
      Differs("the reader of verdicts", text, expected ? "accepted" : "rejected",
              expected ? "rejected" : "accepted");
    std::string padded = text + std::string(HandJson::kPadding, ' ');
    if (reader.Read(std::string_view(padded.data(), text.size()), read) != expected)
      Differs(side, text, expected ? "accepted" : "rejected", expected ? "rejected" : "accepted");
  }
  ForEach(world, [&](std::size_t i) {
    if (!reader.Read(world.known.texts()[i], read) || !(read == world.structs[i]))
      Differs(side, world.known.texts()[i], "accepted", "rejected, or read differently");
  });
  fmt::print("{}: {} leads read alike, {} edited ones taken or refused alike\n", side,
             world.generated.size(), std::size(kEdits));
}

}  // namespace

void CompareAnswers(World& world) {
  CompareVerdicts("the plan, all known", world, world.engine, world.known);
  CompareVerdicts("the plan, some unknown", world, world.engine, world.partial);
  if (world.has_native) {
    CompareVerdicts("native code, all known", world, world.native, world.known);
    CompareVerdicts("native code, some unknown", world, world.native, world.partial);
  }
  CompareSide("branchy", world,
              [&](std::size_t i) { return world.branchy.Decide(world.structs[i]); });
  CompareSide("bit row", world,
              [&](std::size_t i) { return world.bit_row.Decide(world.structs[i]); });
  CompareBatch("batch", world, world.batch);
  CompareBatch("batch without AVX-512", world, HandBatch(world.bit_row, false));
  CompareColumns("the plan over columns", world, world.engine);
  if (world.has_native)
    CompareColumns("native code over columns", world, world.native);
  CompareArrow("the plan over a record batch", world, world.engine);
  if (world.has_native)
    CompareArrow("native code over a record batch", world, world.native);
  CompareReader("simdjson", world, *HandJsonByProjectCompiler());
#ifdef LQ_BENCH_HAS_CLANG
  CompareReader("simdjson by clang", world, *HandJsonByClang());
#endif
}

}  // namespace lq::bench
