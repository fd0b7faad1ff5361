// What things are called: keys, elements, places, names.
#include "modeler/rules/world.hpp"

namespace keuzekaart {

namespace {

Mention text_mention(std::string_view text) { return {std::string(text), {}, false}; }
Mention bilingual(const Bilingual& text) { return {std::string(text.nl.value), std::string(text.en.value), false}; }
Mention label(std::string key) { return {std::move(key), {}, true}; }

}  // namespace

std::string World::key(const Thing& thing) const {
  switch (thing.kind) {
    case Subject::map:
      return {};
    case Subject::intervention_point:
      return std::string(point(thing).id.value);
    case Subject::working_method:
      return std::string(method(thing).value);
    case Subject::unresolved:
      return std::string(m_.unresolved[thing.number].name.value);
    case Subject::contradiction: {
      const Contradiction& c = m_.contradictions[thing.number];
      return std::string(m_.entity(c.thing).code.value).append(":").append(c.field);
    }
    case Subject::disappeared:
      return std::string(m_.disappeared[thing.number].key);
    default: {
      std::string key;
      for (const EntityRef ref : elements(thing)) {
        if (!key.empty()) key += ':';
        key += m_.entity(ref).code.value;
      }
      return key;
    }
  }
}

std::vector<EntityRef> World::elements(const Thing& thing) const {
  switch (thing.kind) {
    case Subject::project_cycle:
      return cycles_[thing.number];
    case Subject::unresolved: {
      const EntityRef owner = m_.unresolved[thing.number].owner;
      return owner.known() ? std::vector{owner} : std::vector<EntityRef>();
    }
    case Subject::proposal:
      return {m_.links.at(thing.number).from, m_.links.at(thing.number).to};
    case Subject::contradiction:
      return {m_.contradictions[thing.number].thing};
    case Subject::used_twice:
      return used_twice_[thing.number].users;
    case Subject::holder:
      return {holder(thing).party};
    default:
      return thing.ref.known() ? std::vector{thing.ref} : std::vector<EntityRef>();
  }
}

std::vector<Place> World::places(const Thing& thing) const {
  switch (thing.kind) {
    case Subject::map:
      return {m_.map->place};
    case Subject::intervention_point:
      return {point(thing).place};
    case Subject::working_method:
      return {method(thing).place};
    case Subject::unresolved: {
      const UnresolvedReference& u = m_.unresolved[thing.number];
      std::vector<Place> found;
      if (u.owner.known()) found.push_back(m_.entity(u.owner).origins.front().place);
      found.push_back(u.name.place);
      return found;
    }
    case Subject::proposal:
      return m_.links.at(thing.number).trace.places;
    case Subject::contradiction:
      return {m_.contradictions[thing.number].kept.place, m_.contradictions[thing.number].other.place};
    case Subject::disappeared:
      return {m_.disappeared[thing.number].used_at};
    case Subject::holder:
      return holder(thing).trace.places;
    default: {
      std::vector<Place> found;
      for (const EntityRef ref : elements(thing))  // what is only supposed stands nowhere
        if (const auto& origins = m_.entity(ref).origins; !origins.empty()) found.push_back(origins.front().place);
      return found;
    }
  }
}

Mention World::mention(EntityRef ref) const {
  if (ref.kind == EntityKind::choice) return mention_value(choices_.value(ref));
  const Entity& entity = m_.entity(ref);
  return text_mention(entity.name.empty() ? entity.code.value : entity.name.value);
}

Mention World::mention_value(std::string_view catalogue_id) const {
  if (const CatalogueEntry* entry = catalogue().find(catalogue_id)) return bilingual(entry->name);
  for (const DirectingFunction& f : catalogue().directing_functions)  // these go by their name
    if (f.name.nl.value == catalogue_id) return bilingual(f.name);
  return text_mention(catalogue_id);
}

Mention World::mention_scope(Scope scope) const { return scope.known() ? mention(scope) : label("bereik.concern"); }

Mention World::mention(const Thing& thing) const {
  switch (thing.kind) {
    case Subject::intervention_point:
      return text_mention(point(thing).name.value);
    case Subject::working_method:
      return mention_value(method(thing).value);
    case Subject::holder:
      return mention(holder(thing).party);
    default: {
      const std::vector<EntityRef> refs = elements(thing);
      return refs.empty() ? text_mention(key(thing)) : mention(refs.front());
    }
  }
}

Mentions World::standard(const Thing& thing) const {
  Mentions found;
  switch (thing.kind) {
    case Subject::product_group:
      found["domein"].push_back(mention(m_.groups[thing.ref.index].domain));
      break;
    case Subject::handover: {
      const Handover& h = m_.handovers[thing.ref.index];
      for (const auto& [name, end] : {std::pair("van", h.from), std::pair("naar", h.to)})
        if (end.known()) found[name].push_back(mention(end));
      if (h.agreement.known()) found["afspraak"].push_back(mention(h.agreement));
      break;
    }
    case Subject::agreement:
      if (const Text& end = m_.agreements[thing.ref.index].valid_to; !end.empty())
        found["tot"].push_back(text_mention(end.value));
      break;
    case Subject::choice: {
      const Choice& c = m_.choices[thing.ref.index];
      found["bereik"].push_back(mention_scope(c.scope));
      found["dimensie"].push_back(label("dimensie." + std::string(word_of(c.dimension))));
      if (const std::string_view area = choices_.area(thing.ref); !area.empty())
        found["aspect"].push_back(label("aspectkort." + std::string(area)));
      break;
    }
    case Subject::project_cycle:
      for (const EntityRef ref : cycles_[thing.number]) found["projecten"].push_back(mention(ref));
      return found;
    case Subject::working_method:
      if (const WorkingMethod* method = catalogue().working_method(this->method(thing).value)) {
        found["tegenhanger"].push_back(mention_value(method->counterpart.value));
        for (const Statement* danger : method->saying(StatementKind::pitfall))
          found["gevaar"].push_back(bilingual(danger->text));
      }
      break;
    case Subject::unresolved:
      found["naam"].push_back(text_mention(m_.unresolved[thing.number].name.value));
      return found;
    case Subject::proposal:
      found["van"].push_back(mention(m_.links.at(thing.number).from));
      found["naar"].push_back(mention(m_.links.at(thing.number).to));
      return found;
    case Subject::used_twice:
      found["bronelement"].push_back(text_mention(used_twice_[thing.number].key));
      for (const EntityRef user : used_twice_[thing.number].users) found["onderdelen"].push_back(mention(user));
      return found;
    case Subject::contradiction: {
      const Contradiction& c = m_.contradictions[thing.number];
      const auto value = [&](const Text& text) {
        return c.list.empty() ? text_mention(text.value) : label(std::string(c.list).append(".").append(text.value));
      };
      found["onderdeel"].push_back(mention(c.thing));
      found["veld"].push_back(label("veld." + std::string(c.field)));
      found["geldend"].push_back(value(c.kept));
      found["anders"].push_back(value(c.other));
      const auto source = [&](std::uint32_t number) {
        const ModelSource& said = m_.sources[number];
        return said.format == "kaart" ? label("bron.kaart") : text_mention(said.id);
      };
      found["bron"].push_back(source(c.kept_source));
      found["andere-bron"].push_back(source(c.other_source));
      return found;
    }
    case Subject::disappeared:
      found["bronelement"].push_back(text_mention(m_.disappeared[thing.number].name));
      found["sleutel"].push_back(text_mention(m_.disappeared[thing.number].key));
      return found;
    case Subject::map:
      return found;
    default:
      break;
  }
  found[std::string(word_of(thing.kind))].push_back(mention(thing));
  return found;
}

}  // namespace keuzekaart
