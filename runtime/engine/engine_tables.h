#pragma once

#include <cstdint>
#include <vector>

#include "runtime/engine/atom_table.h"
#include "runtime/engine/field_table.h"
#include "runtime/engine/lookup_index.h"
#include "runtime/plan/plan.h"

namespace lq::engine {

// What an engine makes of its plan once, shared by all deciders.
struct EngineTables {
  explicit EngineTables(const plan::Plan& plan);

  RowShape shape;
  // A bit for every term there is.
  std::vector<std::uint64_t> valid;
  std::vector<std::vector<FieldUse>> uses;
  // Fields with dense tests whose constants never change; and those that depend on as-of.
  std::vector<std::uint32_t> fixed_fields;
  std::vector<std::uint32_t> dated_fields;
  // The shortest-lived constant of a dated field.
  Lifetime lifetime = Lifetime::kForever;
  // By field; built for fixed fields.
  std::vector<FieldTable> fields;
  // By column: rows of `known` and toggle columns, for no and yes.
  std::vector<ColumnRows> flag_rows;
  std::vector<std::uint32_t> flag_columns;
  // By column: its place in the sweep; columns that test most terms first.
  std::vector<std::uint32_t> place;
  AtomTable atoms;
  std::vector<LookupIndex> lookups;
  // Terms of rules come first: the rule of each.
  std::vector<std::uint32_t> rule_of_term;
  // By rule: its place in an order in which overriders come first; kNone for a rule that none
  // overrides.
  std::vector<std::uint32_t> override_place;
  // Indices by name, the order in which decisions list them.
  std::vector<std::uint32_t> toggles_by_name;
  std::vector<std::uint32_t> scores_by_name;
  // By outcome.
  std::vector<std::vector<std::uint32_t>> evidence_of;
  // Texts that constants of fixed fields were computed to.
  Arena arena;

 private:
  void SortFields(const plan::Plan& plan);
  void BuildFlags(const plan::Plan& plan);
  void PlaceColumns(const plan::Plan& plan);
  void IndexRules(const plan::Plan& plan);
};

}  // namespace lq::engine
