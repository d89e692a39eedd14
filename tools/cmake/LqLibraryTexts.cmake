# cmake -DFOLDER=stdlib/library -DOUTPUT=library_texts.cpp -P LqLibraryTexts.cmake
#
# Writes the C++ table of the standard libraries, so that they are found without a path.
file(GLOB units ${FOLDER}/std_*.lq)
list(SORT units)
set(rows "")
foreach(unit ${units})
  get_filename_component(name ${unit} NAME_WE)
  file(READ ${unit} text)
  string(APPEND rows "    LibraryText{\"${name}\", R\"lqunit(${text})lqunit\"sv},\n")
endforeach()
list(LENGTH units count)
file(WRITE ${OUTPUT} "#include <array>

#include \"stdlib/library/library_text.h\"

namespace lq::stdlib {
namespace {

using namespace std::string_view_literals;

constexpr std::array<LibraryText, ${count}> kTexts = {
${rows}};

}  // namespace

std::span<const LibraryText> AllLibraryTexts() { return kTexts; }

}  // namespace lq::stdlib
")
