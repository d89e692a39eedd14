# lq_binding(TARGET SOURCES … MAP … FOLDER … FILE …) makes the module that another language loads: the
# rooms of the runtime are in it, and the libraries that not every Linux has lie in `libs` beside it,
# with their licences. FOLDER is below ${PROJECT_BINARY_DIR}/bindings.
function(lq_binding target)
  cmake_parse_arguments(BINDING "" "MAP;FOLDER;FILE" "SOURCES" ${ARGN})
  set(folder ${PROJECT_BINARY_DIR}/bindings/${BINDING_FOLDER})
  set(map ${CMAKE_CURRENT_SOURCE_DIR}/${BINDING_MAP})
  add_library(${target} MODULE ${BINDING_SOURCES} $<TARGET_OBJECTS:lq_runtime_abi>)
  target_link_libraries(${target} PRIVATE lq_runtime_abi lq_warnings)
  set_target_properties(${target} PROPERTIES
    PREFIX "" SUFFIX "" OUTPUT_NAME ${BINDING_FILE} LIBRARY_OUTPUT_DIRECTORY ${folder}
    BUILD_WITH_INSTALL_RPATH ON INSTALL_RPATH "$ORIGIN/libs" LINK_DEPENDS ${map} LINKER_LANGUAGE CXX)
  # The older kind of path is looked at for what the libraries need themselves, too.
  target_link_options(${target} PRIVATE LINKER:--version-script=${map} LINKER:--disable-new-dtags
    LINKER:--gc-sections LINKER:--as-needed LINKER:-s)
  add_custom_command(TARGET ${target} POST_BUILD
    COMMAND ${CMAKE_COMMAND} -DMODULE=$<TARGET_FILE:${target}> -DFOLDER=${folder}/libs
            -P ${PROJECT_SOURCE_DIR}/tools/cmake/LqBringLibraries.cmake)
endfunction()
