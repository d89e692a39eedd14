# cmake -DMODULE=lq.node -DFOLDER=libs -P LqBringLibraries.cmake
#
# Copies the shared libraries that a module needs into FOLDER, but for those of the C and C++ language, which
# every Linux has; with the text that says who may copy them.
file(REMOVE_RECURSE ${FOLDER})
file(MAKE_DIRECTORY ${FOLDER})
file(GET_RUNTIME_DEPENDENCIES MODULES ${MODULE} RESOLVED_DEPENDENCIES_VAR libraries
  PRE_EXCLUDE_REGEXES "^lib(c|m|dl|rt|pthread|stdc\\+\\+|gcc_s)\\.so" "^ld-linux")
foreach(library ${libraries})
  file(REAL_PATH ${library} real)
  get_filename_component(name ${library} NAME)
  file(COPY_FILE ${real} ${FOLDER}/${name})
  execute_process(COMMAND dpkg-query -S ${real} OUTPUT_VARIABLE owner ERROR_QUIET)
  if(owner MATCHES "^([^:]+):")
    file(COPY_FILE /usr/share/doc/${CMAKE_MATCH_1}/copyright ${FOLDER}/${name}.copyright)
  endif()
endforeach()
