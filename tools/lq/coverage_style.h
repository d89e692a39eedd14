#pragma once

#include <string_view>

namespace lq::tool {

// The style of the page of coverage, beside that of all pages: the policy's text in one column, a
// coloured edge for what was reached.
inline constexpr std::string_view kCoverageStyle = R"(
main { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
h1 { margin: 1rem 0 0; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
p { margin: .35rem 0; }
ul { margin: 0; padding: 0; list-style: none; }
a { color: var(--accent); }
.faint { color: var(--faint); font-size: .9rem; }
.yes { color: var(--yes); } .no { color: var(--no); }
.measures { border-collapse: collapse; font-variant-numeric: tabular-nums; }
.measures th { font-weight: 400; text-align: left; }
.measures th, .measures td { padding: .1rem 1rem .1rem 0; overflow-wrap: normal; }
.measures td:nth-child(2) { text-align: right; font-weight: 600; }
.rules { border-collapse: collapse; }
.rules th { padding-right: 1.5rem; font-weight: 400; text-align: left; }
.rules td span, .three span { margin-right: .8rem; white-space: nowrap; }
progress { width: 8rem; accent-color: var(--accent); }
.gaps { columns: 18rem; }
.source { border: 1px solid var(--line); border-radius: .5rem; overflow: hidden; }
.line { display: flex; border-left: .35rem solid transparent; }
.line span { flex: 0 0 3.2rem; padding-right: .8rem; text-align: right; color: var(--faint);
  font: .8rem/1.5rem ui-monospace, "DejaVu Sans Mono", monospace; user-select: none; }
.line code { flex: 1; min-width: 0; white-space: pre-wrap;
  font: .85rem/1.5rem ui-monospace, "DejaVu Sans Mono", monospace; }
.line.all { border-color: var(--yes); } .line.part { border-color: var(--open); }
.line.none { border-color: var(--no); }
.three, .missing { margin: 0; padding: .2rem .8rem .2rem 3.9rem; background: var(--panel);
  font-size: .9rem; }
.missing { padding-bottom: .6rem; }
.missing i { color: var(--faint); font-size: .8rem; }
@media (max-width: 30rem) {
  .line span { flex-basis: 2.2rem; padding-right: .4rem; }
  .three, .missing { padding-left: 1rem; }
  progress { width: 3rem; }
  .measures td.faint { display: none; }
}
)";

}  // namespace lq::tool
