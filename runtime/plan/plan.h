#pragma once

#include "runtime/plan/lead_schema.h"

namespace lq::plan {

struct Plan {
  LeadSchema schema;
};

}  // namespace lq::plan
