# Warnings are errors for our own code, in every preset.
add_library(lq_warnings INTERFACE)
target_compile_options(lq_warnings INTERFACE -Wall -Wextra -Wpedantic -Wshadow -Werror)
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
  # g++ 12 sees overlaps in std::string's operator+ that are not there.
  target_compile_options(lq_warnings INTERFACE -Wno-restrict)
elseif(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  # libstdc++ 12's std::stable_sort uses what it has deprecated itself; g++ has no limit for a text either.
  target_compile_options(lq_warnings INTERFACE -Wno-deprecated-declarations -Wno-overlength-strings)
endif()

find_program(LQ_CCACHE ccache)
if(LQ_CCACHE)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${LQ_CCACHE})
endif()

# LQ_SANITIZE is a list for -fsanitize: "address,undefined" or "thread".
set(LQ_SANITIZE "" CACHE STRING "Sanitizers to build with")
if(LQ_SANITIZE)
  add_compile_definitions(LQ_SANITIZED)
  add_compile_options(-fsanitize=${LQ_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  # GCC warns of what only the sanitizers read: its manual says not to combine the two.
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  add_link_options(-fsanitize=${LQ_SANITIZE})
endif()

option(LQ_COVERAGE "Count lines and branches" OFF)
if(LQ_COVERAGE)
  add_compile_options(--coverage)
  add_link_options(--coverage)
endif()
option(LQ_FUZZ "Build the libFuzzer targets (clang)" OFF)
if(LQ_FUZZ)
  # The fuzzer steers by which edges of our own code an input reaches.
  add_compile_options(-fsanitize=fuzzer-no-link)
endif()
