#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "runtime/value/lead.h"

namespace lq::tool {

// Turns what a feed cut out of a file into a lead. One a thread.
class LeadDecoder {
 public:
  virtual ~LeadDecoder() = default;
  // Clears `lead` first.
  virtual void Read(std::string_view bytes, std::int64_t as_of, Lead& lead) = 0;
};

// Makes the decoders of one run. Shared by all threads.
class LeadDecoders {
 public:
  virtual ~LeadDecoders() = default;
  virtual std::unique_ptr<LeadDecoder> Make() const = 0;
};

}  // namespace lq::tool
