# `cpack` in the build tree makes Debian packages: lq, lq-native, liblq-runtime1, liblq-compiler1, liblq-dev.
set(CPACK_GENERATOR DEB)
set(CPACK_PACKAGE_VENDOR "The LQ authors")
set(CPACK_PACKAGE_CONTACT "The LQ authors <lq@localhost>")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_STRIP_FILES ON)
set(CPACK_COMPONENTS_ALL tool jit runtime compiler dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_DEBIAN_ENABLE_COMPONENT_DEPENDS OFF)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS ON)
set(CPACK_DEBIAN_PACKAGE_GENERATE_SHLIBS_POLICY ">=")
set(CPACK_DEBIAN_PACKAGE_SECTION devel)

# lq_package(COMPONENT NAME SECTION TEXT) names what a component is packed as, and gives it its licence.
macro(lq_package component name section text)
  string(TOUPPER ${component} upper)
  set(CPACK_DEBIAN_${upper}_PACKAGE_NAME ${name})
  set(CPACK_DEBIAN_${upper}_PACKAGE_SECTION ${section})
  set(CPACK_COMPONENT_${upper}_DESCRIPTION "${text}")
  install(FILES ${PROJECT_SOURCE_DIR}/LICENSE RENAME copyright
    DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${name} COMPONENT ${component})
endmacro()
lq_package(tool lq devel "Rules about leads, checked and decided: the command line\n\
 LQ is a small language for rules about leads. This is lq, which checks, tests,\n\
 explains and runs them.")
lq_package(jit lq-native devel "Rules about leads: machine code for lq\n\
 What lq decide --tier native loads to turn a policy into machine code, by LLVM.")
set(CPACK_DEBIAN_TOOL_PACKAGE_RECOMMENDS lq-native)
lq_package(runtime liblq-runtime1 libs "Rules about leads: what a service links\n\
 Opens policies that lq has built and decides leads by them.")
lq_package(compiler liblq-compiler1 libs "Rules about leads: the compiler as a library\n\
 Checks policies written in LQ and makes what liblq-runtime1 opens.")
lq_package(dev liblq-dev libdevel "Rules about leads: headers, and lq as a package of CMake\n\
 What programs in C and C++ need that decide leads by policies written in LQ.")
set(exactly "(= ${PROJECT_VERSION})")
set(CPACK_DEBIAN_DEV_PACKAGE_DEPENDS "liblq-runtime1 ${exactly}, liblq-compiler1 ${exactly}")
set(CPACK_DEBIAN_DEV_PACKAGE_SHLIBDEPS OFF)
include(CPack)
