#include "modeler/diagnostics/system_reason.hpp"

#include <cerrno>
#include <string_view>

namespace keuzekaart {

namespace {

struct ReasonRow {
  int number;
  std::string_view key;
};

constexpr ReasonRow reason_rows[] = {
    {ENOSPC, "systeem.vol"},
    {EDQUOT, "systeem.quotum"},
    {EACCES, "systeem.rechten"},
    {EPERM, "systeem.rechten"},
    {EROFS, "systeem.alleen-lezen"},
    {ENOENT, "systeem.bestaat-niet"},
    {ENOTDIR, "systeem.geen-map"},
    {EISDIR, "systeem.is-map"},
    {EFBIG, "systeem.te-groot"},
    {ENAMETOOLONG, "systeem.naam"},
    {EIO, "systeem.invoer-uitvoer"},
    {EMFILE, "systeem.te-veel-bestanden"},
    {ENFILE, "systeem.te-veel-bestanden"},
    {EEXIST, "systeem.bestaat"},
    {EXDEV, "systeem.ander-bestandssysteem"},
    {ELOOP, "systeem.lus"},
    {ENOTEMPTY, "systeem.niet-leeg"},
    {EBADF, "systeem.gesloten"},
};

}  // namespace

std::string system_reason(int error_number, const Labels& labels) {
  for (const ReasonRow& row : reason_rows)
    if (row.number == error_number) return labels.get(row.key);
  return labels.fill("systeem.ander", {std::to_string(error_number)});
}

}  // namespace keuzekaart
