# What is installed: the program, the libraries with their headers and a find_package() configuration, the schemas,
# catalogues and samples, and the man pages.
include(CMakePackageConfigHelpers)

set(data ${CMAKE_INSTALL_DATADIR}/keuzekaart)
set(config ${CMAKE_INSTALL_LIBDIR}/cmake/keuzekaart)

install(TARGETS keuzekaart RUNTIME)
install(TARGETS keuzekaart_modeler keuzekaart_importers keuzekaart_exporters EXPORT keuzekaart-targets ARCHIVE)
foreach(layer modeler importers exporters)
  set_target_properties(keuzekaart_${layer} PROPERTIES EXPORT_NAME ${layer})
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${layer} DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/keuzekaart
          FILES_MATCHING PATTERN "*.hpp" PATTERN "*.inc")
endforeach()
install(EXPORT keuzekaart-targets NAMESPACE keuzekaart:: DESTINATION ${config})

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/keuzekaart-config.cmake.in
  ${CMAKE_CURRENT_BINARY_DIR}/keuzekaart-config.cmake INSTALL_DESTINATION ${config})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/keuzekaart-config-version.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/keuzekaart-config.cmake
              ${CMAKE_CURRENT_BINARY_DIR}/keuzekaart-config-version.cmake DESTINATION ${config})

foreach(folder schemas catalogues samples)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder}/ DESTINATION ${data}/${folder})
endforeach()
install(FILES ${PROJECT_SOURCE_DIR}/LICENSE ${PROJECT_SOURCE_DIR}/README.md ${PROJECT_SOURCE_DIR}/CHANGELOG.md
        DESTINATION ${CMAKE_INSTALL_DOCDIR})

# docs/man/NAME.SECTION.md becomes the man page NAME.SECTION. Without lowdown there are none, and nothing else changes.
find_program(LOWDOWN lowdown)
if(LOWDOWN)
  file(GLOB pages CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/docs/man/*.[0-9].md)
  set(made "")
  foreach(page ${pages})
    get_filename_component(name ${page} NAME_WLE)
    string(REGEX REPLACE "^.*\\." "" section ${name})
    string(REGEX REPLACE "\\.[0-9]$" "" title ${name})
    string(TOUPPER ${title} title)
    set(out ${PROJECT_BINARY_DIR}/man/${name})
    add_custom_command(OUTPUT ${out} DEPENDS ${page}
      COMMAND ${CMAKE_COMMAND} -E make_directory ${PROJECT_BINARY_DIR}/man
      COMMAND ${LOWDOWN} -s -T man --out-no-smarty --parse-no-intraemph -M title=${title} -M section=${section} -M "source=keuzekaart ${PROJECT_VERSION}"
              -M "volume=Keuzekaart" -o ${out} ${page} VERBATIM)
    install(FILES ${out} DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section})
    list(APPEND made ${out})
  endforeach()
  add_custom_target(man_pages ALL DEPENDS ${made})
else()
  message(STATUS "lowdown is not there: no man pages")
endif()
