#pragma once
#include <cstdint>
#include <span>
#include <vector>

#include "modeler/model/entities.hpp"

namespace keuzekaart {

/// How two things are tied. `from` and `to` as the name says.
enum class LinkKind : std::uint8_t {
  part,                   ///< whole process -> part process
  order,                  ///< process -> next process
  reference,              ///< own process -> reference process of the landscape
  product_process,        ///< product -> process that realises it
  process_function,       ///< process -> business function
  function_service,       ///< function -> application service that serves it
  service_application,    ///< application service -> component that realises it
  application_standard,   ///< component -> standard it realises
  process_application,    ///< process -> application that supports it
  application_reference,  ///< own application -> reference component
  product_law,            ///< product -> law it rests on
  process_law,            ///< process -> law it rests on
  process_object,         ///< process -> business object or register it uses
  process_related,        ///< process -> related process, named by a catalogue
  function_part,          ///< whole function -> part function
  process_partner,        ///< process -> party that a catalogue names as chain partner (ketenpartner), role not said
  role_filled_by,         ///< role of a source model -> actor that fills it
  product_uniform,        ///< product of a municipality -> the uniform product it belongs to
  product_provider,       ///< product -> party that a catalogue names as its provider
};

struct Link {
  LinkKind kind{};
  EntityRef from, to;
  MappingStatus status = MappingStatus::confirmed;
  States states = States::every();
  SupportQuality quality = SupportQuality::unset;  ///< process_application only
  Trace trace{Derivation::read, {}};
  Text reason;  ///< of a proposal
};

/// All links of a model, readable from both ends. Frozen after `freeze`.
class Links {
 public:
  void add(Link link) { links_.push_back(std::move(link)); }
  /// Sorts, drops exact repeats (same kind, from, to and status: their places are joined) and builds the reverse order.
  void freeze();

  std::span<const Link> all() const { return links_; }
  /// Links of a kind that start at a thing, ordered by their other end.
  std::span<const Link> from(LinkKind kind, EntityRef from) const;
  /// Links of a kind that end at a thing, as numbers in `all()`, ordered by their other end.
  std::span<const std::uint32_t> to(LinkKind kind, EntityRef to) const;
  const Link& at(std::uint32_t number) const { return links_[number]; }

 private:
  std::vector<Link> links_;
  std::vector<std::uint32_t> by_target_;
};

}  // namespace keuzekaart
