#include "runtime/intake/fault.h"

namespace lq::intake {

std::string_view CodeOf(FaultKind kind) {
  switch (kind) {
    case FaultKind::kNone:
      return "";
    case FaultKind::kRequired:
      return "required";
    case FaultKind::kWrongType:
    case FaultKind::kMoneyParts:
    case FaultKind::kOneOfNotList:
    case FaultKind::kEmptyObject:
    case FaultKind::kUnknownKey:
    case FaultKind::kOnTheWay:
    case FaultKind::kReportsNotList:
    case FaultKind::kReportNotObject:
    case FaultKind::kReportSource:
    case FaultKind::kReportTimeType:
      return "type";
    case FaultKind::kOutOfRange:
    case FaultKind::kTooLong:
    case FaultKind::kTooManyItems:
    case FaultKind::kTooManyValues:
      return "range";
    case FaultKind::kNoSuchValue:
    case FaultKind::kOtherCurrency:
      return "value";
    case FaultKind::kBadFormat:
    case FaultKind::kTooManyPlaces:
    case FaultKind::kNulCharacter:
    case FaultKind::kReportTime:
      return "format";
    case FaultKind::kBandReversed:
    case FaultKind::kBandUnordered:
    case FaultKind::kOneOfEmpty:
      return "band";
    case FaultKind::kUnknownSource:
      return "unknown_source";
  }
  return "";
}

}  // namespace lq::intake
