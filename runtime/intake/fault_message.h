#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/intake/fault.h"
#include "runtime/intake/json_scanner.h"
#include "runtime/plan/lead_schema.h"

namespace lq::intake {

// What was seen, what is allowed and how to mend it, for the person who sent the lead.
std::string FaultMessage(const plan::SchemaField& field, const Fault& fault);

// For a lead that is JSON, but no object; `seen` is its text.
std::string NoObjectMessage(const plan::LeadSchema& schema, std::string_view seen);
// For a key that the schema does not have.
std::string UnknownFieldMessage(const plan::LeadSchema& schema, std::string_view path);
// For a lead that is too large, or for `what` holds it: "lead", "payload", "cell".
std::string TooLargeMessage(std::string_view what, std::size_t bytes);
// For the problem that the scanner met; `json` is what it read.
std::string ProblemMessage(std::string_view what, const JsonScanner& scanner,
                           std::string_view json);

}  // namespace lq::intake
