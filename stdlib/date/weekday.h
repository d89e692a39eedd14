#pragma once

#include <memory>

#include "runtime/value/type.h"

namespace lq::stdlib {

// monday … sunday: the enum that `weekday` gives. The same object for the life of the process.
const std::shared_ptr<const Enum>& WeekdayEnum();

}  // namespace lq::stdlib
