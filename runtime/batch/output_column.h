#pragma once

#include <memory>
#include <string>

#include "runtime/batch/out_column.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::batch {

// A column for values of a type of the language: yes_no as bool, an integer as int64, decimals,
// money and percentages as decimal128 with their places (money with its currency as metadata), a
// date as date32, an instant as timestamp[ms, UTC], enums and codes as dictionaries of their names,
// texts and addresses as utf8, lists as lists of these.
std::unique_ptr<OutColumn> MakeValueColumn(std::string name, const Type& type);
void AppendValue(const Type& type, const Value& value, OutColumn& column);

}  // namespace lq::batch
