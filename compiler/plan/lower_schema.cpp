#include "compiler/plan/lower_schema.h"

namespace lq {

plan::LeadSchema LowerSchema(const ir::Program& program) {
  plan::LeadSchema schema;
  schema.name = program.schema.name;
  schema.version = program.schema.version;
  schema.reject_unknown = program.schema.reject_unknown;
  schema.enums = program.enums;
  for (const ir::Field& from : program.schema.fields) {
    plan::SchemaField field;
    field.path = from.path;
    field.type = from.type;
    field.required = from.required;
    field.invalid_is_missing = from.invalid_is_missing;
    field.keep_both = from.keep_both;
    field.sources = from.sources;
    field.stale_after_days = from.stale_after_days;
    field.question = from.question;
    schema.fields.push_back(std::move(field));
  }
  return schema;
}

}  // namespace lq
