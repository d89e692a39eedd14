// cpp_api INBOUND.lqb: what lq/policy.h adds to lq/lq.h.

#include <lq/policy.h>

#include <iostream>

namespace {

using namespace lq::embed;

bool Expect(bool holds, const char* what) {
  if (!holds)
    std::cerr << "does not hold: " << what << '\n';
  return holds;
}

bool OutputsAreFound(const Policy& policy) {
  Error error;
  Decider decider(policy, error);
  constexpr std::string_view kLead =
      R"({"email":"ana@craft.example","country":"DE","request":"demo","visits":6,)"
      R"("technicians":25,"annual_budget":9000})";
  const Decision decision =
      decider.Decide(kLead, {.as_of = 1785542400000, .language = "de"}, error);
  return Expect(decision.output("team") == "\"munich\"", "an output") &&
         Expect(decision.output("greeting") == R"("Guten Tag , danke für Ihre Nachricht.")",
                "a text") &&
         Expect(!decision.output("no_such_output"), "no output") &&
         Expect(!Decision().output("team"), "no decision") &&
         Expect(!decision.text().empty(), "the outcome's text") && Expect(!error, "no error");
}

// An error stays until it is cleared: what follows from it does not hide it.
bool ErrorsAreCleared() {
  Error error;
  const Policy none = Policy::OpenFile("no_such_file.lqb", error);
  Decider decider(none, error);
  const bool kept = error.code() == LQ_ERROR_FILE;
  error.Clear();
  const bool cleared = !error && error.message().empty();
  Decider other(none, error);
  return Expect(kept, "the first error") && Expect(cleared, "no error") &&
         Expect(error.code() == LQ_ERROR_ARGUMENT, "the next error");
}

bool NothingIsEmpty() {
  Error error;
  return Expect(!Policy::Open({}, error) && error.code() == LQ_ERROR_BUNDLE, "no bundle") &&
         Expect(error.message().find("it is empty") != std::string_view::npos, "why");
}

}  // namespace

int main(int, char** words) {
  Error error;
  const Policy policy = Policy::OpenFile(words[1], error);
  const bool right = OutputsAreFound(policy);
  return ErrorsAreCleared() && NothingIsEmpty() && right ? 0 : 1;
}
