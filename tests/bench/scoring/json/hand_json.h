#pragma once

#include <memory>
#include <string_view>

#include "tests/bench/scoring/scoring_lead.h"

namespace lq::bench {

// A lead's JSON read with simdjson on demand by hand, with the checks that intake makes: types,
// ranges, the e-mail's form, UTF-8 and duplicate keys. Of the ways to write a value it knows those
// that forms use.
class HandJson {
 public:
  virtual ~HandJson() = default;
  // At least kPadding bytes behind the text belong to it. Every field must be there. False: it is
  // rejected.
  virtual bool Read(std::string_view text, ScoringLead& lead) = 0;

  static constexpr std::size_t kPadding = 64;
};

std::unique_ptr<HandJson> HandJsonByProjectCompiler();
// The same source by clang, which makes simdjson faster; only where LQ_BENCH_HAS_CLANG is defined.
std::unique_ptr<HandJson> HandJsonByClang();

}  // namespace lq::bench
