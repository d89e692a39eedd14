#include "runtime/intake/lead_reader.h"

#include <array>
#include <vector>

#include "runtime/intake/fault_message.h"
#include "runtime/intake/field_index.h"
#include "runtime/intake/json_check.h"
#include "runtime/intake/json_scanner.h"
#include "runtime/intake/lead_builder.h"
#include "runtime/intake/lead_limits.h"
#include "runtime/intake/value_reader.h"
#include "runtime/value/values.h"

namespace lq {

using intake::Fault;
using intake::FaultKind;
using intake::FieldIndex;
using intake::JsonProblem;
using intake::JsonToken;

struct LeadReader::State {
  explicit State(const plan::LeadSchema& lead_schema)
      : schema(lead_schema),
        index(lead_schema),
        values(lead_schema, scanner),
        builder(lead_schema) {}

  // A key of the object of `node` that leads to no field.
  struct UnknownKey {
    std::uint32_t node = 0;
    std::string_view key;
  };

  bool Read(std::string_view json, Lead& lead);
  void ReadMembers(Lead& lead);
  void ReadMember(Lead& lead);
  void ReadInner(std::uint32_t node, Lead& lead);
  void ReadField(std::uint32_t field, Lead& lead);
  void ReadId(Lead& lead);
  void RejectBelow(std::uint32_t node, std::string_view seen, Lead& lead);
  void RejectUnknown();
  bool RejectBody(std::string_view code, std::string message, Lead& lead) const;
  bool RejectProblem(std::string_view json, Lead& lead) const;

  const plan::LeadSchema& schema;
  FieldIndex index;
  intake::JsonScanner scanner;
  intake::ValueReader values;
  std::int64_t as_of = 0;
  // The open objects that are on the way to fields, outermost first: nodes[i] is i + 1 deep.
  std::array<std::uint32_t, intake::kMaxJsonDepth> nodes{};
  intake::LeadBuilder builder;
  // Only when these are refused.
  std::vector<UnknownKey> unknown_keys;
};

LeadReader::LeadReader(const plan::LeadSchema& schema) : state_(std::make_unique<State>(schema)) {}
LeadReader::~LeadReader() = default;

bool LeadReader::Read(std::string_view json, std::int64_t as_of, Lead& lead) {
  state_->as_of = as_of;
  state_->unknown_keys.clear();
  state_->builder.Begin(lead);
  return state_->Read(json, lead);
}

bool LeadReader::State::Read(std::string_view json, Lead& lead) {
  if (json.size() > intake::kMaxLeadBytes) {
    return RejectBody("too_large", intake::TooLargeMessage("lead", json.size()), lead);
  }
  scanner.Begin(json);
  const bool is_object = scanner.Next() == JsonToken::kObject;
  const std::string_view begin = scanner.raw();
  if (is_object)
    ReadMembers(lead);
  scanner.SkipTo(0);
  const std::string_view seen = scanner.Since(begin);
  scanner.Next();
  if (scanner.problem() != JsonProblem::kNone)
    return RejectProblem(json, lead);
  if (!is_object)
    return RejectBody("type", intake::NoObjectMessage(schema, seen), lead);
  RejectUnknown();
  return builder.Finish(lead);
}

// Every object that is entered here is a node of the index; all other values are read to their end.
void LeadReader::State::ReadMembers(Lead& lead) {
  nodes[0] = FieldIndex::kRoot;
  while (scanner.depth() > 0 && scanner.token() != JsonToken::kFault) {
    if (scanner.Next() == JsonToken::kKey)
      ReadMember(lead);
  }
}

void LeadReader::State::ReadMember(Lead& lead) {
  const std::uint32_t parent = nodes[static_cast<std::size_t>(scanner.depth() - 1)];
  const std::string_view key = scanner.key();
  const std::uint32_t node = index.Child(parent, key, scanner.key_hash());
  const bool is_id = parent == FieldIndex::kRoot && key == "$id";
  scanner.Next();
  if (is_id) {
    ReadId(lead);
  } else if (node == FieldIndex::kNone) {
    ++lead.unknown_fields;
    if (schema.reject_unknown)
      unknown_keys.push_back({parent, key});
    scanner.SkipTo(scanner.depth_outside());
  } else if (index.field(node) == FieldIndex::kNone) {
    ReadInner(node, lead);
  } else {
    ReadField(index.field(node), lead);
  }
}

void LeadReader::State::ReadInner(std::uint32_t node, Lead& lead) {
  const JsonToken token = scanner.token();
  if (token == JsonToken::kObject) {
    nodes[static_cast<std::size_t>(scanner.depth() - 1)] = node;
    return;
  }
  const std::string_view begin = scanner.raw();
  const bool says_nothing =
      token == JsonToken::kNull || (token == JsonToken::kText && scanner.text_is_empty());
  scanner.SkipTo(scanner.depth_outside());
  if (!says_nothing)
    RejectBelow(node, scanner.Since(begin), lead);
}

void LeadReader::State::ReadField(std::uint32_t field, Lead& lead) {
  const Fault fault = values.Read(schema.fields[field], as_of, lead.arena, lead.fields[field]);
  if (fault)
    builder.AddFault(field, fault);
}

// A text or an integer, kept as its text; anything else is no id.
void LeadReader::State::ReadId(Lead& lead) {
  const JsonToken token = scanner.token();
  if (token == JsonToken::kText) {
    intake::LeadBuilder::SetId(scanner.Text(lead.arena), lead);
  } else if (token == JsonToken::kNumber && scanner.number().is_whole) {
    lead.id = lead.arena.Copy(scanner.number().text);
  }
  scanner.SkipTo(scanner.depth_outside());
}

void LeadReader::State::RejectBelow(std::uint32_t node, std::string_view seen, Lead& lead) {
  const std::string_view path = index.path(node);
  for (std::uint32_t i = 0; i < schema.fields.size(); ++i) {
    const plan::SchemaField& field = schema.fields[i];
    if (!field.path.starts_with(path) || field.path.size() == path.size() ||
        field.path[path.size()] != '.') {
      continue;
    }
    if (field.invalid_is_missing) {
      lead.fields[i] = PossibleAll(Cause::kInvalid);
    } else {
      builder.AddFault(i, {FaultKind::kOnTheWay, seen, false});
    }
  }
}

bool LeadReader::State::RejectBody(std::string_view code, std::string message, Lead& lead) const {
  lead.id = {};
  lead.errors.push_back({"", std::string(code), std::move(message)});
  return false;
}

bool LeadReader::State::RejectProblem(std::string_view json, Lead& lead) const {
  return RejectBody(intake::CodeOf(scanner.problem()),
                    intake::ProblemMessage("lead", scanner, json), lead);
}

// Each key that no field has.
void LeadReader::State::RejectUnknown() {
  for (const UnknownKey& unknown : unknown_keys) {
    std::string path = index.PathOf(unknown.node, unknown.key);
    std::string message = intake::UnknownFieldMessage(schema, path);
    builder.AddError({std::move(path), "unknown_field", std::move(message)});
  }
}

}  // namespace lq
