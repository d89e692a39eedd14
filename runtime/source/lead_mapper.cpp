#include "runtime/source/lead_mapper.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/value/date.h"
#include "runtime/value/json_text.h"
#include "runtime/value/text.h"

namespace lq {

namespace {

using Kind = PlaceValue::Kind;

constexpr std::size_t kShownCodePoints = 60;

// As a message shows it.
std::string Shown(std::string_view text) {
  const std::string_view shown = Prefix(text, kShownCodePoints);
  return fmt::format("\"{}{}\"", shown, shown.size() < text.size() ? "…" : "");
}

// Segments of `path` but the last.
std::vector<std::string_view> Parents(std::string_view path) {
  std::vector<std::string_view> parents;
  for (std::size_t dot = path.find('.'); dot != std::string_view::npos; dot = path.find('.')) {
    parents.push_back(path.substr(0, dot));
    path.remove_prefix(dot + 1);
  }
  return parents;
}

std::size_t CommonLength(const std::vector<std::string_view>& a,
                         const std::vector<std::string_view>& b) {
  return static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first -
                                  a.begin());
}

}  // namespace

LeadMapper::LeadMapper(const plan::SourcePlan& plan, const plan::LeadSchema& schema)
    : plan_(plan), assembly_(schema) {
  for (const std::string& text : plan.missing)
    longest_missing_ = std::max(longest_missing_, text.size());
  slots_.reserve(plan.fields.size());
  std::vector<std::string_view> open;
  for (const plan::SourceField& field : plan.fields) {
    const plan::SchemaField& described = schema.fields[field.field];
    Slot& slot =
        slots_.emplace_back(field, described, plan.format == plan::SourceFormat::kForm, assembly_);
    const std::vector<std::string_view> parents = Parents(described.path);
    const std::size_t common = CommonLength(open, parents);
    slot.close.assign(open.size() - common, '}');
    for (std::size_t i = common; i < parents.size(); ++i)
      slot.open += fmt::format("\"{}\":{{", parents[i]);
    slot.open += fmt::format("\"{}\":", described.path.substr(described.path.rfind('.') + 1));
    open = parents;
  }
  tail_.assign(open.size() + 1, '}');
}

bool LeadMapper::Read(std::span<const PlaceValue> places, std::int64_t as_of, Lead& lead) {
  places_ = places;
  items_used_ = 0;
  json_.clear();
  ReadTime();
  assembly_.Begin(as_of, lead);
  FindId();
  if (id_.kind != Kind::kNothing)
    intake::LeadBuilder::SetId(id_.text, lead);
  for (Slot& slot : slots_)
    TakeSlot(slot, lead);
  return assembly_.Finish(lead) && timed_;
}

bool LeadMapper::IsMissing(std::string_view text) const {
  return text.empty() || (text.size() <= longest_missing_ &&
                          std::binary_search(plan_.missing.begin(), plan_.missing.end(), text));
}

// Without white space around it; nothing when that means missing.
PlaceValue LeadMapper::Given(const PlaceValue& place) {
  switch (place.kind) {
    case Kind::kText:
    case Kind::kNumber:
    case Kind::kYesNo: {
      const std::string_view text = Trim(place.text);
      return IsMissing(text) ? PlaceValue{} : PlaceValue{place.kind, text};
    }
    case Kind::kList:
      return GivenItems(place);
    case Kind::kNothing:
    case Kind::kObject:
      return place;
  }
  return place;
}

PlaceValue LeadMapper::GivenItems(const PlaceValue& place) {
  if (items_used_ == items_.size())
    items_.emplace_back();
  const std::size_t list = items_used_++;
  std::vector<PlaceValue> kept = std::move(items_[list]);
  kept.clear();
  for (const PlaceValue& item : place.items) {
    // Lists within lists are refused as they are.
    const PlaceValue given = item.kind == Kind::kList ? item : Given(item);
    if (given.kind != Kind::kNothing)
      kept.push_back(given);
  }
  items_[list] = std::move(kept);
  return {Kind::kList, {}, items_[list]};
}

// An empty list says nothing about a field of one value; a parameter that stands several times and
// says something once is that.
PlaceValue LeadMapper::GivenFor(const Slot& slot, const PlaceValue& place) {
  const PlaceValue given = Given(place);
  if (given.kind != Kind::kList || slot.schema->type.kind == TypeKind::kList)
    return given;
  if (given.items.empty())
    return {};
  const bool once = given.items.size() == 1 && plan_.format == plan::SourceFormat::kForm;
  return once ? given.items[0] : given;
}

