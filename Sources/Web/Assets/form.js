// The form that starts a test or changes the one that runs.
import { $, make, post } from "./api.js";
import { editClass } from "./classes.js";

// A field of the spec's own arguments.
function customField(argument) {
  const label = make("label", {}, argument.name);
  if (argument.help) label.append(make("small", { textContent: ` ${argument.help}` }));
  let field;
  if (argument.choices.length) {
    field = make("select", {}, ...argument.choices.map((choice) => new Option(choice, choice, false, choice === argument.value)));
  } else if (argument.value === "true" || argument.value === "false") {
    field = make("select", {}, ...["true", "false"].map((choice) => new Option(choice, choice, false, choice === argument.value)));
  } else {
    field = make("input", { type: argument.is_secret ? "password" : "text", value: argument.value, autocomplete: "off" });
  }
  Object.assign(field, { name: argument.name, required: argument.is_required });
  label.append(field);
  return label;
}

let isListening = false;

// A load shape decides how many users there are, and for how long.
function followShape() {
  const shape = $("shape_class").value;
  const leads = Boolean(shape) && shape !== "Default";
  $("shape-note").hidden = !leads;
  $("shape-note").textContent = leads ? `The load shape ${shape} decides how many users there are.` : "";
  for (const id of ["user_count", "spawn_rate", "run_time"]) $(id).disabled = leads;
}

// The user classes to choose from; what was chosen stays so.
export function showClasses(setup) {
  $("classes").hidden = !setup.user_classes.length || !setup.shows_class_picker && setup.user_classes.length < 2;
  const unchecked = new Set([...$("classes-list").querySelectorAll("input:not(:checked)")].map((box) => box.value));
  $("classes-list").replaceChildren(...setup.user_classes.map((name) => {
    const gear = make("button", { type: "button", className: "quiet small", textContent: "⚙", ariaLabel: `Settings of ${name}` });
    gear.addEventListener("click", () => editClass(setup.class_settings.find((settings) => settings.name === name)));
    return make("div", { className: "user-class" }, make("label", { className: "check" },
      make("input", { type: "checkbox", name: "user_classes", value: name, checked: !unchecked.has(name) }), ` ${name}`), gear);
  }));
}

export function setUpForm(setup, known) {
  $("user_count").value = setup.users ?? 1;
  $("spawn_rate").value = setup.spawn_rate ?? 1;
  $("run_time").value = setup.run_time ?? "";

  $("shape").hidden = !setup.shape_classes.length;
  $("shape_class").disabled = !setup.shape_classes.length;
  $("shape_class").replaceChildren(...["Default", ...setup.shape_classes].map((name) =>
    new Option(name === "Default" ? "none" : name, name, false, name === (setup.shape ?? "Default"))));
  followShape();

  $("tags").hidden = !setup.tags.length;
  $("tags-known").textContent = setup.tags.join(" ");
  $("tag-list").replaceChildren(...setup.tags.map((tag) => new Option(tag)));
  for (const id of ["form-tags", "form-exclude-tags"]) $(id).disabled = !setup.tags.length;

  showClasses(setup);

  $("custom").hidden = !setup.custom_arguments.length;
  $("custom-list").replaceChildren(...setup.custom_arguments.map(customField));
  if (isListening) return;
  isListening = true;

  const form = $("start-form"), dialog = $("start");
  $("edit").addEventListener("click", () => {
    const runs = known.state === "running" || known.state === "spawning";
    $("start-title").textContent = runs ? "Edit the running test" : "Start a load test";
    $("start-submit").textContent = runs ? "Update" : "Start";
    for (const node of form.querySelectorAll(".new-only")) node.classList.toggle("gone", runs);
    $("start-error").textContent = "";
    if (runs) {
      $("user_count").value = known.target;
    } else if (!$("form-host").value) $("form-host").value = known.host ?? "";
    dialog.showModal();
  });
  $("shape_class").addEventListener("change", followShape);
  $("start-cancel").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const fields = new FormData(form);
    const all = form.querySelectorAll("[name=user_classes]");
    // All of them is what nothing says.
    if (fields.getAll("user_classes").length === all.length) fields.delete("user_classes");
    const answer = await post("/swarm", [...fields]);
    const result = answer.ok ? await answer.json() : { success: false, message: await answer.text() };
    if (result.success) {
      dialog.close();
      // The test that has begun may be led by another shape.
      document.dispatchEvent(new Event("started"));
    }
    else $("start-error").textContent = result.message;
  });
}
