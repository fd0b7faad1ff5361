# embed_files(TARGET name NAMESPACE ns FILES a.xml b.xml): compiles files into TARGET as string_views, found by file name.
function(embed_files)
  cmake_parse_arguments(E "" "TARGET;FUNCTION" "FILES" ${ARGN})
  set(out ${CMAKE_CURRENT_BINARY_DIR}/${E_FUNCTION}.cpp)
  add_custom_command(
    OUTPUT ${out}
    COMMAND ${CMAKE_COMMAND} "-DOUT=${out}" "-DFUNCTION=${E_FUNCTION}" "-DFILES=${E_FILES}"
            -P ${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake
    DEPENDS ${E_FILES} ${PROJECT_SOURCE_DIR}/cmake/write_embedded.cmake
    VERBATIM)
  target_sources(${E_TARGET} PRIVATE ${out})
endfunction()
