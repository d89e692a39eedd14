#include "tests/bench/scoring_bench/arrow_leads.h"

#include <utility>

#include "runtime/value/iso.h"
#include "runtime/value/number.h"

namespace lq::bench {
namespace {

// Whoever reads the leads does not own them.
void KeepSchema(ArrowSchema*) {}
void KeepArray(ArrowArray*) {}

template <typename Number>
void Append(Number number, std::vector<char>& to) {
  const auto* bytes = reinterpret_cast<const char*>(&number);
  to.insert(to.end(), bytes, bytes + sizeof(Number));
}

std::vector<std::string> CountryNames() {
  std::vector<std::string> names;
  for (std::size_t i = 0; i < CountryCount(); ++i)
    names.emplace_back(CountryCode(i));
  return names;
}

}  // namespace

ArrowLeads::ArrowLeads(std::vector<GeneratedLead> leads) : leads_(std::move(leads)) {
  std::vector<std::string> emails;
  for (const GeneratedLead& made : leads_)
    emails.push_back(made.email);
  AddTexts(kEmail, "email", emails);
  using Lead = const ScoringLead&;
  AddNumbers<std::int8_t>(kEmailKind, "email_kind", "c", [](Lead lead) { return lead.email_kind; });
  SetDictionary(kEmailKind, {"company", "free_mail", "disposable"});
  AddNumbers<std::int16_t>(kCountry, "country", "s", [](Lead lead) { return lead.country; });
  SetDictionary(kCountry, CountryNames());
  AddNumbers<std::int8_t>(kRole, "role", "c", [](Lead lead) { return lead.role; });
  SetDictionary(kRole, {"student", "user", "influencer", "decision_maker"});
  AddNumbers<std::int8_t>(kIndustry, "industry", "c", [](Lead lead) { return lead.industry; });
  SetDictionary(kIndustry, {"software", "manufacturing", "finance", "health", "retail", "education",
                            "public_sector", "other"});
  AddNumbers<std::int32_t>(kEmployees, "employees", "i", [](Lead lead) { return lead.employees; });
  AddNumbers<Int128>(kAnnualBudget, "annual_budget", "d:19,2",
                     [](Lead lead) { return lead.annual_budget; });
  AddBits(kAskedDemo, "asked_demo", [](Lead lead) { return lead.asked_demo; });
  AddBits(kOptedIn, "opted_in", [](Lead lead) { return lead.opted_in; });
  AddNumbers<std::uint8_t>(kIntent, "intent", "C", [](Lead lead) { return lead.intent; });
  AddNumbers<std::uint8_t>(kEngagement, "engagement", "C",
                           [](Lead lead) { return lead.engagement; });
  AddNumbers<std::uint16_t>(kVisits, "visits", "S", [](Lead lead) { return lead.visits; });
  schema_ = {"+s", "", nullptr, 0, kFields, schemas_.data(), nullptr, KeepSchema, nullptr};
  array_.length = static_cast<std::int64_t>(leads_.size());
  array_.n_buffers = 1;
  array_.buffers = no_validity_.data();
  array_.n_children = kFields;
  array_.children = arrays_.data();
  array_.release = KeepArray;
}

void ArrowLeads::Init(Field field, const char* name, const char* format, Column& column) {
  column.schema = {format,  name,       nullptr, ARROW_FLAG_NULLABLE, 0, nullptr,
                   nullptr, KeepSchema, nullptr};
  column.array.length = static_cast<std::int64_t>(leads_.size());
  column.array.n_buffers = 2;
  column.array.buffers = column.buffers.data();
  column.array.release = KeepArray;
  schemas_[field] = &columns_[field].schema;
  arrays_[field] = &columns_[field].array;
}

void ArrowLeads::FillTexts(const std::vector<std::string>& texts, Column& column) {
  for (const std::string& text : texts) {
    Append(static_cast<std::int32_t>(column.texts.size()), column.values);
    column.texts += text;
  }
  Append(static_cast<std::int32_t>(column.texts.size()), column.values);
  column.array.length = static_cast<std::int64_t>(texts.size());
  column.array.n_buffers = 3;
  column.buffers = {nullptr, column.values.data(), column.texts.data()};
}

void ArrowLeads::AddTexts(Field field, const char* name, const std::vector<std::string>& texts) {
  Init(field, name, "u", columns_[field]);
  FillTexts(texts, columns_[field]);
}

template <typename Number, typename Get>
void ArrowLeads::AddNumbers(Field field, const char* name, const char* format, Get get) {
  Column& column = columns_[field];
  Init(field, name, format, column);
  for (const GeneratedLead& made : leads_)
    Append(static_cast<Number>(get(made.lead)), column.values);
  column.buffers = {nullptr, column.values.data(), nullptr};
}

template <typename Get>
void ArrowLeads::AddBits(Field field, const char* name, Get get) {
  Column& column = columns_[field];
  Init(field, name, "b", column);
  column.values.resize(leads_.size() / 8 + 1);
  for (std::size_t i = 0; i < leads_.size(); ++i)
    column.values[i / 8] |= static_cast<char>(get(leads_[i].lead) ? 1U << i % 8 : 0U);
  column.buffers = {nullptr, column.values.data(), nullptr};
}

void ArrowLeads::SetDictionary(Field field, const std::vector<std::string>& names) {
  Column& dictionary = dictionaries_[field];
  Init(field, "", "u", dictionary);
  FillTexts(names, dictionary);
  columns_[field].schema.dictionary = &dictionary.schema;
  columns_[field].array.dictionary = &dictionary.array;
}

}  // namespace lq::bench
