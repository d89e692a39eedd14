#ifndef LQ_COMPILER_H
#define LQ_COMPILER_H

#include <cstdint>
#include <string>
#include <vector>

// The compiler for programs in C++: texts in, messages and a bundle out. The bundle opens as every
// other does, by lq/policy.h:
//
//   const lq::embed::Compiled compiled = lq::embed::Compile({{"hello.lq", text}}, "hello.lq");
//   std::cerr << compiled.report;
//   const lq::embed::Policy policy = lq::embed::Policy::Open(compiled.bundle, error);
//
// Compile keeps nothing between calls and may be called by several threads at once. It opens no
// file: what a policy imports or looks up must be among the files that it is given.
namespace lq::embed {

// A file of a package. Its path is what messages name it by, and what a lookup names beside it:
// "leads/lead.lq".
struct File {
  std::string path;
  std::string text;
};

struct Message {
  // "LQ0412"; docs/errors has its page.
  std::string code;
  // Else it is a warning.
  bool is_error = false;
  std::string path;
  // From 1; columns count code points.
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  std::string text;
  // What to write instead; may be empty.
  std::string help;
};

struct Compiled {
  // By file and place.
  std::vector<Message> messages;
  // The same as `lq check` prints them.
  std::string report;
  // Decides as what `lq build` writes does; empty after an error.
  std::string bundle;
};

// Compiles the policy in the file `path`.
[[gnu::visibility("default")]] Compiled Compile(const std::vector<File>& files,
                                                const std::string& path);

}  // namespace lq::embed

#endif
