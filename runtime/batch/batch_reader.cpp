#include "runtime/batch/batch_reader.h"

#include <algorithm>

#include <fmt/format.h>

#include "runtime/batch/array_view.h"
#include "runtime/intake/fault_message.h"
#include "runtime/intake/json_check.h"
#include "runtime/intake/lead_builder.h"
#include "runtime/intake/lead_limits.h"
#include "runtime/value/text.h"
#include "runtime/value/values.h"

namespace lq::batch {
namespace {

// An error of the whole lead is its only one.
bool RejectWhole(std::string_view code, std::string message, Lead& lead) {
  lead.id = {};
  lead.errors.clear();
  lead.errors.push_back({"", std::string(code), std::move(message)});
  return false;
}

bool RejectText(const ColumnReader& column, Lead& lead) {
  return RejectWhole(
      "not_json",
      fmt::format(
          "column `{}` holds bytes that are not UTF-8; convert them before they are decided",
          column.column().name),
      lead);
}

}  // namespace

BatchReader::BatchReader(const plan::LeadSchema& schema, const ColumnBinding& binding)
    : schema_(schema), binding_(binding), assembly_(schema) {
  static const Type kIdType;
  for (const BoundColumn& column : binding.columns()) {
    const bool is_id = column.use == ColumnUse::kId;
    const Type& type = is_id ? kIdType : schema.fields[column.field].type;
    const ColumnReader& reader = columns_.emplace_back(column, type, assembly_.rules());
    if (is_id)
      id_column_ = &reader;
  }
  values_.resize(columns_.size());
  jsons_.resize(columns_.size());
}

bool BatchReader::Open(const ArrowArray& batch, std::int64_t as_of, std::string& problem) {
  batch_ = &batch;
  as_of_ = as_of;
  next_ = 0;
  if (!CheckArray(batch, 0, batch.length, problem)) {
    problem = "the record batch " + problem;
    return false;
  }
  const bool has_buffer = batch.n_buffers == 1 && batch.buffers != nullptr;
  if (batch.null_count > 0 && (!has_buffer || batch.buffers[0] == nullptr)) {
    problem = "the record batch has nulls, but does not say where; its array is broken";
    return false;
  }
  validity_ = batch.null_count != 0 && has_buffer ? batch.buffers[0] : nullptr;
  for (ColumnReader& column : columns_) {
    if (!column.Open(batch, problem))
      return false;
  }
  return true;
}

bool BatchReader::NextBlock(std::int64_t& rows, std::string& problem) {
  first_ = next_;
  rows = std::min(kBlockRows, batch_->length - first_);
  next_ += rows;
  for (ColumnReader& column : columns_) {
    if (!column.Read(first_, rows, problem))
      return false;
  }
  return true;
}

bool BatchReader::Read(std::int64_t row, Lead& lead) {
  assembly_.Begin(as_of_, lead);
  if (IsNull(row))
    return RejectWhole("type", intake::NoObjectMessage(schema_, "null"), lead);
  lead.unknown_fields = static_cast<std::uint32_t>(binding_.unmapped().size());
  return ReadRow(row, lead) && assembly_.Finish(lead);
}

// False: the lead as a whole is rejected.
bool BatchReader::ReadRow(std::int64_t row, Lead& lead) {
  const auto at = static_cast<std::size_t>(row);
  for (std::size_t i = 0; i < columns_.size(); ++i) {
    const ColumnSlice slice = columns_[i].slice();
    if (HasBit(slice.known, at)) {
      values_[i] = slice.numbers != nullptr ? Value::Number(slice.numbers[at]) : slice.texts[at];
      SetKnown(values_[i], lead.fields[columns_[i].column().field]);
    } else if (HasBit(slice.doubtful, at) && !ReadDoubtful(i, row, lead)) {
      return false;
    }
  }
  return true;
}

bool BatchReader::ReadDoubtful(std::size_t column, std::int64_t row, Lead& lead) {
  const ColumnReader& reader = columns_[column];
  std::string& json = jsons_[column];
  json.clear();
  switch (reader.column().use) {
    case ColumnUse::kId:
      return ReadLeadId(reader, row, lead);
    case ColumnUse::kJson:
      json = reader.TextOf(row).value_or("");
      if (!CheckJsonCell(reader, json, lead))
        return false;
      break;
    case ColumnUse::kField:
      if (!reader.AppendJson(row, json))
        return RejectText(reader, lead);
      break;
  }
  assembly_.ReadJson(reader.column().field, json, lead);
  return true;
}

bool BatchReader::ReadLeadId(const ColumnReader& column, std::int64_t row, Lead& lead) {
  std::string_view id;
  if (!ReadId(row, id))
    return RejectText(column, lead);
  if (id.data() != nullptr)
    lead.id = lead.arena.Copy(id);
  return true;
}

bool BatchReader::ReadId(std::int64_t row, std::string_view& id) {
  id = {};
  if (id_column_ == nullptr || !HasBit(id_column_->slice().doubtful, static_cast<std::size_t>(row)))
    return true;
  if (const auto text = id_column_->TextOf(row)) {
    if (!IsValidUtf8(*text))
      return false;
    id = intake::LeadBuilder::IsId(*text) ? *text : std::string_view();
    return true;
  }
  id_.clear();
  id_column_->AppendJson(row, id_);
  id = id_;
  return true;
}

bool BatchReader::CheckJsonCell(const ColumnReader& column, std::string_view json, Lead& lead) {
  std::string_view code = "too_large";
  std::string message;
  if (json.size() > intake::kMaxLeadBytes) {
    message = intake::TooLargeMessage("cell", json.size());
  } else {
    code = intake::CodeOf(intake::CheckJson(json, scanner_));
    if (code.empty())
      return true;
    message = intake::ProblemMessage("cell", scanner_, json);
  }
  return RejectWhole(code, fmt::format("column `{}`: {}", column.column().name, message), lead);
}

}  // namespace lq::batch
