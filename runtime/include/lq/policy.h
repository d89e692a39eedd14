#ifndef LQ_POLICY_H
#define LQ_POLICY_H

#include <lq/lq.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// LQ for programs in C++: lq/lq.h with owners, and nothing else. All of it is inline, so that a
// program may be built by another compiler than the library.
//
//   lq::embed::Error error;
//   const lq::embed::Policy policy = lq::embed::Policy::OpenFile("hello.lqb", error);
//   lq::embed::Decider decider(policy, error);
//   const auto decision = decider.Decide(R"({"email": "ana@firm.example", "country": "DE"})",
//                                        {.as_of = 1785542400000}, error);
//   std::cout << (decision ? decision.json() : error.message()) << '\n';
//
// What fails gives something that is false, and says why in `error`: nothing throws but
// std::bad_alloc. What lq/lq.h says of lifetime and threads holds here too; a Decision or Verdict
// is good until the next Decide or Judge of its decider.
namespace lq::embed {

inline std::string_view View(lq_text text) { return {text.data, text.size}; }

class Error {
 public:
  lq_code code() const { return error_.code; }
  std::string_view message() const { return error_.message; }
  // Is there one?
  explicit operator bool() const { return error_.code != LQ_OK; }
  // Forgets it. Calls that succeed leave it as it is.
  void Clear() { error_ = {}; }
  lq_error* get() { return &error_; }

 private:
  lq_error error_ = {};
};

// A policy, shared by its copies.
class Policy {
 public:
  Policy() = default;
  static Policy Open(std::string_view bundle, Error& error) {
    return Policy(
        lq_policy_open(bundle.data() != nullptr ? bundle.data() : "", bundle.size(), error.get()));
  }
  static Policy OpenFile(const std::string& path, Error& error) {
    return Policy(lq_policy_open_file(path.c_str(), error.get()));
  }
  // Takes over what a function of lq/lq.h returned.
  explicit Policy(lq_policy* owned) : policy_(owned, lq_policy_release) {}

  explicit operator bool() const { return policy_ != nullptr; }
  lq_policy* get() const { return policy_.get(); }

  std::string_view name() const { return View(lq_policy_name(get())); }
  std::int64_t version() const { return lq_policy_version(get()); }
  std::string_view hash() const { return View(lq_policy_hash(get())); }
  std::vector<std::string_view> outcomes() const {
    std::vector<std::string_view> all;
    for (std::size_t i = 0; i < lq_policy_outcome_count(get()); ++i)
      all.push_back(View(lq_policy_outcome(get(), i)));
    return all;
  }
  // One line of JSON.
  std::string_view description() const { return View(lq_policy_describe(get())); }

  // Runs the bundle's machine code from now on, for verdicts: lq_policy_use_native says when to.
  bool UseNative(Error& error) { return lq_policy_use_native(get(), error.get()) == LQ_OK; }
  bool is_native() const { return lq_policy_is_native(get()) != 0; }

 private:
  std::shared_ptr<lq_policy> policy_;
};

struct Toggle {
  std::string name;
  bool on = false;
};

struct Options {
  // UTC milliseconds since 1970-01-01.
  std::int64_t as_of = 0;
  std::vector<Toggle> toggles = {};
  // "DE"; empty: no texts.
  std::string language = {};
};

// Options as lq/lq.h takes them.
class GivenOptions {
 public:
  // Good until the next call, and while `options` lives.
  const lq_options* Of(const Options& options) {
    toggles_.clear();
    for (const Toggle& toggle : options.toggles)
      toggles_.push_back({toggle.name.c_str(), toggle.on ? 1 : 0});
    given_ = {options.as_of, toggles_.data(), toggles_.size(), options.language.c_str()};
    return &given_;
  }

 private:
  std::vector<lq_toggle> toggles_;
  lq_options given_ = {};
};

// The items of a list of lq/lq.h.
template <typename Item, typename Owner>
std::vector<Item> AllOf(const Owner* owner, std::size_t count,
                        int (*get)(const Owner*, std::size_t, Item*)) {
  std::vector<Item> items(count);
  for (std::size_t i = 0; i < count; ++i)
    get(owner, i, &items[i]);
  return items;
}

// What was decided; false when nothing was.
class Decision {
 public:
  Decision() = default;
  explicit Decision(const lq_decision* decision) : decision_(decision) {}

  explicit operator bool() const { return decision_ != nullptr; }
  const lq_decision* get() const { return decision_; }

  // The line that `lq decide --format jsonl` prints.
  std::string_view json() const { return View(lq_decision_json(decision_)); }
  lq_status status() const { return lq_decision_status(decision_); }
  std::string_view outcome() const { return View(lq_decision_outcome(decision_)); }
  std::string_view proposed() const { return View(lq_decision_proposed(decision_)); }
  std::string_view text() const { return View(lq_decision_text(decision_)); }
  std::string_view lead() const { return View(lq_decision_lead(decision_)); }
  std::string_view hash() const { return View(lq_decision_hash(decision_)); }
  // Per mille.
  int confidence() const { return lq_decision_confidence(decision_); }
  int ceiling() const { return lq_decision_ceiling(decision_); }
  // Whole points.
  int tension() const { return lq_decision_tension(decision_); }

  std::vector<lq_reason> reasons() const {
    return AllOf(decision_, lq_decision_reason_count(decision_), lq_decision_reason);
  }
  std::vector<lq_ask> ask() const {
    return AllOf(decision_, lq_decision_ask_count(decision_), lq_decision_ask);
  }
  std::vector<lq_could_become> could_become() const {
    return AllOf(decision_, lq_decision_could_become_count(decision_), lq_decision_could_become);
  }
  std::vector<lq_lead_error> errors() const {
    return AllOf(decision_, lq_decision_error_count(decision_), lq_decision_error);
  }
  // The value of an output as JSON; nothing when the policy has none of this name.
  std::optional<std::string> output(std::string_view name) const {
    lq_text found = {};
    lq_text json = {};
    for (std::size_t i = 0; lq_decision_output(decision_, i, &found, &json) != 0; ++i) {
      if (View(found) == name)
        return std::string(View(json));
    }
    return std::nullopt;
  }

