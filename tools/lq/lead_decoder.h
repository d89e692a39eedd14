#pragma once

#include <cstdint>
#include <memory>
#include <string_view>

#include "runtime/source/lead_mapper.h"
#include "runtime/source/unmapped.h"
#include "runtime/value/lead.h"

namespace lq::tool {

// Turns what a feed cut out of a file into leads: mostly one, by a source with `each` any number.
// One a thread.
class LeadDecoder {
 public:
  virtual ~LeadDecoder() = default;
  // `bytes` outlive the leads that are read from them.
  virtual void Begin(std::string_view bytes) = 0;
  // False when there are no more. Clears `lead` first.
  virtual bool Next(std::int64_t as_of, Lead& lead) = 0;
  // The same for who wants the lead's verdict alone: as a row of the schema's layout, until the
  // next call, beside which `lead` bears only its id; null: `lead` has it.
  virtual bool NextRow(std::int64_t as_of, Lead& lead, const std::uint64_t*& row) {
    row = nullptr;
    return Next(as_of, lead);
  }

  // How the last lead came about; null without a source, and when its payload could not be read.
  virtual LeadMapper* mapper() { return nullptr; }
  // What of all payloads so far the source neither maps nor ignores; null where that is known from
  // the file's header.
  virtual const UnmappedNames* unmapped() const { return nullptr; }
  // Payloads so far that held no lead.
  virtual std::uint64_t empty_payloads() const { return 0; }
};

// Makes the decoders of one run. Shared by all threads.
class LeadDecoders {
 public:
  virtual ~LeadDecoders() = default;
  virtual std::unique_ptr<LeadDecoder> Make() const = 0;
};

}  // namespace lq::tool
