#include <fmt/format.h>

#include <cctype>

#include "compiler/explain/trace_text.h"
#include "runtime/record/decision_json.h"
#include "runtime/value/date.h"
#include "tools/lq/html.h"
#include "tools/lq/why_style.h"
#include "tools/lq/why_words.h"

namespace lq::tool {
namespace {

std::string_view Mark(Answer answer) {
  switch (answer) {
    case Answer::kHolds:
      return R"(<span class="mark yes" title="holds">✓</span>)";
    case Answer::kDoesNotHold:
      return R"(<span class="mark no" title="does not hold">✗</span>)";
    case Answer::kCannotTell:
      return R"(<span class="mark open" title="cannot tell">?</span>)";
  }
  return "";
}

std::string NodeWords(const TraceNode& node) {
  switch (node.kind) {
    case TraceNode::Kind::kComparison:
    case TraceNode::Kind::kDefine:
      return HtmlText(node.words);
    case TraceNode::Kind::kAll:
      return "all of these";
    case TraceNode::Kind::kAny:
      return "any of these";
    case TraceNode::Kind::kNot:
      return "not this";
  }
  return "";
}

class HtmlWriter {
 public:
  explicit HtmlWriter(const WhyPage& page) : page_(page), decision_(page.decision) {}

  std::string Run() {
    out_ += "<main>\n";
    Head();
    if (decision_.status == Status::kRejected) {
      Errors();
    } else {
      Reasons();
      Ask();
      Changes();
      Sums();
      Rules();
      Evidence();
      Guards();
      Scores();
    }
    out_ += "</main>\n";
    return std::move(out_);
  }

  std::string Title() const {
    return decision_.status == Status::kRejected ? "rejected" : std::string(decision_.outcome);
  }

 private:
  void Section(std::string_view title) { out_ += fmt::format("<h2>{}</h2>\n", title); }

  void Head() {
    std::string as_of;
    AppendInstant(decision_.as_of, as_of);
    const std::string_view status = StatusName(decision_.status);
    out_ += fmt::format("<span class=\"badge {0}\">{0}</span>\n<h1>{1}</h1>\n", status,
                        HtmlText(Title()));
    if (decision_.text.data() != nullptr) {
      out_ += fmt::format("<p>{}</p>\n", HtmlText(decision_.text));
    }
    if (decision_.status != Status::kRejected) {
      Bar();
    }
    std::string sentence = StatusSentence(page_);
    sentence[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(sentence[0])));
    out_ += fmt::format("<p>{}.</p>\n", HtmlText(sentence));
    const bool named = decision_.lead.data() != nullptr;
    out_ += fmt::format("<p class=\"faint\">Lead {}, policy {} version {}, as of {}</p>\n",
                        named ? HtmlText(decision_.lead) : "without an id", decision_.policy,
                        decision_.version, as_of);
  }

  // How sure it is: up to the confidence in full, up to the ceiling pale.
  void Bar() {
    out_ += fmt::format(
        "<div class=\"bar\" role=\"img\" aria-label=\"confidence {}\">"
        "<i style=\"width:{}\"></i><i style=\"width:{}\"></i></div>\n",
        PercentText(decision_.confidence, decision_.ceiling), PercentText(decision_.confidence),
        PercentText(decision_.ceiling));
  }

  void Errors() {
    Section("What is wrong with the lead");
    out_ += "<ul class=\"rows\">\n";
    for (const FieldError& error : decision_.errors) {
      out_ += fmt::format("<li>{}</li>\n", HtmlText(error.message));
    }
    out_ += "</ul>\n";
  }

  void Row(std::string_view points, std::string_view head, std::string_view more) {
    out_ += fmt::format("<li><span class=\"points\">{}</span><span>{}", points, HtmlText(head));
    if (!more.empty()) {
      out_ += fmt::format(" <span class=\"faint\">{}</span>", HtmlText(more));
    }
    out_ += "</span></li>\n";
  }

  void Reasons() {
    if (decision_.reasons.empty()) {
      return;
    }
    Section("Why");
    out_ += "<ul class=\"rows\">\n";
    for (const Reason& reason : decision_.reasons) {
      const bool told = reason.text.data() != nullptr;
      const std::string from = FromText(reason);
      Row(PointsText(reason.points, reason.points), told ? reason.text : reason.code,
          told ? fmt::format("{}, {}", reason.code, from) : from);
    }
    out_ += "</ul>\n";
  }

  void Ask() {
    if (decision_.ask.empty()) {
      return;
    }
    Section("What to ask for");
    out_ += "<ul class=\"rows\">\n";
    for (const AskEntry& ask : decision_.ask) {
      out_ += fmt::format("<li>{}</li>\n", HtmlText(AskText(ask)));
    }
    out_ += "</ul>\n";
  }