 private:
  const lq_decision* decision_ = nullptr;
};

// What counts of a decision, found many times faster; false when there is none.
class Verdict {
 public:
  Verdict() = default;
  explicit Verdict(const lq_verdict* verdict) : verdict_(verdict) {}

  explicit operator bool() const { return verdict_ != nullptr; }
  const lq_verdict* get() const { return verdict_; }

  lq_status status() const { return lq_verdict_status(verdict_); }
  std::string_view outcome() const { return View(lq_verdict_outcome(verdict_)); }
  std::string_view proposed() const { return View(lq_verdict_proposed(verdict_)); }
  // Of Policy::outcomes; -1 of a rejected lead.
  int proposed_index() const { return lq_verdict_proposed_index(verdict_); }
  std::string_view lead() const { return View(lq_verdict_lead(verdict_)); }
  std::string_view hash() const { return View(lq_verdict_hash(verdict_)); }
  // Per mille.
  int confidence() const { return lq_verdict_confidence(verdict_); }
  int ceiling() const { return lq_verdict_ceiling(verdict_); }

  // Those that fired.
  std::vector<lq_rule> rules() const {
    return AllOf(verdict_, lq_verdict_rule_count(verdict_), lq_verdict_rule);
  }
  std::vector<lq_lead_error> errors() const {
    return AllOf(verdict_, lq_verdict_error_count(verdict_), lq_verdict_error);
  }

 private:
  const lq_verdict* verdict_ = nullptr;
};

// One thread's decider. Movable.
class Decider {
 public:
  Decider(const Policy& policy, Error& error)
      : decider_(lq_decider_create(policy.get(), error.get()), lq_decider_destroy) {}
  // Takes over what a function of lq/lq.h returned.
  explicit Decider(lq_decider* owned) : decider_(owned, lq_decider_destroy) {}

  explicit operator bool() const { return decider_ != nullptr; }
  lq_decider* get() const { return decider_.get(); }

  // `lead`: canonical JSON, one object.
  Decision Decide(std::string_view lead, const Options& options, Error& error) {
    return Decision(lq_decide(get(), Data(lead), lead.size(), options_.Of(options), error.get()));
  }
  Verdict Judge(std::string_view lead, const Options& options, Error& error) {
    return Verdict(lq_judge(get(), Data(lead), lead.size(), options_.Of(options), error.get()));
  }

 private:
  static const char* Data(std::string_view lead) {
    return lead.data() != nullptr ? lead.data() : "";
  }

  std::unique_ptr<lq_decider, void (*)(lq_decider*)> decider_;
  GivenOptions options_;
};

// Decides leads that lie in columns, by the Arrow C data interface: docs/batches.md names the
// columns. One thread's. Movable. Structs that are written here are the caller's to release.
class Batch {
 public:
  // For batches with these columns, which are needed only here.
  Batch(const Policy& policy, const ArrowSchema& columns, Error& error,
        lq_reason_form reasons = LQ_REASON_SETS)
      : batch_(lq_batch_create(policy.get(), &columns, reasons, error.get()), lq_batch_destroy) {}

  explicit operator bool() const { return batch_ != nullptr; }
  lq_batch* get() const { return batch_.get(); }

  // The columns that are no field.
  std::vector<std::string_view> unmapped() const {
    std::vector<std::string_view> all;
    for (std::size_t i = 0; i < lq_batch_unmapped_count(get()); ++i)
      all.push_back(View(lq_batch_unmapped(get(), i)));
    return all;
  }

  // The type of all decisions, and those of one batch.
  bool Schema(ArrowSchema& decisions, Error& error) const {
    return lq_batch_schema(get(), &decisions, error.get()) == LQ_OK;
  }
  bool Decide(const ArrowArray& leads, const Options& options, ArrowArray& decisions,
              Error& error) {
    return lq_batch_decide(get(), &leads, options_.Of(options), &decisions, error.get()) == LQ_OK;
  }
  // The same for verdicts.
  bool VerdictSchema(ArrowSchema& verdicts, Error& error) const {
    return lq_batch_verdict_schema(get(), &verdicts, error.get()) == LQ_OK;
  }
  bool Judge(const ArrowArray& leads, const Options& options, ArrowArray& verdicts, Error& error) {
    return lq_batch_judge(get(), &leads, options_.Of(options), &verdicts, error.get()) == LQ_OK;
  }

 private:
  std::unique_ptr<lq_batch, void (*)(lq_batch*)> batch_;
  GivenOptions options_;
};

// The policy in force, which may be replaced while threads decide.
class Service {
 public:
  Service(const Policy& policy, Error& error)
      : service_(lq_service_create(policy.get(), error.get()), lq_service_destroy) {}

  explicit operator bool() const { return service_ != nullptr; }
  bool Replace(const Policy& policy, Error& error) {
    return lq_service_replace(service_.get(), policy.get(), error.get()) == LQ_OK;
  }
  Policy policy() const { return Policy(lq_service_policy(service_.get())); }
  std::uint64_t generation() const { return lq_service_generation(service_.get()); }
  // A decider for one thread that follows the service.
  Decider MakeDecider(Error& error) {
    return Decider(lq_service_decider(service_.get(), error.get()));
  }

 private:
  std::unique_ptr<lq_service, void (*)(lq_service*)> service_;
};

}  // namespace lq::embed

#endif
