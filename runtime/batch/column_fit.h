#pragma once

#include <string>

#include "runtime/batch/column_binding.h"
#include "runtime/value/type.h"

namespace lq::batch {

// Whether values of the field's type can stand in a column of this type.
bool Fits(const Type& field, const ColumnType& column);
// The same for the leads' ids, and for JSON.
bool FitsId(const ColumnType& column);
bool FitsJson(const ColumnType& column);

// The types that fit, for a person: "an integer, decimal or float column".
std::string FittingText(const Type& field);

}  // namespace lq::batch