  void Changes() {
    Section("What would have changed it");
    out_ += "<ul class=\"rows\">\n";
    for (const ChangesTo& group : ChangesByOutcome(page_.changes)) {
      for (const Change* change : group.changes) {
        out_ += fmt::format("<li><span><b>{}</b>: {}</span></li>\n", HtmlText(group.outcome),
                            HtmlText(ChangeText(page_, *change)));
      }
    }
    out_ += "</ul>\n";
    if (page_.changes.changes.empty()) {
      out_ += "<p>No other value of one field or of two fields changes the outcome.</p>\n";
    }
    if (!page_.changes.complete) {
      out_ +=
          "<p class=\"faint\">Of pairs of fields only the nearest values were tried: there are "
          "too many.</p>\n";
    }
  }

  void Sums() {
    Section("How sure");
    out_ += "<p class=\"faint\">Ten points more make the odds ten times as high.</p>\n";
    for (const ConfidenceSum& sum : page_.explanation.sums) {
      out_ += "<ul class=\"rows sum\">\n";
      for (const SumItem& item : sum.items) {
        Row(PointsText(item.low, item.high), item.title, item.reason);
      }
      Row(PointsText(sum.low, sum.high),
          fmt::format("points: {} for {}", PercentText(sum.confidence, sum.ceiling), sum.outcome),
          "");
      out_ += "</ul>\n";
    }
  }

  void Node(const TraceNode& node) {
    out_ += fmt::format("<li>{}{}", Mark(node.answer), NodeWords(node));
    const std::string saw = node.told_together ? "told together, value by value" : SeenText(node);
    if (!saw.empty()) {
      out_ += fmt::format("<span class=\"saw\">{}</span>", HtmlText(saw));
    }
    if (!node.parts.empty()) {
      Nodes(node.parts);
    }
    out_ += "</li>\n";
  }

  void Nodes(const std::vector<TraceNode>& nodes) {
    out_ += "\n<ul>\n";
    for (const TraceNode& node : nodes) {
      Node(node);
    }
    out_ += "</ul>";
  }

  void Clauses(const StatementTrace& statement) {
    for (const TraceClause& clause : statement.clauses) {
      out_ += fmt::format("<p class=\"keyword\">{}</p>\n<div class=\"tree\">", clause.keyword);
      if (clause.node.kind == TraceNode::Kind::kAll && !clause.node.told_together) {
        Nodes(clause.node.parts);
      } else {
        Nodes({clause.node});
      }
      out_ += "</div>\n";
    }
  }

  // Closed but for what a reader looks for first.
  void Statement(const StatementTrace& statement, std::string_view head, bool open) {
    out_ +=
        fmt::format("<details{}>\n<summary>{}<b>{}</b>: {}</summary>\n<div>\n", open ? " open" : "",
                    Mark(statement.answer), HtmlText(statement.title), HtmlText(head));
    Clauses(statement);
    out_ +=
        fmt::format("<p class=\"faint\">{}</p>\n</div>\n</details>\n", HtmlText(statement.place));
  }

  void Rules() {
    Section("Rules");
    for (const RuleTrace* rule : RulesByInterest(page_.explanation)) {
      Statement(rule->statement, StateText(*rule), rule->state != RuleState::kDoesNotFire);
    }
  }

  void Evidence() {
    if (page_.explanation.evidence.empty()) {
      return;
    }
    Section("Evidence");
    for (const EvidenceTrace& evidence : page_.explanation.evidence) {
      Statement(evidence.statement,
                fmt::format("{} points for {}", PointsText(evidence.low, evidence.high),
                            evidence.outcome),
                false);
    }
  }

  void Guards() {
    if (page_.explanation.guards.empty()) {
      return;
    }
    Section("Guards");
    for (const GuardTrace& guard : page_.explanation.guards) {
      Statement(guard.statement, guard.held_back ? "held the decision back" : "lets it pass",
                guard.held_back);
    }
  }

  void Scores() {
    for (const ScoreTrace& score : page_.explanation.scores) {
      out_ += fmt::format("<h2>Score {}: {}</h2>\n", score.name,
                          score.low == score.high ? fmt::format("{}", score.low)
                                                  : fmt::format("{} to {}", score.low, score.high));
      out_ += fmt::format("<p class=\"faint\">It begins at {}.</p>\n", score.begins_at);
      for (const ScoreTrace::Item& item : score.items) {
        Statement(item.statement, ItemText(item), false);
      }
    }
  }

  const WhyPage& page_;
  const Decision& decision_;
  std::string out_;
};

}  // namespace

std::string WhyHtml(const WhyPage& page) {
  HtmlWriter writer(page);
  const std::string title = fmt::format("{}: why", writer.Title());
  return HtmlPage(title, kWhyStyle, writer.Run());
}

}  // namespace lq::tool
