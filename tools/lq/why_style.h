#pragma once

#include <string_view>

namespace lq::tool {

// The style of the page that `lq why --format html` writes, beside that of all pages: one column,
// readable on a phone.
inline constexpr std::string_view kWhyStyle =
    R"(main { max-width: 46rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; }
h1 { margin: 0; font-size: 1.9rem; line-height: 1.2; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
p { margin: .35rem 0; }
ul { margin: 0; padding: 0; list-style: none; }
.faint { color: var(--faint); font-size: .9rem; }
.badge { display: inline-block; margin-bottom: .4rem; padding: .1rem .6rem; border-radius: 1rem;
  border: 1px solid currentColor; font-size: .85rem; font-weight: 600; }
.settled { color: var(--yes); } .undecided, .doubtful { color: var(--open); }
.rejected { color: var(--no); }
.bar { position: relative; height: .6rem; margin: .6rem 0; border-radius: .3rem;
  background: var(--line); overflow: hidden; }
.bar i { position: absolute; top: 0; bottom: 0; left: 0; background: var(--accent); }
.bar i + i { opacity: .35; }
.rows > li { display: flex; gap: .8rem; padding: .45rem 0; border-top: 1px solid var(--line); }
.rows > li:first-child { border-top: 0; }
.points { flex: 0 0 5.5rem; text-align: right; font-variant-numeric: tabular-nums;
  font-weight: 600; overflow-wrap: normal; }
.sum + .sum { margin-top: 1rem; }
.sum > li:last-child { border-top: 2px solid var(--ink); font-weight: 600; }
details { margin: .4rem 0; border: 1px solid var(--line); border-radius: .5rem;
  background: var(--panel); }
summary { padding: .5rem .8rem; cursor: pointer; }
details > div { padding: 0 .8rem .6rem; }
.keyword { margin-top: .4rem; color: var(--faint); font-size: .85rem; }
.tree ul { padding-left: 1.1rem; }
.tree li { padding: .12rem 0; }
.saw { display: block; padding-left: 1.5rem; color: var(--faint); font-size: .9rem; }
.mark { display: inline-block; width: 1.5rem; font-weight: 700; }
.yes { color: var(--yes); } .no { color: var(--no); } .open { color: var(--open); }
@media (max-width: 30rem) {
  .points { flex-basis: 4.6rem; font-size: .92rem; }
  h1 { font-size: 1.5rem; }
}
@media print { details { break-inside: avoid; } }
)";

}  // namespace lq::tool
