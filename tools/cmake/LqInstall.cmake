# What `cmake --install` puts where, as parts that packages are made of: tool, jit,
# runtime, compiler, dev.
include(CMakePackageConfigHelpers)

# From the folder of pkg-config files to where all of it is installed, wherever that is.
file(RELATIVE_PATH back /prefix/${CMAKE_INSTALL_LIBDIR}/pkgconfig /prefix)

# lq_install_library(TARGET COMPONENT HEADER…) installs a library, its headers and its pkg-config file.
function(lq_install_library target component)
  install(TARGETS ${target} EXPORT lqTargets
    LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT ${component} NAMELINK_COMPONENT dev)
  install(FILES ${ARGN} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/lq COMPONENT dev)
  configure_file(${PROJECT_SOURCE_DIR}/tools/cmake/${target}.pc.in ${target}.pc @ONLY)
  install(FILES ${CMAKE_CURRENT_BINARY_DIR}/${target}.pc
    DESTINATION ${CMAKE_INSTALL_LIBDIR}/pkgconfig COMPONENT dev)
endfunction()

set(include ${PROJECT_SOURCE_DIR}/runtime/include/lq)
lq_install_library(lq_runtime runtime ${include}/lq.h ${include}/policy.h
  ${include}/arrow_c_data.h)
if(NOT LQ_RUNTIME_ONLY)
  lq_install_library(lq_compiler compiler ${PROJECT_SOURCE_DIR}/compiler/include/lq/compiler.h)
  install(TARGETS lq DESTINATION ${CMAKE_INSTALL_BINDIR} COMPONENT tool)
  # Where lq looks for it: it is loaded, never linked.
  install(TARGETS lq_jit LIBRARY DESTINATION lib/lq COMPONENT jit)
endif()

set(cmake_folder ${CMAKE_INSTALL_LIBDIR}/cmake/lq)
install(EXPORT lqTargets NAMESPACE lq:: DESTINATION ${cmake_folder} COMPONENT dev)
configure_package_config_file(tools/cmake/lqConfig.cmake.in lqConfig.cmake
  INSTALL_DESTINATION ${cmake_folder} NO_SET_AND_CHECK_MACRO)
write_basic_package_version_file(lqConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/lqConfig.cmake ${PROJECT_BINARY_DIR}/lqConfigVersion.cmake
  DESTINATION ${cmake_folder} COMPONENT dev)
