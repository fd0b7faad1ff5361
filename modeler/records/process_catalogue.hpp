#pragma once
#include <vector>

#include "modeler/records/product_list.hpp"
#include "modeler/source/place.hpp"

namespace keuzekaart {

/// A step of a catalogue process. In zaaktype catalogues a step is a reached state (statustype); its activity, where
/// filled, says what is done to reach it.
struct CatalogueStep {
  Text id;        ///< may be empty; its place is where the step stands
  Text number;    ///< volgnummer as read
  int order = 0;  ///< volgnummer as a number, by which the importer sorts the steps
  Text name;
  Text activity;
  Text lead_time;  ///< as shown: "5 Werkdag"
  Text visibility;
};

/// A role in a catalogue process (roltype). Its party is known only where `involved` is filled.
struct CatalogueRole {
  Text id;
  Text name;      ///< Initiator, Behandelaar, Beslisser, Adviseur, Klantcontacter, Belanghebbende, ...
  Text involved;  ///< betrokkenen, free text
};

/// A register that a process uses.
struct CatalogueRegister {
  Text id;
  Text name;
  Text holder;           ///< bronhouder
  bool changed = false;  ///< the process changes it (muteert)
};

/// A result that a catalogue process can have (resultaattype), with how long its papers are kept.
struct CatalogueResult {
  Text name;
  Text nomination;  ///< archiefnominatie: "vernietigen" or "blijvend_bewaren"
  Text term;        ///< archiefactietermijn in words
  Text selection;   ///< id of the result in the Selectielijst
};

struct CatalogueProcess {
  Text id;  ///< process code in the catalogue, stable ("B0023"); never empty, and one process has it (or its versions)
  Text uuid;  ///< of this version of it in its own system; what other systems refer to
  Text name;  ///< short name (kernomschrijving) where there is one, else the long name
  Text long_name;
  Text description;
  Text trigger;     ///< aanleiding
  Text owner;       ///< proceseigenaar: a department or team
  Text partners;    ///< ketenpartners, free text as read
  Text gemma_name;  ///< the GEMMA process as the catalogue names it, often abbreviated
  Text gemma_link;  ///< address of the GEMMA process, or its Object ID alone: the last part of an address is one
  Text iv3;         ///< Iv3 task field as read: "1.2 Openbare orde en Veiligheid"; empty when it names no field
  Text task_field;  ///< taakveld as the catalogue calls it
  Text category;    ///< "Trigger Extern (TE)"
  Text lead_time;   ///< wettelijke afdoeningstermijn with its unit: "8 Week"
  Text confidentiality;
  Text valid_from;  ///< actueel-van, ISO 8601
  Text valid_to;
  bool active = true;
  bool draft = false;  ///< concept: not published yet
  Text process_type;   ///< id of the process type in the Selectielijst
  std::vector<LegalGround> grounds;
  std::vector<CatalogueStep> steps;
  std::vector<CatalogueRole> roles;
  std::vector<CatalogueRegister> registers;
  std::vector<CatalogueResult> results;  ///< resultaattypen
  std::vector<Text> related;             ///< ids of related processes (procesrelatie), also outside this file
  std::vector<Text> parts;               ///< ids of its sub-processes (deelzaaktypen)
  std::vector<Text> products;            ///< products it delivers: UPL URI, address or id
};

/// A process catalogue as read from one source, in the file's order.
struct ProcessCatalogue {
  Text application;    ///< what the source is called when shown: the program that wrote it, or the catalogue's own name
  Text specification;  ///< its version ("ICR1.5.13")
  Text date;
  bool case_types = false;  ///< of case types (zaaktypen): one `id` may have several versions, of which one is valid
  std::vector<CatalogueProcess> processes;
};

}  // namespace keuzekaart
