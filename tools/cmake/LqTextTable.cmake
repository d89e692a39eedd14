# cmake -DFILES="docs/errors/LQ*.md" -DHEADER=tools/lq/error_pages.h -DNAMESPACE=lq::tool -DROW=ErrorPage
#       -DFUNCTION=AllErrorPages -DOUTPUT=error_pages.cpp -P LqTextTable.cmake
#
# Writes the C++ function that returns a row, {name without extension, text}, for each of the files, so that
# the program opens none. With -DFOLDER instead of -DFILES it is all files below this folder but those that
# match -DBUT, and their names are paths within it.
if(FOLDER)
  file(GLOB_RECURSE files ${FOLDER}/*)
  list(FILTER files EXCLUDE REGEX "${BUT}")
else()
  file(GLOB files ${FILES})
endif()
list(SORT files)
set(rows "")
foreach(file ${files})
  if(FOLDER)
    file(RELATIVE_PATH name ${FOLDER} ${file})
  else()
    get_filename_component(name ${file} NAME_WE)
  endif()
  file(READ ${file} text)
  string(APPEND rows "    ${ROW}{\"${name}\", R\"lqtext(${text})lqtext\"sv},\n")
endforeach()
list(LENGTH files count)
file(WRITE ${OUTPUT} "#include <array>

#include \"${HEADER}\"

namespace ${NAMESPACE} {
namespace {

using namespace std::string_view_literals;

constexpr std::array<${ROW}, ${count}> kRows = {
${rows}};

}  // namespace

std::span<const ${ROW}> ${FUNCTION}() { return kRows; }

}  // namespace ${NAMESPACE}
")
