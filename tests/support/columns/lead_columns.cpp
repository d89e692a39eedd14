#include "tests/support/columns/lead_columns.h"

#include <charconv>
#include <cmath>
#include <cstdlib>

#include "runtime/value/date.h"
#include "runtime/value/json_text.h"
#include "runtime/value/number.h"
#include "tests/support/json/json_slice.h"

namespace lq::test {
namespace {

using batch::OutColumn;
using Layout = OutColumn::Layout;

std::string Quoted(std::string_view text) {
  std::string json;
  AppendJsonText(text, json);
  return json;
}

bool IsText(std::string_view json) { return json.starts_with('"'); }

// A number without an exponent and not too long; its digits without the point.
bool SplitNumber(std::string_view json, std::int64_t& digits, int& places) {
  const std::size_t point = json.find('.');
  places = point == std::string_view::npos ? 0 : static_cast<int>(json.size() - point - 1);
  std::string text(json);
  if (point != std::string_view::npos)
    text.erase(point, 1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), digits);
  return error == std::errc() && end == text.data() + text.size() && text.size() < 15;
}

LeadColumn Make(std::string kind, std::unique_ptr<OutColumn> column) {
  LeadColumn made;
  made.kind = std::move(kind);
  made.made = std::move(column);
  made.column = made.made.get();
  return made;
}

LeadColumn Texts() {
  LeadColumn made = Make("utf8", OutColumn::Text(""));
  made.put = [column = made.column](std::string_view json) -> std::string {
    if (!IsText(json))
      return column->AppendNull(), "";
    const std::string text = JsonString(json);
    column->AppendText(text);
    return Quoted(text);
  };
  return made;
}

struct IndexFormat {
  const char* format;
  int width;
};
constexpr IndexFormat kIndices[] = {{"c", 1}, {"C", 1}, {"s", 2}, {"S", 2},
                                    {"i", 4}, {"I", 4}, {"l", 8}, {"L", 8}};

using Numbers = std::map<std::string, std::int64_t>;

std::unique_ptr<OutColumn> EmptyDictionary(const IndexFormat& index) {
  auto column = std::make_unique<OutColumn>("", index.format, Layout::kNumber, index.width);
  column->SetDictionary(OutColumn::Text(""));
  return column;
}

// The dictionary grows with the texts that it meets, as far as 8 bits reach.
std::string PutWord(OutColumn& column, Numbers& numbers, std::string_view json) {
  constexpr std::size_t kMost = 120;
  const std::string text = IsText(json) ? JsonString(json) : "";
  const bool known = numbers.contains(text);
  if (!IsText(json) || (!known && numbers.size() == kMost))
    return column.AppendNull(), "";
  if (!known) {
    numbers.emplace(text, column.dictionary()->length());
    column.dictionary()->AppendText(text);
  }
  column.AppendNumber(numbers[text]);
  return Quoted(text);
}

LeadColumn DictionaryOfTexts(const IndexFormat& index) {
  LeadColumn made = Make(std::string("dictionary by ") + index.format, EmptyDictionary(index));
  const auto numbers = std::make_shared<Numbers>();
  made.put = [column = made.column, numbers](std::string_view json) {
    return PutWord(*column, *numbers, json);
  };
  return made;
}

LeadColumn Bools() {
  LeadColumn made = Make("bool", std::make_unique<OutColumn>("", "b", Layout::kBits));
  made.put = [column = made.column](std::string_view json) -> std::string {
    if (json != "true" && json != "false")
      return column->AppendNull(), "";
    column->AppendBit(json == "true");
    return std::string(json);
  };
  return made;
}

LeadColumn Integers(const IndexFormat& format) {
  LeadColumn made =
      Make(std::string("integer ") + format.format,
           std::make_unique<OutColumn>("", format.format, Layout::kNumber, format.width));
  const bool is_unsigned = format.format[0] < 'a';
  const int bits = format.width * 8 - (is_unsigned ? 0 : 1);
  made.put = [=, column = made.column](std::string_view json) -> std::string {
    std::int64_t number = 0;
    int places = 0;
    const bool is_whole = SplitNumber(json, number, places) && places == 0;
    const bool fits = bits >= 63 || (number < std::int64_t{1} << bits &&
                                     (is_unsigned || number >= -(std::int64_t{1} << bits)));
    if (!is_whole || !fits || (is_unsigned && number < 0))
      return column->AppendNull(), "";
    column->AppendNumber(number);
    return std::to_string(number);
  };
  return made;
}

LeadColumn Decimals(int scale) {
  const std::string format = "d:19," + std::to_string(scale);
  LeadColumn made = Make(format, std::make_unique<OutColumn>("", format, Layout::kNumber, 16));
  made.put = [=, column = made.column](std::string_view json) -> std::string {
    std::int64_t number = 0;
    int places = 0;
    if (!SplitNumber(json, number, places) || places > scale)
      return column->AppendNull(), "";
    number *= PowerOfTen(scale - places);
    column->AppendNumber(number);
    std::string text;
    AppendDecimal(number, scale, text);
    return text;
  };
  return made;
}

LeadColumn Floats() {
  LeadColumn made = Make("float64", std::make_unique<OutColumn>("", "g", Layout::kNumber, 8));
  made.put = [column = made.column](std::string_view json) -> std::string {
    std::int64_t digits = 0;
    int places = 0;
    if (!SplitNumber(json, digits, places))
      return column->AppendNull(), "";
    const double number = std::strtod(std::string(json).c_str(), nullptr);
    std::int64_t bits = 0;
    static_assert(sizeof(bits) == sizeof(number));
    std::memcpy(&bits, &number, sizeof(bits));
    column->AppendNumber(bits);
    char room[40];
    return {room, std::to_chars(room, room + sizeof(room), number).ptr};
  };
  return made;
}

LeadColumn Dates(bool in_days) {
  LeadColumn made = Make(
      in_days ? "date32" : "date64",
      std::make_unique<OutColumn>("", in_days ? "tdD" : "tdm", Layout::kNumber, in_days ? 4 : 8));
  made.put = [=, column = made.column](std::string_view json) -> std::string {
    std::int64_t days = 0;
    if (!IsText(json) || !ParseDate(JsonString(json), days))
      return column->AppendNull(), "";
    column->AppendNumber(days * (in_days ? 1 : kMillisecondsPerDay));
    return std::string(json);
  };
  return made;
}

LeadColumn Timestamps(char unit, std::int64_t per_second) {
  const std::string format = std::string("ts") + unit + ":Europe/Berlin";
  LeadColumn made = Make(format, std::make_unique<OutColumn>("", format, Layout::kNumber, 8));
  made.put = [=, column = made.column](std::string_view json) -> std::string {
    std::int64_t time = 0;
    std::int64_t scaled = 0;
    const bool parsed = IsText(json) && ParseInstant(JsonString(json), time);
    if (!parsed || __builtin_mul_overflow(time, per_second, &scaled) || scaled % 1000 != 0)
      return column->AppendNull(), "";
    column->AppendNumber(scaled / 1000);
    std::string text;
    AppendInstant(time, text);
    return Quoted(text);
  };
  return made;
}

LeadColumn Lists(bool of_dictionary) {
  auto items = of_dictionary ? EmptyDictionary(kIndices[2]) : OutColumn::Text("item");
  LeadColumn made = Make(of_dictionary ? "list of dictionary" : "list of utf8",
                         OutColumn::List("", std::move(items)));
  const auto numbers = std::make_shared<Numbers>();
  made.put = [=, column = made.column](std::string_view json) -> std::string {
    if (!json.starts_with('['))
      return column->AppendNull(), "";
    std::string text;
    for (const std::string_view item : JsonItems(json)) {
      text += text.empty() ? "" : ",";
      if (of_dictionary) {
        const std::string put = PutWord(column->items(), *numbers, item);
        text += put.empty() ? "null" : put;
      } else if (IsText(item)) {
        column->items().AppendText(JsonString(item));
        text += Quoted(JsonString(item));
      } else {
        column->items().AppendNull();
        text += "null";
      }
    }
    column->EndList();
    return "[" + text + "]";
  };
  return made;
}

LeadColumn Json() {
  LeadColumn made = Make("json", OutColumn::Text(""));
  made.put = [column = made.column](std::string_view json) -> std::string {
    if (json.empty())
      column->AppendNull();
    else
      column->AppendText(json);
    return std::string(json);
  };
  return made;
}

std::vector<LeadColumn> NumberChoices() {
  std::vector<LeadColumn> choices;
  for (const IndexFormat& format : kIndices)
    choices.push_back(Integers(format));
  for (const int scale : {0, 1, 2, 3, 6})
    choices.push_back(Decimals(scale));
  choices.push_back(Floats());
  return choices;
}

std::vector<LeadColumn> Choices(const Type& type) {
  std::vector<LeadColumn> choices;
  const bool is_number = type.kind == TypeKind::kInteger || type.kind == TypeKind::kDecimal ||
                         type.kind == TypeKind::kMoney || type.kind == TypeKind::kPercent;
  if (is_number)
    choices = NumberChoices();
  if (type.kind == TypeKind::kYesNo)
    choices.push_back(Bools());
  if (type.kind == TypeKind::kDate) {
    choices.push_back(Dates(true));
    choices.push_back(Dates(false));
  }
  if (type.kind == TypeKind::kInstant) {
    choices.push_back(Timestamps('s', 1));
    choices.push_back(Timestamps('m', 1'000));
    choices.push_back(Timestamps('u', 1'000'000));
    choices.push_back(Timestamps('n', 1'000'000'000));
  }
  if (type.kind == TypeKind::kList) {
    choices.push_back(Lists(false));
    choices.push_back(Lists(true));
  } else if (type.kind != TypeKind::kInteger) {
    choices.push_back(Texts());
    choices.push_back(DictionaryOfTexts(kIndices[0]));
    choices.push_back(DictionaryOfTexts(kIndices[5]));
    choices.push_back(DictionaryOfTexts(kIndices[6]));
  }
  choices.push_back(Json());
  return choices;
}

// The objects of the canonical lead, by path; a map orders the members of one object together.
void AppendObject(const LeadColumns::Members& members, const std::string& prefix,
                  std::string& out) {
  std::string last;
  for (const auto& [path, value] : members) {
    if (!path.starts_with(prefix) || value.empty())
      continue;
    const std::string rest = path.substr(prefix.size());
    const std::string key = rest.substr(0, rest.find('.'));
    if (key == last)
      continue;
    last = key;
    if (out.back() != '{')
      out += ',';
    out += "\"" + key + "\":";
    if (key == rest) {
      out += value;
    } else {
      out += '{';
      AppendObject(members, prefix + key + ".", out);
      out += '}';
    }
  }
}

}  // namespace

std::string CanonicalLead(const LeadColumns::Members& members, const std::string& id) {
  std::string out = id.empty() ? "{" : "{\"$id\":" + Quoted(id);
  AppendObject(members, "", out);
  return out + "}";
}

LeadColumns::LeadColumns(const plan::LeadSchema& schema, std::uint64_t seed)
    : random_(seed), root_(OutColumn::Struct("")) {
  for (const plan::SchemaField& field : schema.fields) {
    std::vector<LeadColumn> choices = Choices(field.type);
    // What a typed column cannot hold is left out, and the lead is rejected where that is required.
    const bool takes_all = field.required && random_() % 4 != 0;
    const std::size_t choice = takes_all ? choices.size() - 1 : random_() % choices.size();
    LeadColumn chosen = std::move(choices[choice]);
    chosen.path = field.path;
    std::string name;
    OutColumn& parent = ParentOf(field.path, name);
    if (chosen.kind == "json")
      name += ":json";
    chosen.made->SetName(name);
    parent.AddChild(std::move(chosen.made));
    columns_.push_back(std::move(chosen));
  }
  id_ = &root_->AddChild(OutColumn::Text("$id"));
}

// Beside the fields of a path of several segments lies a struct, or their names bear the dots.
OutColumn& LeadColumns::ParentOf(const std::string& path, std::string& name) {
  OutColumn* parent = root_.get();
  std::string rest = path;
  for (std::size_t dot = rest.find('.'); dot != std::string::npos; dot = rest.find('.')) {
    if (random_() % 3 == 0)
      break;
    const std::string segment = rest.substr(0, dot);
    OutColumn* found = nullptr;
    for (const auto& child : parent->children()) {
      if (child->name() == segment && child->layout() == Layout::kStruct)
        found = child.get();
    }
    parent = found != nullptr ? found : &parent->AddChild(OutColumn::Struct(segment));
    rest.erase(0, dot + 1);
  }
  name = rest;
  return *parent;
}

namespace {

void EndStructs(OutColumn& column) {
  for (const auto& child : column.children()) {
    if (child->layout() == Layout::kStruct)
      EndStructs(*child);
  }
  column.EndStruct();
}

}  // namespace

std::string LeadColumns::Add(const Members& members, const std::string& id) {
  Members meant;
  for (const LeadColumn& column : columns_) {
    const auto found = members.find(column.path);
    const std::string put = column.put(found == members.end() ? "" : found->second);
    if (!put.empty())
      meant[column.path] = put;
  }
  if (id.empty())
    id_->AppendNull();
  else
    id_->AppendText(id);
  EndStructs(*root_);
  return CanonicalLead(meant, id);
}

void LeadColumns::Export(std::int64_t skip, ArrowSchema& schema, ArrowArray& array) {
  batch::ExportSchema(*root_, schema);
  export_.Export(*root_, array, [] {});
  array.offset = skip;
  array.length -= skip;
}

std::string LeadColumns::Describe() const {
  std::string text;
  for (const LeadColumn& column : columns_)
    text += (text.empty() ? "" : ", ") + column.path + ": " + column.kind;
  return text;
}

}  // namespace lq::test
