#pragma once
#include <vector>

#include "modeler/model/model.hpp"

/// What a thing reaches along the chain process -> function -> application service -> component -> standard. Refused
/// mappings do not count; proposed ones only where asked. Every answer is sorted and holds nothing twice.
namespace keuzekaart {

enum class WithProposals : bool { no, yes };

/// Everything that links of one kind lead to from any of `things`.
std::vector<EntityRef> follow(const Model& model, LinkKind kind, const std::vector<EntityRef>& things,
                              WithProposals proposals = WithProposals::no);
/// Everything from which links of one kind lead to any of `things`.
std::vector<EntityRef> follow_back(const Model& model, LinkKind kind, const std::vector<EntityRef>& things,
                                   WithProposals proposals = WithProposals::no);

/// The functions of a process: its own, and those of the reference process it is tied to.
std::vector<EntityRef> functions_of(const Model& model, EntityRef process, WithProposals proposals = WithProposals::no);

/// Everything the process is part of, directly or not, nearest first, without the process itself. Loops end.
std::vector<EntityRef> wholes_of(const Model& model, EntityRef process);

/// The parties with a role in a process in a state: its own, else those of the nearest whole that has any.
std::vector<const RoleAssignment*> roles_in(const Model& model, EntityRef process, Role role, State state);

/// Whether the process is there in a state.
bool exists(const Model& model, EntityRef process, State state);
/// A handover is there when it says so and so do both its processes.
bool exists(const Model& model, const Handover& handover, State state);

/// Whether somebody carries the process out in a state: its own executor, that of a whole, or one for every part that
/// exists in that state.
bool has_executor(const Model& model, EntityRef process, State state);

}  // namespace keuzekaart
