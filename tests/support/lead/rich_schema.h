#pragma once

#include "runtime/plan/lead_schema.h"

namespace lq::test {

// A schema with a field of every type and every way to weigh reports; all of its fields are
// optional.
//
//   y yes_no · e one of red "Red" "Rouge", green, blue "Bleu foncé" · shade one of light "Light
//   One", dark ignoring case · t text at most 5 · long text · n integer from 0 to 10000 · whole any
//   64-bit integer · d decimal 2 places from -100 to 100 · m money EUR from 0 to 10000000 · yen
//   money JPY from 0 to 1000000 · p percent · share percent from -100% to 500% · day date · at
//   instant · mail email · site domain · tel phone · cc country · cur currency · lang language ·
//   es, ts, ccs, langs lists of at most 3 · company.size integer from 1 to 5000000, sources crm,
//   enrichment, form, keep both, stale after 365 days · company.hq.city text · trusted integer from
//   0 to 100, sources crm, form, stale after 10 days · any the same without sources · lax integer
//   from 0 to 100 and group.lax with sources crm, form, both if invalid treat as missing
plan::LeadSchema RichSchema();

// The same, with other fields rejected, and `n` and `lax` required.
plan::LeadSchema StrictSchema();

}  // namespace lq::test
