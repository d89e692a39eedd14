#pragma once

#include "runtime/intake/fault.h"
#include "runtime/intake/json_scanner.h"
#include "runtime/intake/list_items.h"
#include "runtime/intake/scalar_rules.h"
#include "runtime/plan/lead_schema.h"
#include "runtime/value/arena.h"
#include "runtime/value/type.h"
#include "runtime/value/value.h"

namespace lq::intake {

// Reads one value of a type, validated and normalised: no band, no `one_of`, no report.
class ScalarReader {
 public:
  ScalarReader(const plan::LeadSchema& schema, JsonScanner& scanner)
      : scanner_(scanner), rules_(schema) {}

  // The value begins with the scanner's last token and is read to its end, faulty or not; after a
  // mistake in the JSON itself the result means nothing. Texts and items go to `arena`.
  Fault Read(const Type& type, Arena& arena, Value& value);
  // Money written as an object, of which the first key is the scanner's last token.
  Fault ReadMoneyMembers(const Type& type, Arena& arena, Value& value);

  const ScalarRules& rules() const { return rules_; }

 private:
  Fault ReadKind(const Type& type, Arena& arena, Value& value);
  Fault ReadMoney(const Type& type, Arena& arena, Value& value);
  Fault ReadAmount(const Type& type, Arena& arena, Value& value);
  Fault ReadCurrencyOf(const Type& type, Arena& arena);
  Fault ReadList(const Type& type, Arena& arena, Value& value);

  JsonScanner& scanner_;
  ScalarRules rules_;
  // Of the list being read.
  ListItems items_;
};

}  // namespace lq::intake
