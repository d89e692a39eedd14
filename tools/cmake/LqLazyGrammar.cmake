# cmake -DFOLDER=generated -P LqLazyGrammar.cmake
#
# ANTLR's generated classes read their tables when the program starts, which takes milliseconds that most
# commands have no use for. This has their constructors read them, once; C++ makes that safe with threads.
function(replace_text file before after)
  file(READ ${file} text)
  string(FIND "${text}" "${before}" place)
  if(place EQUAL -1)
    message(FATAL_ERROR "${file} has no `${before}`: see what this version of ANTLR generates")
  endif()
  string(REPLACE "${before}" "${after}" text "${text}")
  file(WRITE ${file} "${text}")
endfunction()

foreach(class LqLexer LqParser)
  replace_text(${FOLDER}/${class}.h "static Initializer _init;" "")
  replace_text(${FOLDER}/${class}.cpp "${class}::Initializer ${class}::_init;" "")
  replace_text(${FOLDER}/${class}.cpp "  _interpreter = new"
               "  static const Initializer tables;\n  _interpreter = new")
endforeach()
