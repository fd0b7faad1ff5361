#include "bench/country.hpp"

#include <fmt/format.h>

#include <iterator>

namespace keuzekaart::bench {

namespace {

constexpr std::size_t domains_each = 8;
constexpr std::size_t departments_each = 30;
constexpr std::size_t applications_each = 25;
constexpr std::size_t agreements_each = 30;
constexpr std::size_t chains_each = 20;
constexpr std::size_t steps_each = 6;
constexpr std::size_t projects_each = 6;

using Out = std::back_insert_iterator<std::string>;

/// Party number `i` of a municipality: the municipality itself, its departments, then its partners.
std::string party(std::size_t m, std::size_t i) { return fmt::format("g{}-partij{}", m, i % parties_each); }
std::string partner(std::size_t m, std::size_t i) {
  return party(m, 1 + departments_each + i % (parties_each - departments_each - 1));
}

void parties(Out out, std::size_t m) {
  fmt::format_to(out, "<partij id='{}' naam='Gemeente {}' soort='gemeente'/>\n", party(m, 0), m);
  for (std::size_t i = 1; i < parties_each; ++i)
    if (i <= departments_each)
      fmt::format_to(out, "<partij id='{}' naam='Team {} van {}' soort='organisatieonderdeel' deel-van='{}'/>\n",
                     party(m, i), i, m, party(m, 0));
    else
      fmt::format_to(out, "<partij id='{}' naam='Partner {} van {}' soort='samenwerkingsverband'/>\n", party(m, i), i,
                     m);
}

void processes(Out out, std::size_t m) {
  for (std::size_t i = 0; i < processes_each; ++i) {
    fmt::format_to(out, "<proces id='g{0}-p{1}' naam='Proces {1} van {0}' soort='primair' domein='g{0}-d{2}'", m, i,
                   i % domains_each);
    if (i % 2 == 0) fmt::format_to(out, " productgroep='g{}-d{}-{}'", m, i % domains_each, i % 4 == 0 ? 'a' : 'b');
    if (i % 10 == 0) fmt::format_to(out, " functies='F01'");
    fmt::format_to(out, ">\n  <rol partij='{}' rol='verantwoordelijk'/>\n", party(m, 0));
    const std::string now = i % 5 == 0 ? partner(m, i) : party(m, 1 + i % departments_each);
    const bool changes = i % 6 == 0;
    fmt::format_to(out, "  <rol partij='{}' rol='uitvoerder' toestand='{}'/>\n", now, changes ? "ist" : "ist soll");
    if (changes) fmt::format_to(out, "  <rol partij='{}' rol='uitvoerder' toestand='soll'/>\n", partner(m, i / 6));
    fmt::format_to(out, "  <rol partij='{}' rol='klantcontact'/>\n", party(m, 1 + i % 3));
    fmt::format_to(out, "  <applicatie ref='g{}-app{}' toestand='{}'/>\n", m, i % applications_each,
                   i % 12 == 0 ? "ist" : "ist soll");
    fmt::format_to(out, "</proces>\n");
  }
}

void products(Out out, std::size_t m) {
  for (std::size_t i = 0; i < products_each; ++i)
    fmt::format_to(out,
                   "<product id='g{0}-product{1}' naam='Product {1} van {0}' domein='g{0}-d{2}'>"
                   "<proces ref='g{0}-p{3}'/><proces ref='g{0}-p{4}'/></product>\n",
                   m, i, i % domains_each, i % processes_each, (i + 1) % processes_each);
}

void chains(Out out, std::size_t m) {
  for (std::size_t i = 0; i < chains_each; ++i) {
    fmt::format_to(out, "<keten id='g{0}-keten{1}' naam='Keten {1} van {0}' soort='orkestratie'>", m, i);
    for (std::size_t step = 0; step < steps_each; ++step)
      fmt::format_to(out, "<schakel proces='g{}-p{}'/>", m, i * steps_each + step);
    fmt::format_to(out, "</keten>\n");
  }
}

void handovers(Out out, std::size_t m, std::size_t municipalities) {
  for (std::size_t i = 0; i < handovers_each; ++i) {
    const bool to_neighbour = i + 1 == handovers_each;
    fmt::format_to(out, "<overdracht id='g{0}-o{1}' van='g{0}-p{2}' naar='g{3}-p{4}' toestand='{5}' vorm='bericht'", m,
                   i, i % processes_each, to_neighbour ? (m + 1) % municipalities : m, (i * 7 + 1) % processes_each,
                   i % 8 == 0 ? "soll" : "ist soll");
    if (i % 2 == 0) fmt::format_to(out, " afspraak='g{}-a{}'", m, i % agreements_each);
    fmt::format_to(out, " persoonsgegevens='{}'/>\n", i % 3 == 0 ? "ja" : "nee");
  }
}

void agreements(Out out, std::size_t m) {
  constexpr const char* worth[] = {"geldig", "geldig' tot='2027-06-30", "concept", "verlopen"};
  for (std::size_t i = 0; i < agreements_each; ++i)
    fmt::format_to(out,
                   "<afspraak id='g{0}-a{1}' naam='Afspraak {1} van {0}' soort='dvo' partijen='{2} {3}' "
                   "processen='g{0}-p{4} g{0}-p{5}' status='{6}'/>\n",
                   m, i, party(m, 0), partner(m, i), i * 5 % processes_each, i * 6 % processes_each,
                   worth[i % std::size(worth)]);
}

/// For each domain an archetype and a cooperation model, now and later, and for some a route and a model of the
/// organisation.
void choices(Out out, std::size_t m) {
  constexpr const char* archetypes[] = {"SD1", "SD2", "SD3", "SD4", "SD5"};
  constexpr const char* cooperation[] = {"C1", "C2", "C3", "C4", "C5"};
  const auto choice = [&](std::size_t domain, const char* dimension, const char* state, const char* value) {
    fmt::format_to(out, "<keuze bereik='g{}-d{}' dimensie='{}' toestand='{}' waarde='{}'/>\n", m, domain, dimension,
                   state, value);
  };
  for (std::size_t i = 0; i < domains_each; ++i) {
    choice(i, "archetype", "ist", archetypes[(m + i) % std::size(archetypes)]);
    choice(i, "archetype", "soll", archetypes[(m + 2 * i + 1) % std::size(archetypes)]);
    choice(i, "samenwerkingsmodel", "ist", cooperation[(m + i) % std::size(cooperation)]);
    choice(i, "samenwerkingsmodel", "soll", cooperation[(m + i + 1) % std::size(cooperation)]);
    if (i % 4 == 0) choice(i, "route", "soll", i % 8 == 0 ? "RT1" : "RT0");
    if (i % 3 == 0) choice(i, "organisatiemodel", "soll", "O3K");
  }
}

void projects(Out out, std::size_t m) {
  for (std::size_t i = 0; i < projects_each; ++i) {
    fmt::format_to(out, "<project id='g{0}-project{1}' titel='Project {1} van {0}'", m, i);
    if (i > 0) fmt::format_to(out, " na='g{}-project{}'", m, i - 1);
    fmt::format_to(out, "><verschil soort='uitvoerder' element='g{0}-p{1}'/></project>\n", m, i * 6);
  }
}

template <class Part>
void list(Out out, const char* name, std::size_t municipalities, Part part) {
  fmt::format_to(out, "<{}>\n", name);
  for (std::size_t m = 0; m < municipalities; ++m) part(out, m);
  fmt::format_to(out, "</{}>\n", name);
}

}  // namespace

std::string country_map(std::size_t municipalities) {
  std::string text =
      "<kaart xmlns='urn:keuzekaart:kaart:1' naam='Land' versie='1' datum='2026-11-01' soll-datum='2028-01-01'>\n";
  const Out out(text);
  list(out, "partijen", municipalities, parties);
  list(out, "domeinen", municipalities, [](Out o, std::size_t m) {
    for (std::size_t i = 0; i < domains_each; ++i)
      fmt::format_to(o,
                     "<domein id='g{0}-d{1}' naam='Domein {1} van {0}'>"
                     "<productgroep id='g{0}-d{1}-a' naam='Groep a van {1} van {0}'/>"
                     "<productgroep id='g{0}-d{1}-b' naam='Groep b van {1} van {0}'/></domein>\n",
                     m, i);
  });
  list(out, "applicaties", municipalities, [](Out o, std::size_t m) {
    for (std::size_t i = 0; i < applications_each; ++i)
      fmt::format_to(o, "<applicatie id='g{0}-app{1}' naam='Applicatie {1} van {0}'/>\n", m, i);
  });
  list(out, "processen", municipalities, processes);
  list(out, "producten", municipalities, products);
  list(out, "ketens", municipalities, chains);
  list(out, "overdrachten", municipalities, [&](Out o, std::size_t m) { handovers(o, m, municipalities); });
  list(out, "afspraken", municipalities, agreements);
  list(out, "keuzes", municipalities, choices);
  list(out, "projecten", municipalities, projects);
  return text + "</kaart>\n";
}

}  // namespace keuzekaart::bench
