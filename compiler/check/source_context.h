#pragma once

#include <string>
#include <unordered_map>

#include "compiler/check/context.h"
#include "compiler/ir/source_program.h"

// What the parts of the checker that look at sources share.
namespace lq::check {

struct SourceContext {
  Context& context;
  const syntax::Unit& unit;
  // Under construction.
  ir::SourceProgram& source;
  // By name of the place: where it was first read.
  std::unordered_map<std::string, Span> read_places;
};

// gives, reports as, format, missing when, lead id, at, each: everything but `ignore` and the
// fields.
void CheckSourceHeader(SourceContext& source);
// `ignore`, when all mappings are known.
void CheckSourceIgnores(SourceContext& source);
// The fields, and that each required one is among them.
void CheckSourceMappings(SourceContext& source);

// `as …` and `times …` of one mapping. False when something was wrong and reported.
bool CheckSourceReading(SourceContext& source, const syntax::FieldMapping& mapping,
                        const ir::Field& field, ir::SourceConversion& checked);
// `at from "…" as …`
void CheckReportTime(SourceContext& source, const syntax::AtClause& at);
// `by …` of one mapping.
bool CheckSourceFunction(SourceContext& source, const syntax::FieldMapping& mapping,
                         const ir::Field& field, ir::SourceMapping& checked);
// `where …` and `band …`.
bool CheckSourceCases(SourceContext& source, const syntax::FieldMapping& mapping,
                      const ir::Field& field, ir::SourceMapping& checked);

// `each "entry[].changes[].value"`
void CheckSourceEach(SourceContext& source);

// What a place is called: column, path, parameter.
std::string_view PlaceWord(const SourceContext& source);
// The index among the source's places, entered when it is new; nothing when it is no place
// (reported).
std::optional<std::uint32_t> PlaceIndex(SourceContext& source, const syntax::Literal& place);

// Reports, with `label` under the place and `help` under all.
Diagnostic& ReportSource(SourceContext& source, DiagnosticKind kind, Span span, std::string message,
                         std::string label, std::string help);

}  // namespace lq::check
