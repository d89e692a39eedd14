#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

// The standard libraries: units written in the language itself, `std_geo` …, compiled in. What they
// say of themselves, their purpose and the comment above each declaration, are the rows that `lq
// explain`, hover texts and the reference page are made of.
namespace lq::stdlib {

struct LibraryName {
  // "set", "pattern", "parameter", "enum".
  std::string_view kind;
  std::string_view name;
  std::string summary;
  // From its keyword to the end of its last line.
  std::string_view declaration;
};

struct Library {
  std::string_view name;
  // Where messages say that it stands: "<standard library>/std_geo.lq".
  std::string path;
  std::string_view text;
  std::string_view purpose;
  std::string_view version;
  // "Source: npm package cldr-core 48.2.0 of 2026-03-30."; empty when it holds no facts of others.
  std::string_view source;
  // In the order of the file.
  std::vector<LibraryName> names;
};

// Sorted by name; for the life of the process.
std::span<const Library> AllLibraries();
// Null when there is none.
const Library* FindLibrary(std::string_view name);
const Library* FindLibraryByPath(std::string_view path);

}  // namespace lq::stdlib
