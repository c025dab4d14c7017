// The form that starts a test or changes the one that runs.
export function setUpForm(setup, known, post) {
  const $ = (id) => document.getElementById(id);
  const form = $("start-form"), dialog = $("start");
  $("user_count").value = setup.users ?? 1;
  $("spawn_rate").value = setup.spawn_rate ?? 1;
  $("run_time").value = setup.run_time ?? "";

  if (setup.shows_class_picker && setup.user_classes.length) {
    $("classes").hidden = false;
    for (const name of setup.user_classes) {
      const label = document.createElement("label");
      const box = Object.assign(document.createElement("input"),
        { type: "checkbox", name: "user_classes", value: name, checked: true });
      label.append(box, ` ${name}`);
      $("classes").append(label);
    }
  }
  if (setup.shows_class_picker && setup.shape_classes.length) {
    $("shape_class").hidden = $("shape-label").hidden = false;
    for (const name of ["Default", ...setup.shape_classes]) $("shape_class").append(new Option(name, name));
  }
  for (const argument of setup.custom_arguments) {
    $("custom").hidden = false;
    const label = document.createElement("label");
    label.textContent = argument.help ? `${argument.name} (${argument.help})` : argument.name;
    let field;
    if (argument.choices.length) {
      field = document.createElement("select");
      for (const choice of argument.choices) field.append(new Option(choice, choice, false, choice === argument.value));
    } else {
      field = document.createElement("input");
      field.type = argument.is_secret ? "password" : "text";
      field.value = argument.value;
    }
    Object.assign(field, { name: argument.name, required: argument.is_required });
    label.append(field);
    $("custom").append(label);
  }

  $("edit").addEventListener("click", () => {
    const runs = known.state === "running" || known.state === "spawning";
    $("start-title").textContent = runs ? "Edit the running test" : "Start a load test";
    $("start-submit").textContent = runs ? "Update" : "Start";
    form.classList.toggle("editing", runs);
    for (const node of form.querySelectorAll(".new-only")) node.classList.toggle("gone", runs);
    $("start-error").textContent = "";
    if (!runs && !$("form-host").value) $("form-host").value = known.host ?? "";
    dialog.showModal();
  });
  $("start-cancel").addEventListener("click", () => dialog.close());
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const answer = await post("/swarm", [...new FormData(form)]);
    const result = answer.ok ? await answer.json() : { success: false, message: await answer.text() };
    if (result.success) dialog.close();
    else $("start-error").textContent = result.message;
  });
}
