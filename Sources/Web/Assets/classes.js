// The dialog with the settings of one user class, which count from the next test on.
import { $, make, postJSON } from "./api.js";

let edited = "";
let isListening = false;

export function editClass(settings) {
  edited = settings.name;
  $("class-title").textContent = `Settings of ${settings.name}`;
  $("class-host").value = settings.host ?? "";
  $("class-weight").value = settings.weight;
  $("class-fixed").value = settings.fixed_count;
  $("class-tasks").hidden = !settings.all_tasks.length;
  $("class-task-list").replaceChildren(...settings.all_tasks.map((name) => make("label", { className: "check" },
    make("input", { type: "checkbox", value: name, checked: settings.tasks.includes(name) }), ` ${name}`)));
  $("class-error").textContent = "";
  listen();
  $("class-dialog").showModal();
}

function listen() {
  if (isListening) return;
  isListening = true;
  $("class-cancel").addEventListener("click", () => $("class-dialog").close());
  $("class-form").addEventListener("submit", async (event) => {
    event.preventDefault();
    const boxes = [...$("class-task-list").querySelectorAll("input")];
    const tasks = boxes.filter((box) => box.checked).map((box) => box.value);
    if (boxes.length && !tasks.length) {
      $("class-error").textContent = "A user needs a task";
      return;
    }
    const settings = {
      user_class_name: edited, weight: Number($("class-weight").value), fixed_count: Number($("class-fixed").value),
      host: $("class-host").value || null,
    };
    if (boxes.length) settings.tasks = tasks;
    const answer = await postJSON("/user", settings);
    if (answer.success === false) {
      $("class-error").textContent = answer.message;
      return;
    }
    $("class-dialog").close();
    document.dispatchEvent(new Event("classes-changed"));
  });
}
