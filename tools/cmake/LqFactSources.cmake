# cmake "-DFILES=a.inc;b.inc" -DOUTPUT=fact_sources.cpp -P LqFactSources.cmake
#
# Writes the C++ table of what the tables of facts say of themselves.
set(rows "")
foreach(file ${FILES})
  file(STRINGS ${file} head LIMIT_COUNT 2)
  list(GET head 0 what)
  list(GET head 1 source)
  string(REGEX REPLACE "^// (.*)[.]$" "\\1" what "${what}")
  if(NOT source MATCHES "^// Source: (.*); made by")
    # A list ends at a semicolon, so the head may have been cut there.
    if(NOT source MATCHES "^// Source: (.*)$")
      message(FATAL_ERROR "${file} does not say its source")
    endif()
  endif()
  string(APPEND rows "    FactSource{\"${what}\", \"${CMAKE_MATCH_1}\"},\n")
endforeach()
list(LENGTH FILES count)
file(WRITE ${OUTPUT} "#include <array>

#include \"stdlib/describe/fact_source.h\"

namespace lq::stdlib {
namespace {

constexpr std::array<FactSource, ${count}> kSources = {
${rows}};

}  // namespace

std::span<const FactSource> FactSources() { return kSources; }

}  // namespace lq::stdlib
")
