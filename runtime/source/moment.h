#pragma once

#include <cstdint>
#include <string_view>

#include "runtime/notation/date_layout.h"
#include "runtime/plan/source_plan.h"

namespace lq {

// What a text means that `as date`, `as instant` or `as unix` reads; false when it is written in
// another way or lies outside what instants reach.
bool ReadMoment(const plan::SourceConversion& as, std::string_view text, DateAndTime& moment);

// A date, an instant, or date and time of day in UTC, as ISO 8601 writes them.
bool ReadIsoMoment(std::string_view text, std::int64_t& milliseconds);

}  // namespace lq