void LeadMapper::ReadTime() {
  at_ = intake::Report::kNoTime;
  timed_ = true;
  if (!plan_.at)
    return;
  time_ = Given(places_[*plan_.at]);
  const bool is_list = time_.kind == Kind::kList;
  if (time_.kind == Kind::kNothing || (is_list && time_.items.empty()))
    return;
  if (is_list || time_.kind == Kind::kObject) {
    timed_ = false;
    time_problem_ = {"format", is_list ? "a list" : "an object", "is not one value",
                     "name the place of the value in it"};
    return;
  }
  std::int64_t milliseconds = 0;
  timed_ = ReadReportTime(plan_.at_as, time_.text, milliseconds, time_problem_);
  if (timed_)
    at_ = milliseconds;
}

void LeadMapper::FindId() {
  id_ = {};
  if (!plan_.lead_id)
    return;
  const PlaceValue id = Given(places_[*plan_.lead_id]);
  if (id.kind == Kind::kText || id.kind == Kind::kNumber)
    id_ = id;
}

bool LeadMapper::FindGiven(const Slot& slot, const PlaceValue& place, PlaceValue& given) {
  if (place.kind != Kind::kText) {
    given = GivenFor(slot, place);
    return given.kind != Kind::kNothing;
  }
  const std::string_view text = Trim(place.text);
  if (IsMissing(text))
    return false;
  given.kind = Kind::kText;
  given.text = text;
  return true;
}

// The first place that has something to say.
void LeadMapper::FindSeen(Slot& slot) {
  slot.seen = {};
  for (const std::uint32_t place : slot.source->places) {
    slot.place = place;
    if (FindGiven(slot, places_[place], slot.seen))
      return;
  }
  if (!slot.source->places.empty())
    slot.place = slot.source->places.front();
}

void LeadMapper::TakeSlot(Slot& slot, Lead& lead) {
  slot.failed = false;
  FindSeen(slot);
  const bool says_nothing = slot.seen.kind == Kind::kNothing && !slot.source->places.empty();
  if (!says_nothing && !TakeShort(slot, lead))
    TakeByJson(slot, lead);
}

bool LeadMapper::TakeShort(Slot& slot, Lead& lead) {
  Possible& possible = lead.fields[slot.source->field];
  const bool taken = slot.source->places.empty() ? slot.taker.TakeConstant(lead.arena, possible)
                                                 : slot.taker.Take(slot.seen, lead.arena, possible);
  return taken &&
         (IsBare(slot) || assembly_.Weigh(slot.source->field, plan_.reports_as, at_, lead));
}

// As LeadReader reads the canonical lead.
void LeadMapper::TakeByJson(Slot& slot, Lead& lead) {
  report_.clear();
  AppendReport(slot, ConvertSlot(slot), report_);
  assembly_.ReadJson(slot.source->field, lead.arena.Copy(report_), lead);
}

bool LeadMapper::found_nothing() const {
  return id_.kind == Kind::kNothing &&
         std::all_of(slots_.begin(), slots_.end(),
                     [](const Slot& slot) { return slot.seen.kind == Kind::kNothing; });
}

std::string_view LeadMapper::Canonical() {
  if (json_.empty())
    BuildJson();
  return json_;
}

FieldError LeadMapper::TimeError(const PayloadSpot& spot) const {
  return {
      "", "format",
      fmt::format("\"{}\"{}: {} {}, but the time of the reports is read from here{}{}",
                  plan_.places[*plan_.at], spot.behind,
                  time_problem_.seen.empty() ? Shown(time_.text) : time_problem_.seen,
                  time_problem_.rule, time_problem_.help.empty() ? "" : "; ", time_problem_.help)};
}

void LeadMapper::BuildJson() {
  json_ = "{";
  AppendId();
  for (Slot& slot : slots_) {
    json_ += slot.close;
    if (json_.back() != '{')
      json_ += ',';
    json_ += slot.open;
    AppendSlot(slot);
  }
  json_ += tail_;
}

void LeadMapper::AppendId() {
  if (id_.kind == Kind::kNothing)
    return;
  json_ += "\"$id\":";
  AppendJsonText(id_.text, json_);
}

