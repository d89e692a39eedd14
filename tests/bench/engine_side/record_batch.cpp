#include "tests/bench/engine_side/record_batch.h"

#include <cstdlib>
#include <memory>
#include <string>

#include "runtime/intake/lead_reader.h"
#include "runtime/value/values.h"

namespace lq::bench {
namespace {

using batch::OutColumn;

// Dictionaries for what has names, plain columns for the rest.
std::unique_ptr<OutColumn> MakeColumn(const plan::SchemaField& field) {
  const TypeKind kind = field.type.kind;
  if (IsTextual(kind))
    return OutColumn::Text(field.path);
  if (kind == TypeKind::kYesNo)
    return std::make_unique<OutColumn>(field.path, "b", OutColumn::Layout::kBits);
  if (kind == TypeKind::kEnum || kind == TypeKind::kCountry) {
    std::vector<std::string> names(static_cast<std::size_t>(field.type.high) + 1);
    for (std::size_t i = 0; i < names.size(); ++i)
      AppendValueText(field.type, Value::Number(static_cast<std::int64_t>(i)), names[i]);
    return OutColumn::Dictionary(field.path, names);
  }
  const bool is_money = kind == TypeKind::kMoney;
  return is_money
             ? std::make_unique<OutColumn>(field.path, "d:18,2", OutColumn::Layout::kNumber, 16)
             : OutColumn::Int32(field.path);
}

void AppendField(const plan::SchemaField& field, const Possible& possible, OutColumn& column) {
  if (possible.missing())
    return column.AppendNull();
  const Value& value = possible.values[0];
  if (IsTextual(field.type.kind))
    column.AppendText(value.text());
  else if (field.type.kind == TypeKind::kYesNo)
    column.AppendBit(value.number() != 0);
  else
    column.AppendNumber(value.number());
}

}  // namespace

RecordBatch::RecordBatch(const plan::LeadSchema& schema, const std::vector<GeneratedLead>& leads) {
  for (const plan::SchemaField& field : schema.fields)
    root_.AddChild(MakeColumn(field));
  LeadReader reader(schema);
  Lead lead;
  for (const GeneratedLead& generated : leads) {
    if (!reader.Read(ToJson(generated), 0, lead))
      std::abort();
    for (std::size_t i = 0; i < schema.fields.size(); ++i)
      AppendField(schema.fields[i], lead.fields[i], *root_.children()[i]);
    root_.EndStruct();
  }
  batch::ExportSchema(root_, types_);
  export_.Export(root_, array_, [] {});
}

RecordBatch::~RecordBatch() {
  types_.release(&types_);
  array_.release(&array_);
}

}  // namespace lq::bench
