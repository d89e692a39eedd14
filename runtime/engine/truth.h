#pragma once

namespace lq::engine {

// The two rails of a condition: it holds for all possible values; it is not ruled out (holds for
// some).
struct Truth {
  bool holds = false;
  bool open = true;

  bool undecided() const { return open && !holds; }
  bool ruled_out() const { return !open; }
  Truth operator!() const { return {!open, !holds}; }
  static Truth Of(bool value) { return {value, value}; }
  static Truth Unknown() { return {false, true}; }
};

}  // namespace lq::engine
