#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "runtime/intake/lead_assembly.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/plan/source_plan.h"
#include "runtime/source/cell_taker.h"
#include "runtime/source/cell_value.h"
#include "runtime/source/place_value.h"
#include "runtime/value/lead.h"

namespace lq {

// Where a field of the lead came from.
struct FieldOrigin {
  // Index of the schema's fields.
  std::uint32_t field = 0;
  // `company.size`
  std::string_view path;
  // As the canonical lead writes it: `{"from":51,"to":200}`; `null` when nothing is given.
  std::string_view value;
  // The place, as the source names it; of several the one that counted, or the first when none did.
  // Empty for a constant.
  std::string_view place;
  // What stands there; not for lists and objects.
  std::string_view seen;
  bool is_constant = false;
  bool is_given = false;
  // It does not convert.
  bool failed = false;
  CellRule rule = CellRule::kReading;
};

// What follows a place in a message, and what a message without a place begins with:
// `, line 12` and `line 12: `.
struct PayloadSpot {
  std::string_view behind;
  std::string_view before;
};

// Runs a compiled source over one payload's places: they become a lead, by intake's rules for the
// values of canonical leads, so that there is one validation; and, for who asks, the text of that
// canonical lead. One a thread; plan and schema outlive it.
class LeadMapper {
 public:
  // `schema` is the one that the plan gives leads of, of the same name and version.
  LeadMapper(const plan::SourcePlan& plan, const plan::LeadSchema& schema);

  // `places`: one a place of the plan; they outlive what is asked about this lead. Clears `lead`
  // first. Returns whether the lead was accepted; if not, lead.errors says why.
  bool Read(std::span<const PlaceValue> places, std::int64_t as_of, Lead& lead);

  // Puts the errors of the last Read into the source's words: place, value, field, rule.
  void Reword(const PayloadSpot& spot, Lead& lead) const;

  // None of the places had anything to say in the last payload.
  bool found_nothing() const;

  // The last payload as a canonical lead: LeadReader makes the same of it. Made when it is asked
  // for; good until the next Read.
  std::string_view Canonical();
  // Of the last payload: one a mapped field, sorted by path.
  std::vector<FieldOrigin> Origins();

 private:
  // One mapped field, in the order of the canonical lead.
  struct Slot {
    Slot(const plan::SourceField& source_in, const plan::SchemaField& schema_in, bool lone_is_list,
         intake::LeadAssembly& assembly)
        : source(&source_in),
          schema(&schema_in),
          taker(source_in, schema_in, assembly),
          converter(source_in, schema_in.type, lone_is_list) {}

    const plan::SourceField* source;
    const plan::SchemaField* schema;
    CellTaker taker;
    CellConverter converter;
    // Objects that end before it, and what stands before its value: `"company":{"size":`.
    std::string close;
    std::string open;
    // Of the current payload: what was read, where, why it is no value, and where in json_ its
    // value stands.
    PlaceValue seen;
    std::uint32_t place = 0;
    bool failed = false;
    CellProblem problem;
    std::size_t value_at = 0;
    std::size_t value_size = 0;
  };

  bool IsMissing(std::string_view text) const;
  // Whether the place says something; `given`, nothing before, is then what.
  bool FindGiven(const Slot& slot, const PlaceValue& place, PlaceValue& given);
  PlaceValue Given(const PlaceValue& place);
  PlaceValue GivenItems(const PlaceValue& place);
  PlaceValue GivenFor(const Slot& slot, const PlaceValue& place);
  void ReadTime();
  void FindId();
  void FindSeen(Slot& slot);
  void TakeSlot(Slot& slot, Lead& lead);
  bool TakeShort(Slot& slot, Lead& lead);
  void TakeByJson(Slot& slot, Lead& lead);
  void BuildJson();
  void AppendId();
  void AppendSlot(Slot& slot);
  std::string_view ConvertSlot(Slot& slot);
  bool IsBare(const Slot& slot) const;
  void AppendReport(Slot& slot, std::string_view value, std::string& json);
  std::string PlacesOf(const Slot& slot) const;
  std::string SeenAt(const Slot& slot) const;
  void RewordOne(const PayloadSpot& spot, FieldError& error) const;
  FieldError TimeError(const PayloadSpot& spot) const;

  const plan::SourcePlan& plan_;
  // Bytes of the longest text that means missing.
  std::size_t longest_missing_ = 0;
  intake::LeadAssembly assembly_;
  std::vector<Slot> slots_;
  std::string tail_;
  std::span<const PlaceValue> places_;
  // Items of lists, without those that are missing and without white space around them.
  std::vector<std::vector<PlaceValue>> items_;
  std::size_t items_used_ = 0;
  // Empty until it is asked for.
  std::string json_;
  std::string value_;
  std::string report_;
  // Of the current payload: its id, nothing when it has none; the time of its reports or
  // Report::kNoTime, as given, and why it is none.
  PlaceValue id_;
  std::int64_t at_ = intake::Report::kNoTime;
  PlaceValue time_;
  bool timed_ = true;
  CellProblem time_problem_;
};

}  // namespace lq
