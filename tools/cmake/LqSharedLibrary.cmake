include(GNUInstallDirs)

# lq_shared_library(TARGET NAME) names a library lq::NAME and hides all that the lq.map of the current
# folder does not list.
function(lq_shared_library target name)
  set(map ${CMAKE_CURRENT_SOURCE_DIR}/lq.map)
  target_link_options(${target} PRIVATE
    LINKER:--version-script=${map} LINKER:--gc-sections LINKER:--as-needed)
  # What clang's sanitizers need comes with the program.
  if(NOT LQ_SANITIZE)
    target_link_options(${target} PRIVATE LINKER:-z,defs)
  endif()
  set_target_properties(${target} PROPERTIES
    EXPORT_NAME ${name} VERSION ${PROJECT_VERSION} SOVERSION 1 LINK_DEPENDS ${map}
    LIBRARY_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/lib)
  add_library(lq::${name} ALIAS ${target})
endfunction()
