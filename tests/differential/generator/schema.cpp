#include "tests/differential/generator/schema.h"

#include <algorithm>
#include <optional>

#include "runtime/value/date.h"
#include "tests/differential/generator/conditions.h"
#include "tests/differential/generator/expressions.h"

namespace lq::test {
namespace {

void DraftEnum(Draft& draft, const std::string& name, const std::vector<std::string>& names) {
  EnumModel model;
  model.name = name;
  std::string text = "enum " + name + " of ";
  for (const std::string& value : names) {
    const bool labelled = draft.Chance(35);
    const std::string label = labelled ? "The " + value + " one" : "";
    text += (model.names.empty() ? "" : ", ") + value + (labelled ? " \"" + label + "\"" : "");
    if (labelled) {
      draft.coverage.Count("an enum's label");
    }
    model.names.push_back(value);
    model.labels.push_back(label);
  }
  if (draft.Chance(30)) {
    draft.coverage.Count("an enum ignoring case");
    text += " ignoring case";
  }
  draft.Add(Statement::File::kSchema, text);
  draft.enums.push_back(std::move(model));
}

void SetEnum(TypeModel& type, const EnumModel& model) {
  type.enum_name = model.name;
  type.names = model.names;
  type.labels = model.labels;
  type.high = static_cast<std::int64_t>(model.names.size()) - 1;
}

TypeModel ListType(Draft& draft) {
  TypeModel type;
  type.kind = TypeKind::kList;
  type.max_items = 1 + draft.random.Below(5);
  const std::vector<TypeKind> elements = {TypeKind::kEnum, TypeKind::kText, TypeKind::kCountry,
                                          TypeKind::kLanguage};
  type.element = draft.random.Pick(elements);
  if (type.element == TypeKind::kEnum) {
    SetEnum(type, draft.random.Pick(draft.enums));
  }
  return type;
}

void SetNumbers(TypeModel& type, Draft& draft) {
  const std::vector<std::pair<std::int64_t, std::int64_t>> ranges = {
      {0, 100}, {1, 5'000'000}, {-100, 100}, {0, 10'000}, {5, 5}, {-1'000'000'000, 1'000'000'000}};
  std::tie(type.low, type.high) = draft.random.Pick(ranges);
  if (type.kind == TypeKind::kDecimal) {
    type.places = static_cast<int>(draft.random.Between(1, 6));
  }
  if (type.kind == TypeKind::kMoney) {
    type.currency = draft.Pick({"EUR", "USD", "JPY"});
    type.places = type.currency == "JPY" ? 0 : 2;
    type.low = std::max<std::int64_t>(type.low, 0);
  }
  if (type.kind == TypeKind::kPercent) {
    type.places = 2;
    std::tie(type.low, type.high) = draft.Chance(60)
                                        ? std::pair<std::int64_t, std::int64_t>(0, 10'000)
                                        : std::pair<std::int64_t, std::int64_t>(-5'000, 30'050);
  }
}

TypeModel TypeOf(Draft& draft, TypeKind kind) {
  TypeModel type;
  type.kind = kind;
  if (kind == TypeKind::kEnum) {
    SetEnum(type, draft.random.Pick(draft.enums));
  } else if (kind == TypeKind::kList) {
    return ListType(draft);
  } else if (kind == TypeKind::kText) {
    type.max_length = draft.Chance(60) ? 256 : 12 + draft.random.Below(30);
  } else if (kind == TypeKind::kDate) {
    type.low = kFirstDay;
    type.high = kLastDay;
  } else if (kind == TypeKind::kInstant) {
    type.low = kFirstInstant;
    type.high = kLastInstant;
  } else if (IsOrdered(kind)) {
    SetNumbers(type, draft);
  }
  return type;
}

// Of few values, so that every completion of a lead can be enumerated.
TypeModel SmallType(Draft& draft) {
  TypeModel type;
  switch (draft.random.Below(4)) {
    case 0:
      break;
    case 1:
      type.kind = TypeKind::kEnum;
      SetEnum(type, draft.random.Pick(draft.enums));
      break;
    default:
      type.kind = TypeKind::kInteger;
      type.low = draft.random.Between(-1, 1);
      type.high = type.low + draft.random.Between(1, 3);
      break;
  }
  return type;
}

TypeKind RandomKind(Draft& draft) {
  const std::vector<TypeKind> kinds = {TypeKind::kYesNo,    TypeKind::kEnum,    TypeKind::kText,
                                       TypeKind::kInteger,  TypeKind::kDecimal, TypeKind::kMoney,
                                       TypeKind::kPercent,  TypeKind::kDate,    TypeKind::kInstant,
                                       TypeKind::kEmail,    TypeKind::kDomain,  TypeKind::kPhone,
                                       TypeKind::kCountry,  TypeKind::kList,    TypeKind::kCurrency,
                                       TypeKind::kLanguage, TypeKind::kInteger, TypeKind::kText};
  return draft.random.Pick(kinds);
}

std::vector<std::string> SourcesClauses(Draft& draft, FieldModel& field) {
  std::vector<std::string> clauses;
  if (draft.Chance(30)) {
    field.sources = draft.Chance(50) ? std::vector<std::string>{"crm", "form"}
                                     : std::vector<std::string>{"form", "enrich", "crm"};
    std::string text = "sources ";
    for (const std::string& source : field.sources) {
      text += (&source == &field.sources.front() ? "" : ", ") + source;
    }
    clauses.push_back(text);
    draft.coverage.Count("clause sources");
    if (draft.Chance(50)) {
      field.keep_both = true;
      draft.coverage.Count("clause keep both");
      clauses.push_back("if sources disagree keep both");
    } else if (draft.Chance(50)) {
      draft.coverage.Count("clause trust first");
      clauses.push_back("if sources disagree trust first");
    }
  }
  return clauses;
}

void AddClausesOfOptional(Draft& draft, FieldModel& field, std::vector<std::string>& clauses) {
  if (draft.Chance(25)) {
    field.may_be_stale = true;
    draft.coverage.Count("clause stale after");
    clauses.push_back("stale after " + std::string(draft.Pick({"1 day", "30 days", "400 days"})));
  }
  if (draft.Chance(25)) {
    draft.coverage.Count("clause ask");
    clauses.push_back("ask \"What about " + field.path + "?\"");
  }
  if (draft.Chance(20)) {
    draft.coverage.Count("clause if invalid");
    clauses.push_back("if invalid treat as missing");
  }
  if (draft.Chance(5) && !draft.program.fields.empty()) {
    draft.coverage.Count("clause deprecated");
    clauses.push_back("deprecated since 2 use " + draft.program.fields.front().path);
  }
  if (draft.Chance(5) && !draft.options.small_domains) {
    field.is_protected = true;
    draft.coverage.Count("clause protected");
    clauses.push_back("protected");
  }
}

std::string FieldName(Draft& draft, std::size_t number) {
  const std::string name = "f" + std::to_string(number);
  if (draft.Chance(20)) {
    draft.coverage.Count("a dotted field");
    return std::string(draft.Pick({"grp.", "grp.sub.", "company."})) + name;
  }
  return name;
}

void AddOperand(Draft& draft, const FieldModel& field) {
  Operand operand;
  operand.kind = Operand::Kind::kField;
  operand.text = field.path == "owner" ? "lead.owner" : field.path;
  operand.type = field.type;
  operand.optional = !field.required;
  operand.field = draft.program.fields.size();
  draft.operands.push_back(operand);
}

void DraftField(Draft& draft, const std::string& path, const TypeModel& type) {
  FieldModel field;
  field.path = path;
  field.type = type;
  field.required = draft.Chance(draft.options.small_domains ? 10 : 25);
  std::vector<std::string> clauses = SourcesClauses(draft, field);
  clauses.push_back(field.required ? "required" : "optional");
  draft.coverage.Count(field.required ? "clause required" : "clause optional");
  if (field.required && draft.Chance(30)) {
    draft.coverage.Count("clause identifies");
    clauses.push_back("identifies");
  }
  if (!field.required) {
    AddClausesOfOptional(draft, field, clauses);
  }
  draft.random.Shuffle(clauses);
  std::string text = "field " + path + " is " + TypeText(type);
  for (const std::string& clause : clauses) {
    text += " " + clause;
  }
  draft.Add(Statement::File::kSchema, text);
  if (!field.is_protected) {
    AddOperand(draft, field);
  }
  draft.program.fields.push_back(std::move(field));
}

std::string KindWord(const TypeModel& type) {
  const std::string text = TypeText(type);
  return text.substr(0, text.find(' '));
}

void DraftFields(Draft& draft) {
  const std::size_t count =
      draft.options.small_domains ? 3 + draft.random.Below(3) : 4 + draft.random.Below(7);
  for (std::size_t i = 0; i < count; ++i) {
    const TypeModel type =
        draft.options.small_domains ? SmallType(draft) : TypeOf(draft, RandomKind(draft));
    draft.coverage.Count("type " + KindWord(type));
    const bool reserved = i == 0 && draft.Chance(10);
    if (reserved) {
      draft.coverage.Count("a field with a reserved name");
    }
    DraftField(draft, reserved ? "owner" : FieldName(draft, i), type);
  }
  // Something can always be asked.
  TypeModel yes_no;
  DraftField(draft, "sure", yes_no);
  if (draft.program.fields.back().is_protected) {
    DraftField(draft, "surer", yes_no);
  }
}

}  // namespace

void DraftDerived(Draft& draft, Statement::File file, const std::string& name) {
  const std::optional<Operand> expression = RandomExpression(draft);
  if (!expression.has_value()) {
    return;
  }
  draft.coverage.Count(file == Statement::File::kSchema ? "derived in a schema"
                                                        : "derived in a policy");
  draft.Add(file, "derived " + name + " is " + expression->text);
  Operand operand = *expression;
  operand.kind = Operand::Kind::kDerived;
  operand.text = name;
  draft.operands.push_back(operand);
  if (draft.Chance(50)) {
    draft.outputs.push_back(name);
  }
}

void DraftSchema(Draft& draft) {
  draft.Add(Statement::File::kSchema, "edition 2026\nschema lead version 3", true);
  DraftEnum(draft, "colour", {"red", "green", "blue"});
  if (!draft.options.small_domains) {
    DraftEnum(draft, "size_kind", {"small", "mid_size", "large", "review", "other"});
  }
  DraftFields(draft);
  const std::size_t derived = draft.random.Below(4);
  for (std::size_t i = 0; i < derived; ++i) {
    DraftDerived(draft, Statement::File::kSchema, "d" + std::to_string(i));
  }
  if (draft.Chance(15)) {
    draft.coverage.Count("other fields rejected");
    draft.Add(Statement::File::kSchema, "other fields rejected");
  }
}

namespace {

// A few values of the type in the order of the domain, each once.
std::vector<ModelValue> FewValues(Draft& draft, const TypeModel& type) {
  std::vector<ModelValue> values;
  for (int i = 0; i < 3; ++i) {
    ModelValue value = RandomValue(type, draft.random);
    if (type.kind == TypeKind::kInstant) {
      value.number -= (value.number % 1000 + 1000) % 1000;
    }
    if (std::find(values.begin(), values.end(), value) == values.end()) {
      values.push_back(value);
    }
  }
  return values;
}

std::string ListText(const TypeModel& type, const std::vector<ModelValue>& values) {
  std::string out;
  for (const ModelValue& value : values) {
    out += (out.empty() ? "" : ", ") + LiteralText(type, value);
  }
  return "[" + out + "]";
}

void DraftSet(Draft& draft, Statement::File file, const std::string& name, const TypeModel& type) {
  const std::vector<ModelValue> values = FewValues(draft, type);
  std::string text = "set " + name + " is " + ListText(type, values);
  const bool of_library = file == Statement::File::kLibrary;
  const bool seen = !draft.sets.empty() && (draft.sets.back().of_library || !of_library);
  if (seen && SameKind(draft.sets.back().type, type) && draft.Chance(70)) {
    text = "set " + name + " is " + draft.sets.back().name + " plus " + ListText(type, values);
    draft.coverage.Count("set plus");
    // Something is left of two values.
    if (values.size() > 1 && draft.Chance(50)) {
      text += " minus " + ListText(type, {RandomValue(type, draft.random)});
      draft.coverage.Count("set minus");
    }
  }
  draft.coverage.Count("set");
  draft.Add(file, text);
  draft.sets.push_back({name, type, of_library});
}

void DraftParameter(Draft& draft, Statement::File file, const std::string& name,
                    const TypeModel& type) {
  const std::vector<ModelValue> values = FewValues(draft, type);
  const std::vector<std::string> dates = {"2026-01-01", "2026-07-01", "2026-08-01"};
  std::string text = "parameter " + name + " is ";
  const bool dated = values.size() > 1 && draft.Chance(60);
  draft.coverage.Count(dated ? "parameter with dates" : "parameter");
  for (std::size_t i = 0; i < (dated ? values.size() : 1); ++i) {
    const bool from = dated && (i > 0 || draft.Chance(50));
    text += (i == 0 ? "" : ", ") + LiteralText(type, values[i]) + (from ? " from " + dates[i] : "");
  }
  draft.Add(file, text);
  draft.parameters.push_back({name, type, file == Statement::File::kLibrary});
}

}  // namespace

void DraftLibrary(Draft& draft) {
  draft.Add(Statement::File::kLibrary, "edition 2026\nlibrary terms version 2", true);
  for (int i = 0; i < 4; ++i) {
    const Operand& operand = draft.random.Pick(draft.operands);
    const TypeModel type =
        operand.type.kind == TypeKind::kList ? ItemType(operand.type) : operand.type;
    const bool of_library = draft.Chance(60) && type.kind != TypeKind::kEnum;
    const Statement::File file = of_library ? Statement::File::kLibrary : Statement::File::kPolicy;
    if (type.kind == TypeKind::kYesNo || type.enum_name == "weekday") {
      continue;
    }
    if (draft.Chance(50)) {
      DraftSet(draft, file, "set" + std::to_string(i), type);
    } else if (operand.type.kind != TypeKind::kList) {
      DraftParameter(draft, file, "par" + std::to_string(i), type);
    }
  }
  if (draft.Chance(50)) {
    draft.coverage.Count("pattern");
    draft.Add(Statement::File::kLibrary, "pattern boxes is /(info|sales|x)(@.*)?/");
    draft.patterns.push_back("boxes");
  }
}

}  // namespace lq::test
