# One folder is one room: one static library and one include root.
#
# A header is included by its path from the project's root ("runtime/value/value.h"). Each room's
# include root is a folder of the build tree that holds nothing but a link to that room, so an include
# of a room that was not named under LINKS does not compile.

# Makes the include root of the current folder and sets `variable` to it.
function(lq_include_root variable)
  file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  string(REPLACE "/" "_" name "lq_${path}")
  set(root ${PROJECT_BINARY_DIR}/include_roots/${name})
  get_filename_component(parent ${root}/${path} DIRECTORY)
  file(MAKE_DIRECTORY ${parent})
  file(CREATE_LINK ${CMAKE_CURRENT_SOURCE_DIR} ${root}/${path} SYMBOLIC)
  set(${variable} ${root} PARENT_SCOPE)
endfunction()

#   lq_room(LINKS lq_runtime_value fmt::fmt)
#
# makes the library `lq_<path with underscores>` from every .cpp file directly in the current folder
# (an interface library when there is none). PRIVATE_LINKS are not passed on.
function(lq_room)
  cmake_parse_arguments(ROOM "" "" "LINKS;PRIVATE_LINKS" ${ARGN})
  file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR} ${CMAKE_CURRENT_SOURCE_DIR})
  string(REPLACE "/" "_" name "lq_${path}")
  lq_include_root(root)

  file(GLOB sources CONFIGURE_DEPENDS *.cpp)
  if(sources)
    add_library(${name} STATIC ${sources})
    target_include_directories(${name} PUBLIC ${root})
    target_link_libraries(${name} PUBLIC ${ROOM_LINKS} PRIVATE ${ROOM_PRIVATE_LINKS} lq_warnings)
  else()
    add_library(${name} INTERFACE)
    target_include_directories(${name} INTERFACE ${root})
    target_link_libraries(${name} INTERFACE ${ROOM_LINKS})
  endif()
endfunction()

# Unit tests of a room: every *_test.cpp of the current folder, one executable, one CTest entry.
#
#   lq_unit_test(LINKS lq_runtime_value)
function(lq_unit_test)
  cmake_parse_arguments(TEST "" "" "LINKS" ${ARGN})
  file(RELATIVE_PATH path ${PROJECT_SOURCE_DIR}/tests ${CMAKE_CURRENT_SOURCE_DIR})
  string(REPLACE "/" "_" name ${path})
  file(GLOB sources CONFIGURE_DEPENDS *_test.cpp)
  add_executable(${name} ${sources})
  target_link_libraries(${name} PRIVATE ${TEST_LINKS} GTest::gtest_main lq_warnings)
  target_compile_definitions(${name} PRIVATE LQ_SOURCE_DIR="${PROJECT_SOURCE_DIR}")
  add_test(NAME ${path} COMMAND ${name})
endfunction()
