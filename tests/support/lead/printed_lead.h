#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "runtime/intake/lead_reader.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/value/lead.h"

namespace lq::test {

// A lead on one line: `id L-1; n=12; cc={"one_of":["AT","DE"]} one_of; size stale; 2 unknown` when
// it was accepted (fields that are plainly missing are left out), else its errors: `! cc value; n
// range`.
std::string Printed(const plan::LeadSchema& schema, const Lead& lead);

// Reads `json` as of 2026-08-01 and prints it.
std::string ReadAndPrint(const plan::LeadSchema& schema, std::string_view json);

// The messages of the errors, a line each.
std::string Messages(const plan::LeadSchema& schema, std::string_view json);

// 2026-08-01T00:00:00Z
inline constexpr std::int64_t kAsOf = 1'785'542'400'000;

}  // namespace lq::test
