#include "cli/command.hpp"
#include "cli/summary.hpp"
#include "cli/workspace.hpp"

namespace keuzekaart {

Work setup_check(const Arguments& arguments) {
  return [request = workspace_request(arguments, 0)](Console& console) {
    Progress progress(stderr, request.quiet);
    const std::unique_ptr<Workspace> workspace = load_workspace(request, progress, console.labels());
    progress.clear();
    console.out(summary_of(*workspace, console.labels(), request.all_messages));
    print_messages(*workspace, request, console);
    return workspace->exit_code();
  };
}

}  // namespace keuzekaart
