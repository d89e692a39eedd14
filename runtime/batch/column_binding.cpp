#include "runtime/batch/column_binding.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/batch/column_fit.h"
#include "runtime/intake/expected_text.h"

namespace lq::batch {
namespace {

constexpr std::string_view kIdName = "$id";
constexpr std::string_view kJsonEnd = ":json";

std::string_view TextOf(const char* text) { return text == nullptr ? "" : text; }

bool HasChildren(const ArrowSchema& schema) {
  return schema.n_children >= 0 && (schema.n_children == 0 || schema.children != nullptr);
}

// The only type below a list; null when the schema has another number of them.
const ArrowSchema* ItemOf(const ArrowSchema& schema) {
  return schema.n_children == 1 && schema.children != nullptr ? schema.children[0] : nullptr;
}

std::optional<ColumnType> TypeOf(const ArrowSchema& schema, bool may_nest);

// A column with one type below it: a dictionary of what does not nest, or a list.
std::optional<ColumnType> TypeOver(ColumnType column, const ArrowSchema* below, bool may_nest) {
  auto type = below == nullptr ? std::nullopt : TypeOf(*below, may_nest);
  if (!type)
    return std::nullopt;
  column.below.push_back(std::move(*type));
  return column;
}

// Nothing when no column of leads can have the type.
std::optional<ColumnType> TypeOf(const ArrowSchema& schema, bool may_nest) {
  const auto type = ParseArrowFormat(TextOf(schema.format));
  if (!type)
    return std::nullopt;
  ColumnType column;
  column.type = *type;
  column.is_dictionary = schema.dictionary != nullptr;
  const bool is_twice = column.is_dictionary && schema.dictionary->dictionary != nullptr;
  if (is_twice || (column.is_dictionary && type->kind != ArrowKind::kInteger))
    return std::nullopt;
  if (column.is_dictionary)
    return TypeOver(std::move(column), schema.dictionary, false);
  if (type->kind == ArrowKind::kList && may_nest)
    return TypeOver(std::move(column), ItemOf(schema), false);
  const bool is_nested = type->kind == ArrowKind::kStruct || type->kind == ArrowKind::kList;
  return is_nested ? std::nullopt : std::optional(std::move(column));
}

std::string NameOfType(const ArrowSchema& schema) {
  if (schema.dictionary != nullptr)
    return fmt::format("a dictionary of {}", NameOfType(*schema.dictionary));
  const std::string name = ArrowTypeName(TextOf(schema.format));
  const ArrowSchema* const item = ItemOf(schema);
  const bool is_list = TextOf(schema.format) == "+l" || TextOf(schema.format) == "+L";
  return is_list && item != nullptr ? fmt::format("{} of {}", name, NameOfType(*item)) : name;
}

}  // namespace

ColumnBinding::ColumnBinding(const plan::LeadSchema& schema, const ArrowSchema& columns)
    : schema_(schema) {
  if (columns.release == nullptr) {
    problems_.push_back("the schema of the columns is released already; bind it before that");
  } else if (TextOf(columns.format) != "+s") {
    problems_.push_back(
        fmt::format("leads come as a record batch, which is a struct with a column a field, but "
                    "this is {}",
                    NameOfType(columns)));
  } else {
    std::vector<ColumnStep> way;
    BindChildren(columns, "", way);
    RequireFields();
  }
}

void ColumnBinding::BindChildren(const ArrowSchema& parent, const std::string& path,
                                 std::vector<ColumnStep>& way) {
  if (!HasChildren(parent)) {
    problems_.push_back(fmt::format("{} has {} columns, but no list of them; the schema is broken",
                                    path.empty() ? "the record batch" : "`" + path + "`",
                                    parent.n_children));
    return;
  }
  for (std::int64_t i = 0; i < parent.n_children; ++i) {
    const ArrowSchema* const child = parent.children[i];
    if (child == nullptr || child->release == nullptr) {
      problems_.push_back(fmt::format("column {} of {} is not there or released already", i + 1,
                                      path.empty() ? "the record batch" : "`" + path + "`"));
      continue;
    }
    std::string name = path.empty() ? "" : path + ".";
    name += TextOf(child->name);
    way.push_back({parent.n_children, i});
    BindChild(*child, name, way);
    way.pop_back();
  }
}

void ColumnBinding::BindChild(const ArrowSchema& column, const std::string& name,
                              std::vector<ColumnStep>& way) {
  if (IsInner(name) && TextOf(column.format) == "+s")
    return BindChildren(column, name, way);
  const bool is_json = name.ends_with(kJsonEnd);
  const auto field = FindField(name.substr(0, name.size() - (is_json ? kJsonEnd.size() : 0)));
  if (!field && name != kIdName)
    return BindUnknown(name);
  BoundColumn bound;
  bound.name = name;
  bound.use = !field ? ColumnUse::kId : is_json ? ColumnUse::kJson : ColumnUse::kField;
  bound.field = field.value_or(BoundColumn::kNoField);
  bound.way = way;
  BindColumn(column, std::move(bound));
}

void ColumnBinding::BindColumn(const ArrowSchema& column, BoundColumn bound) {
  if (const std::string before = FindBefore(bound); !before.empty()) {
    problems_.push_back(fmt::format("columns `{}` and `{}` both bear the same field; leave one out",
                                    before, bound.name));
    return;
  }
  auto type = TypeOf(column, true);
  if (type && FitsUse(*type, bound))
    bound.type = std::move(*type);
  else
    problems_.push_back(MisfitText(column, bound));
  // Bound in either case, so that nobody is told that the field has no column.
  columns_.push_back(std::move(bound));
}

bool ColumnBinding::FitsUse(const ColumnType& type, const BoundColumn& bound) const {
  switch (bound.use) {
    case ColumnUse::kField:
      return Fits(schema_.fields[bound.field].type, type);
    case ColumnUse::kId:
      return FitsId(type);
    case ColumnUse::kJson:
      return FitsJson(type);
  }
  return false;
}

std::string ColumnBinding::MisfitText(const ArrowSchema& column, const BoundColumn& bound) const {
  std::string what;
  std::string fitting;
  switch (bound.use) {
    case ColumnUse::kField:
      what = "its field takes " + intake::ExpectedText(schema_.fields[bound.field].type);
      fitting = FittingText(schema_.fields[bound.field].type);
      break;
    case ColumnUse::kId:
      what = "ids are texts or integers";
      fitting = "a utf8 or integer column";
      break;
    case ColumnUse::kJson:
      what = "JSON is text";
      fitting = "a utf8 column";
      break;
  }
  return fmt::format("column `{}` is {}, but {}; make it {}", bound.name, NameOfType(column), what,
                     fitting);
}

void ColumnBinding::BindUnknown(const std::string& name) {
  if (!schema_.reject_unknown) {
    unmapped_.push_back(name);
    return;
  }
  problems_.push_back(
      fmt::format("column `{}` is no field of schema `{}`, which rejects other fields; leave it "
                  "out, or declare it",
                  name, schema_.name));
}

void ColumnBinding::RequireFields() {
  for (std::uint32_t i = 0; i < schema_.fields.size(); ++i) {
    const auto bears = [&](const BoundColumn& column) { return column.field == i; };
    if (schema_.fields[i].required && std::none_of(columns_.begin(), columns_.end(), bears)) {
      problems_.push_back(fmt::format("no column bears `{}`, but every lead needs it; add {}",
                                      schema_.fields[i].path, FittingText(schema_.fields[i].type)));
    }
  }
}

// The column that already bears the field; empty when none does.
std::string ColumnBinding::FindBefore(const BoundColumn& column) const {
  for (const BoundColumn& other : columns_) {
    if (other.field == column.field)
      return other.name;
  }
  return {};
}

// Whether fields lie below it.
bool ColumnBinding::IsInner(const std::string& path) const {
  const auto below = [&](const plan::SchemaField& field) {
    return field.path.size() > path.size() && field.path.starts_with(path) &&
           field.path[path.size()] == '.';
  };
  return std::any_of(schema_.fields.begin(), schema_.fields.end(), below);
}

std::optional<std::uint32_t> ColumnBinding::FindField(const std::string& path) const {
  for (std::uint32_t i = 0; i < schema_.fields.size(); ++i) {
    if (schema_.fields[i].path == path)
      return i;
  }
  return std::nullopt;
}

}  // namespace lq::batch
