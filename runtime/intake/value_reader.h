#pragma once

#include <cstdint>
#include <vector>

#include "runtime/intake/fault.h"
#include "runtime/intake/json_scanner.h"
#include "runtime/intake/report_weighing.h"
#include "runtime/intake/scalar_reader.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/value/arena.h"
#include "runtime/value/possible.h"

namespace lq::intake {

// Reads what a lead says of one field, in all its forms, as a set of possible values.
class ValueReader {
 public:
  ValueReader(const plan::LeadSchema& schema, JsonScanner& scanner)
      : scanner_(scanner), scalars_(schema, scanner) {}

  // The value begins with the scanner's last token and is read to its end. Without a fault,
  // `possible` holds what is known, missing when nothing is; its values go to `arena`.
  Fault Read(const plan::SchemaField& field, std::int64_t as_of, Arena& arena, Possible& possible);

  // What the field makes of one report, of which `possible`, `source` and `at` are set; the
  // result is as of Read. False when the field does not know the source.
  bool TakeReport(const plan::SchemaField& field, std::int64_t as_of, Report& report, Arena& arena,
                  Possible& possible);

  const ScalarRules& rules() const { return scalars_.rules(); }

 private:
  // Beside the value itself: of which field, as of when, into which arena.
  struct Place {
    const plan::SchemaField& field;
    std::int64_t as_of = 0;
    Arena& arena;
  };

  // What is wrong with the members of one report; the first of them counts, whatever the order of
  // its keys.
  struct ReportFaults {
    Fault key;
    Fault value;
    Fault source;
    Fault time;
    // The source as the report names it.
    std::string_view source_seen;
  };

  Fault ReadForm(const Place& place, bool may_report, Possible& possible);
  Fault ReadScalar(const Place& place, Possible& possible);
  Fault ReadObject(const Place& place, bool may_report, Possible& possible);
  Fault ReadMembers(const Place& place, bool may_report, Possible& possible);
  Fault ReadOneOf(const Place& place, Possible& possible);
  Fault ReadBand(const Place& place, Possible& possible);
  Fault ReadEnd(const Place& place, std::int64_t& end);
  Fault ReadReports(const Place& place, Possible& possible);
  Fault ReadReport(const Place& place, Report& report);
  void ReadReportMember(const Place& place, Report& report, ReportFaults& faults);
  Fault ReadSource(Arena& arena, Report& report);
  Fault ReadTime(Arena& arena, Report& report);
  Fault Closed() const;
  bool IsEmpty() const;

  JsonScanner& scanner_;
  ScalarReader scalars_;
  // Of the `one_of` being read.
  std::vector<Value> values_;
  std::vector<Report> reports_;
  ReportWeighing weighing_;
};

}  // namespace lq::intake
