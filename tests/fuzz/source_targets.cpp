// The catalogues and process diagrams of a municipality, and the lists that define their codes.
#include "importers/bpmn.hpp"
#include "importers/open_product.hpp"
#include "importers/samenwerkende_catalogi.hpp"
#include "importers/selection_list.hpp"
#include "importers/task_fields.hpp"
#include "importers/upl.hpp"
#include "importers/zgw.hpp"
#include "tests/fuzz/fuzz_run.hpp"
#include "tests/fuzz/fuzz_targets.hpp"

namespace keuzekaart::fuzz {

namespace {

Candidate candidate_of(std::string_view bytes) { return {"in", false, bytes.substr(0, 65536)}; }

void check(const Run& run, const ProductList& list) {
  run.check_messages();
  for (const CatalogueProduct& product : list.products) {
    promise(!product.key.empty() && !product.name.empty(), "a product has a key and a name");
    for (const Text& text :
         {product.key, product.name, product.code, product.description, product.upl_uri, product.provider, product.sdg})
      run.check(text);
    for (const UniformName& name : product.uniform_names)
      for (const Text& text : {name.uri, name.name}) run.check(text);
    for (const std::vector<Text>* texts : {&product.themes, &product.processes})
      for (const Text& text : *texts) run.check(text);
  }
}

void run_samenwerkende_catalogi(std::string_view bytes) {
  recognises_samenwerkende_catalogi(candidate_of(bytes));
  Run run;
  std::string text = decode_undeclared(std::string(bytes)).text;
  check(run, read_samenwerkende_catalogi_text("in.xml", std::move(text), run.sources, run.diagnostics));
}

void run_upl_json(std::string_view bytes) {
  recognises_upl_json(candidate_of(bytes));
  Run run;
  check(run, read_upl_json_bytes("in.json", std::string(bytes), run.sources, run.diagnostics));
}

void run_open_product(std::string_view bytes) {
  recognises_open_product(candidate_of(bytes));
  Run run;
  check(run, read_open_product_bytes("in.json", std::string(bytes), run.sources, run.diagnostics));
}

void run_zgw(std::string_view bytes) {
  recognises_zgw(candidate_of(bytes));
  Run run;
  const ProcessCatalogue catalogue = read_zgw_bytes("in.json", std::string(bytes), run.sources, run.diagnostics);
  run.check_messages();
  for (const CatalogueProcess& process : catalogue.processes) {
    promise(!process.id.empty() && !process.name.empty(), "a process has an id and a name");
    for (const Text& text : {process.id, process.name, process.uuid, process.owner, process.lead_time,
                             process.valid_from, process.gemma_link, process.process_type})
      run.check(text);
    for (const CatalogueStep& step : process.steps)
      for (const Text& text : {step.id, step.number, step.name, step.lead_time}) run.check(text);
    for (const CatalogueResult& result : process.results)
      for (const Text& text : {result.name, result.term, result.selection}) run.check(text);
    for (const std::vector<Text>* texts : {&process.related, &process.parts, &process.products})
      for (const Text& text : *texts) run.check(text);
  }
}

void run_task_fields(std::string_view bytes) {
  recognises_task_fields(candidate_of(bytes));
  Run run;
  const TaskFieldList list = read_task_fields_bytes("in.json", std::string(bytes), run.sources, run.diagnostics);
  run.check_messages();
  for (const TaskField& field : list.fields) {
    promise(!field.code.empty(), "a task field has a code");
    for (const Text& text : {field.code, field.name, field.parent}) run.check(text);
  }
}

void run_selection_list(std::string_view bytes) {
  recognises_selection_list(candidate_of(bytes));
  Run run;
  const SelectionList list = read_selection_list_bytes("in.json", std::string(bytes), run.sources, run.diagnostics);
  run.check_messages();
  for (const ProcessType& type : list.types)
    for (const Text& text : {type.id, type.number, type.name}) run.check(text);
  for (const SelectionResult& result : list.results)
    for (const Text& text : {result.id, result.number, result.term}) run.check(text);
}

void run_bpmn(std::string_view bytes) {
  recognises_bpmn(candidate_of(bytes));
  Run run;
  const ProcessFlows flows = read_bpmn_bytes("in.bpmn", std::string(bytes), run.sources, run.diagnostics);
  run.check_messages();
  const auto in = [](std::uint32_t number, const auto& list) { return number < list.size(); };
  const auto in_or_none = [&](std::uint32_t number, const auto& list) {
    return number == no_flow_part || in(number, list);
  };
  for (const FlowStep& step : flows.steps) {
    for (const Text& text : {step.id, step.name, step.description, step.called}) run.check(text);
    promise(in(step.process, flows.processes) && in_or_none(step.whole, flows.steps), "a step stands somewhere");
    for (const std::uint32_t lane : step.lanes) promise(in(lane, flows.lanes), "a lane that is there");
  }
  for (const FlowLane& lane : flows.lanes) {
    run.check(lane.name);
    promise(in(lane.process, flows.processes) && in_or_none(lane.around, flows.lanes), "a lane stands somewhere");
  }
  for (const FlowParticipant& p : flows.participants) promise(in_or_none(p.process, flows.processes), "its process");
  for (const FlowOrder& order : flows.orders)
    promise(in(order.from, flows.steps) && in(order.to, flows.steps) && !order.places.empty(), "order of two steps");
  for (const FlowMessage& message : flows.messages) {
    promise(!message.from.empty() && !message.to.empty(), "a message has two ends");
    promise(in(message.collaboration, flows.collaborations), "a message is of a collaboration");
  }
  for (const FlowStore& store : flows.stores)
    for (const FlowStore::Use& use : store.uses) promise(in(use.step, flows.steps), "a step uses the store");
}

constexpr Target all[] = {
    {"bpmn", run_bpmn},
    {"samenwerkende-catalogi", run_samenwerkende_catalogi},
    {"upl-json", run_upl_json},
    {"open-product", run_open_product},
    {"zgw", run_zgw},
    {"iv3", run_task_fields},
    {"selectielijst", run_selection_list},
};

}  // namespace

std::span<const Target> source_targets() { return all; }

}  // namespace keuzekaart::fuzz