void LeadMapper::AppendSlot(Slot& slot) {
  if (slot.seen.kind == Kind::kNothing && !slot.source->places.empty()) {
    slot.value_at = json_.size();
    slot.value_size = 4;
    json_ += "null";
  } else {
    AppendReport(slot, ConvertSlot(slot), json_);
  }
}

// What the canonical lead holds for what was seen; good until the next call.
std::string_view LeadMapper::ConvertSlot(Slot& slot) {
  if (slot.source->places.empty())
    return slot.source->constant;
  value_.clear();
  slot.failed = !slot.converter.Append(slot.seen, value_, slot.problem);
  return slot.failed ? UnfitJson(slot.schema->type) : value_;
}

// Who said it, and when, cannot matter.
bool LeadMapper::IsBare(const Slot& slot) const {
  return slot.schema->sources.empty() && at_ == intake::Report::kNoTime;
}

void LeadMapper::AppendReport(Slot& slot, std::string_view value, std::string& json) {
  const bool timed = at_ != intake::Report::kNoTime;
  const bool bare = IsBare(slot);
  if (!bare)
    json += "{\"reports\":[{\"value\":";
  slot.value_at = json.size();
  slot.value_size = value.size();
  json += value;
  if (bare)
    return;
  json += ",\"source\":";
  AppendJsonText(plan_.reports_as, json);
  if (timed) {
    json += ",\"at\":\"";
    AppendInstant(at_, json);
    json += '"';
  }
  json += "}]}";
}

std::vector<FieldOrigin> LeadMapper::Origins() {
  Canonical();
  std::vector<FieldOrigin> origins;
  for (const Slot& slot : slots_) {
    FieldOrigin& origin = origins.emplace_back();
    origin.field = slot.source->field;
    origin.path = slot.schema->path;
    origin.value = std::string_view(json_).substr(slot.value_at, slot.value_size);
    origin.is_constant = slot.source->places.empty();
    origin.is_given = slot.seen.kind != Kind::kNothing;
    if (!origin.is_constant)
      origin.place = plan_.places[slot.place];
    origin.seen = slot.seen.text;
    origin.failed = slot.failed;
    origin.rule = slot.converter.rule();
  }
  return origins;
}

std::string LeadMapper::PlacesOf(const Slot& slot) const {
  std::string names;
  for (const std::uint32_t place : slot.source->places) {
    names += fmt::format("{}\"{}\"", names.empty() ? "" : " and ", plan_.places[place]);
  }
  return names;
}

std::string LeadMapper::SeenAt(const Slot& slot) const {
  if (slot.failed && !slot.problem.seen.empty())
    return slot.problem.seen;
  return Shown(slot.seen.text);
}

void LeadMapper::Reword(const PayloadSpot& spot, Lead& lead) const {
  for (FieldError& error : lead.errors)
    RewordOne(spot, error);
  if (!timed_)
    lead.errors.insert(lead.errors.begin(), TimeError(spot));
}

void LeadMapper::RewordOne(const PayloadSpot& spot, FieldError& error) const {
  const auto found = std::find_if(slots_.begin(), slots_.end(), [&](const Slot& slot) {
    return slot.schema->path == error.path;
  });
  if (found == slots_.end() || found->source->places.empty()) {
    error.message = fmt::format("{}{}", spot.before, error.message);
  } else if (found->seen.kind == Kind::kNothing) {
    error.message =
        fmt::format("{}{}: nothing is given; {}", PlacesOf(*found), spot.behind, error.message);
  } else if (found->failed) {
    error.code = found->problem.code;
    error.message = fmt::format("\"{}\"{}: {} {}, but `{}` needs one", plan_.places[found->place],
                                spot.behind, SeenAt(*found), found->problem.rule, error.path);
    if (!found->problem.help.empty())
      error.message.append("; ").append(found->problem.help);
  } else if (found->seen.text.empty() ||
             error.message.find(found->seen.text) != std::string::npos) {
    error.message =
        fmt::format("\"{}\"{}: {}", plan_.places[found->place], spot.behind, error.message);
  } else {
    error.message = fmt::format("\"{}\"{} says {}: {}", plan_.places[found->place], spot.behind,
                                SeenAt(*found), error.message);
  }
}

}  // namespace lq
