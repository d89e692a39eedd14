#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "runtime/value/arena.h"

namespace lq {

// The body of a form: `email=ana%40firm.example&first_name=Ana+Maria`, in UTF-8. Reuse one object
// for many bodies.
class FormBody {
 public:
  struct Parameter {
    std::string_view name;
    std::string_view value;
  };

  // False when it is no such body; then `problem` says why. `body` outlives what is read from it;
  // white space around it, such as a line's end, is dropped.
  bool Read(std::string_view body);

  // In the order of the body.
  const std::vector<Parameter>& parameters() const { return parameters_; }

  // A code of rejected leads (not_form, too_large), and the message.
  std::string_view problem_code() const { return code_; }
  const std::string& problem() const { return problem_; }

 private:
  bool ReadPair(std::string_view pair, std::size_t offset);
  bool Decode(std::string_view text, std::size_t offset, std::string_view& decoded);
  bool Fail(std::string_view code, std::string problem);

  std::vector<Parameter> parameters_;
  Arena arena_;
  std::string_view code_;
  std::string problem_;
};

}  // namespace lq
