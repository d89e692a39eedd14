// cpp_batch HELLO.lqb [native]: lq::embed::Batch, with columns made by hand: decisions and verdicts
// of each row are those of the lead with its values.

#include <lq/arrow_c_data.h>
#include <lq/policy.h>

#include <array>
#include <cstring>
#include <iostream>
#include <string>

namespace {

using namespace lq::embed;

constexpr std::int64_t kRows = 3;
const Options kOptions = {.as_of = 1785542400000};
constexpr std::string_view kLeads[kRows] = {
    R"({"email":"ana@firm.example","country":"DE","seats":25})",
    R"({"email":"bo@shop.example","country":"FR","seats":3})",
    R"({"email":"cem@bank.example","country":"AT"})"};

bool Expect(bool holds, const char* what) {
  if (!holds)
    std::cerr << "does not hold: " << what << '\n';
  return holds;
}

// The same leads as columns, which own nothing.
class Leads {
 public:
  Leads() {
    for (std::size_t i = 0; i < arrays_.size(); ++i) {
      schema_children_[i] = &schemas_[i];
      array_children_[i] = &arrays_[i];
      schemas_[i].name = kNames[i];
      schemas_[i].format = i == 2 ? "i" : "u";
      schemas_[i].flags = ARROW_FLAG_NULLABLE;
      schemas_[i].release = [](ArrowSchema*) {};
      arrays_[i].length = kRows;
      arrays_[i].null_count = i == 2 ? 1 : 0;
      arrays_[i].n_buffers = i == 2 ? 2 : 3;
      arrays_[i].buffers = buffers_[i];
      arrays_[i].release = [](ArrowArray*) {};
    }
    schema.format = "+s";
    schema.name = "";
    schema.n_children = 3;
    schema.children = schema_children_.data();
    schema.release = [](ArrowSchema*) {};
    array.length = kRows;
    array.n_buffers = 1;
    array.buffers = no_buffer_;
    array.n_children = 3;
    array.children = array_children_.data();
    array.release = [](ArrowArray*) {};
  }

  ArrowSchema schema = {};
  ArrowArray array = {};

 private:
  static constexpr const char* kNames[] = {"email", "country", "seats"};
  static constexpr char kEmails[] = "ana@firm.examplebo@shop.examplecem@bank.example";
  static constexpr std::int32_t kEmailEnds[] = {0, 16, 31, 47};
  static constexpr char kCountries[] = "DEFRAT";
  static constexpr std::int32_t kCountryEnds[] = {0, 2, 4, 6};
  static constexpr std::int32_t kSeats[] = {25, 3, 0};
  static constexpr std::uint8_t kSeatsKnown[] = {3};

  const void* buffers_[3][3] = {{nullptr, kEmailEnds, kEmails},
                                {nullptr, kCountryEnds, kCountries},
                                {kSeatsKnown, kSeats, nullptr}};
  const void* no_buffer_[1] = {nullptr};
  std::array<ArrowSchema, 3> schemas_ = {};
  std::array<ArrowArray, 3> arrays_ = {};
  std::array<ArrowSchema*, 3> schema_children_ = {};
  std::array<ArrowArray*, 3> array_children_ = {};
};

// What came back: a struct, of which columns are found by their names.
struct Answers {
  ~Answers() {
    if (schema.release != nullptr)
      schema.release(&schema);
    if (array.release != nullptr)
      array.release(&array);
  }

  std::int64_t Find(const char* name) const {
    for (std::int64_t i = 0; i < schema.n_children; ++i) {
      if (std::strcmp(schema.children[i]->name, name) == 0)
        return i;
    }
    return -1;
  }
  // Of a column of int16.
  int Number(const char* name, std::int64_t row) const {
    return static_cast<const std::int16_t*>(array.children[Find(name)]->buffers[1])[row];
  }
  // Of a dictionary of texts with indices of 32 bits.
  std::string Text(const char* name, std::int64_t row) const {
    const ArrowArray& column = *array.children[Find(name)];
    const std::int32_t index = static_cast<const std::int32_t*>(column.buffers[1])[row];
    const auto* const ends = static_cast<const std::int32_t*>(column.dictionary->buffers[1]);
    const auto* const letters = static_cast<const char*>(column.dictionary->buffers[2]);
    return {letters + ends[index], letters + ends[index + 1]};
  }

  ArrowSchema schema = {};
  ArrowArray array = {};
};

template <typename One>
bool IsSame(const Answers& answers, std::int64_t row, const One& one) {
  return answers.Text("outcome", row) == one.outcome() &&
         answers.Text("proposed", row) == one.proposed() &&
         answers.Number("confidence", row) == one.confidence() &&
         answers.Number("ceiling", row) == one.ceiling();
}

// The decisions of a batch: their type, and a row a lead.
bool DecideAll(Batch& batch, const ArrowArray& leads, Answers& decided, Error& error) {
  return batch.Schema(decided.schema, error) &&
         batch.Decide(leads, {.as_of = 1785542400000}, decided.array, error);
}

// The same for verdicts.
bool JudgeAll(Batch& batch, const ArrowArray& leads, Answers& judged, Error& error) {
  return batch.VerdictSchema(judged.schema, error) &&
         batch.Judge(leads, {.as_of = 1785542400000}, judged.array, error);
}

bool Compare(const Policy& policy, Batch& batch, const Leads& leads) {
  Error error;
  Answers decided;
  Answers judged;
  const bool done =
      DecideAll(batch, leads.array, decided, error) && JudgeAll(batch, leads.array, judged, error);
  if (!Expect(done && !error, "a batch is decided and judged") ||
      !Expect(decided.array.length == kRows && judged.array.length == kRows, "rows"))
    return false;
  Decider decider(policy, error);
  bool same = Expect(decided.Find("reasons") >= 0 && judged.Find("reasons") < 0, "columns") &&
              Expect(judged.Find("rules") >= 0, "the rules that fired");
  for (std::int64_t row = 0; row < kRows; ++row) {
    same &= Expect(IsSame(decided, row, decider.Decide(kLeads[row], kOptions, error)), "decision");
    same &= Expect(IsSame(judged, row, decider.Judge(kLeads[row], kOptions, error)), "verdict");
  }
  return same;
}

bool TellsMistakes(const Policy& policy, Batch& batch, Leads& leads) {
  Error unknown;
  Error broken;
  Error unfit;
  Answers out;
  bool told = !batch.Judge(leads.array, {.as_of = 0, .language = "XX"}, out.array, unknown) &&
              unknown.code() == LQ_ERROR_OPTION;
  leads.array.n_children = 2;
  told &= !batch.Judge(leads.array, kOptions, out.array, broken) && broken.code() == LQ_ERROR_BATCH;
  leads.array.n_children = 3;
  leads.schema.children[2]->format = "u";
  told &= !Batch(policy, leads.schema, unfit) && unfit.code() == LQ_ERROR_BATCH;
  return Expect(told && out.array.release == nullptr, "mistakes are told");
}

}  // namespace

int main(int, char** words) {
  Error error;
  Policy policy = Policy::OpenFile(words[1], error);
  Leads leads;
  Batch batch(policy, leads.schema, error);
  const bool bound = Expect(batch && batch.unmapped().empty(), "the columns are bound");
  const bool native = policy.UseNative(error) && policy.is_native();
  if (!Expect(native == (words[2] != nullptr), "native code, where it is asked for"))
    return 1;
  error.Clear();
  return bound && Compare(policy, batch, leads) && TellsMistakes(policy, batch, leads) ? 0 : 1;
}
