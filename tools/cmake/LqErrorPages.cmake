# cmake -DFOLDER=docs/errors -DOUTPUT=error_pages.cpp -P LqErrorPages.cmake
#
# Writes the C++ table of the pages of docs/errors, so that `lq explain` opens no file.
file(GLOB pages ${FOLDER}/LQ*.md)
list(SORT pages)
set(rows "")
foreach(page ${pages})
  get_filename_component(code ${page} NAME_WE)
  file(READ ${page} text)
  string(APPEND rows "    ErrorPage{\"${code}\", R\"lqpage(${text})lqpage\"},\n")
endforeach()
list(LENGTH pages count)
file(WRITE ${OUTPUT} "#include <array>

#include \"tools/lq/error_pages.h\"

namespace lq::tool {
namespace {

constexpr std::array<ErrorPage, ${count}> kPages = {
${rows}};

}  // namespace

std::span<const ErrorPage> AllErrorPages() { return kPages; }

}  // namespace lq::tool
")
