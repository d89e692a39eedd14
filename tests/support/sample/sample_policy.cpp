#include "tests/support/sample/sample_policy.h"

namespace lq::test {
namespace {

UnitText Schema() {
  return {"lead.lq",
          "edition 2026\nschema lead version 2\n",
          {"owner \"a@b.example\"\n", "enum role_kind of student \"Student\", buyer\n",
           "enum tier_kind of large, small\n", "field email is email required identifies\n",
           "field country is country required\n",
           "field size is integer from 1 to 5000 optional\n"
           "  sources crm, form\n  if sources disagree keep both\n  stale after 90 days\n",
           "field budget is money EUR from 0 to 100000 optional ask \"Your budget?\"\n",
           "field role is one of role_kind optional\n",
           "field site is text at most 80 optional if invalid treat as missing\n",
           "field seen is date optional\n", "derived mail_domain is domain of email\n",
           "derived size_twice is size times 2\n", "other fields rejected\n"}};
}

UnitText Geography() {
  return {"geo.lq",
          "edition 2026\nlibrary geo version 1\n",
          {"set dach is [DE, AT, CH]\n", "set near is dach plus [FR]\n",
           "lookup team from \"teams.csv\" key country gives one of tier_kind otherwise small\n",
           "enum desk_kind of north, south\n"}};
}

UnitText Terms() {
  return {"terms.lq",
          "edition 2026\nlibrary terms version 3\n",
          {"parameter floor is 5000 EUR, 6000 EUR from 2026-07-01\n", "parameter many is 10\n",
           "pattern mailbox is /(info|sales)@.*/\n"}};
}

UnitText Policy() {
  return {"policy.lq",
          "edition 2026\npolicy sample version 4\n",
          {"uses schema lead\n",
           "uses library geo\n",
           "uses library terms\n",
           "purpose \"Shows everything\"\n",
           "review by 2026-12-31\n",
           "change minor \"why\"\n",
           "outcomes strongest first\n  high needs 80%, mid, low\n  otherwise low because NONE\n"
           "  undecided becomes ask_back\n  doubtful becomes review\n",
           "toggle strict default on\n",
           "toggle beta default off\n",
           "define rich when budget at least floor or strict is off\n",
           "define large when size at least 200\n",
           "score fit from 0 to 100\n  begins at 10\n  add 30 when large because SIZE\n"
           "  subtract 5 when role is student because STUDENT\n",
           "table tier gives one of tier_kind\n  | size         | tier  |\n"
           "  | at least 200 | large |\n  | less than 200 | small |\n",
           "rules table by_country hit first\n  if unknown assume no\n"
           "  | country | size        | choose | strength | reason |\n"
           "  | in dach | at least 50 | high   | strongly | DACH   |\n"
           "  | in near | any         | mid    | fairly   | NEAR   |\n",
           "rule rich\n  choose high\n  when rich and large\n  unless role is student\n"
           "  overrides mailbox, by_country\n  reason RICH\n",
           "rule mailbox\n  choose mid weakly\n  when email matches mailbox\n  reason MAILBOX\n",
           "rule recent\n  choose mid by 4 points\n  when seen after today minus 30 days\n"
           "  reason RECENT\n",
           "evidence buyer supports high strongly\n  when role is buyer\n  within intent\n"
           "  reason BUYER\n  otherwise weakens weakly because NO_BUYER\n",
           "evidence site weakens high\n  when site contains \"blog\" ignoring case\n"
           "  reason BLOG\n",
           "group intent at most 5 points\n",
           "guard torn\n  when tension at least 3 points\n  never\n  reason TORN\n",
           "guard sure\n  when outcome is high and fit less than 50\n  needs 95%\n",
           "output tier, team, mail_domain\n",
           "languages EN, DE\n",
           "content RICH EN \"{budget else 'rich'} from {country}\"\n",
           "content RICH DE \"{budget else 'reich'} aus {country}\"\n",
           "content high EN \"High.\"\n",
           "content high DE \"Hoch.\"\n",
           "fixture typical as email \"a@b.example\", country DE\n"}};
}

}  // namespace

std::vector<UnitText> SamplePolicy() { return {Schema(), Geography(), Terms(), Policy()}; }

}  // namespace lq::test
