#pragma once

#include <string>
#include <string_view>

#include "runtime/value/type.h"

namespace lq::schema {

// In JSON's quotes.
std::string Quoted(std::string_view text);

// The JSON Schema of one plain value of a type, as one line of JSON. As a field's whole value an
// empty text means missing; as an item of a list it is a text.
std::string ScalarSchema(const Type& type, bool as_item);
// The members of `$defs` that it refers to: the codes of countries, currencies and languages.
std::string CodeDefinitions();
// An instant, as `at` of a report.
std::string InstantSchema();

}  // namespace lq::schema
