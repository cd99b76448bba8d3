// Sending files: what was chosen, how far it came, and a way to stop. Without this
// script the form is sent as any other.
const form = document.querySelector("form[data-upload]");
const UNITS = ["B", "KB", "MB", "GB"];

function written(bytes) {
  let amount = bytes, unit = 0;
  while (amount >= 1024 && unit < UNITS.length - 1) { amount /= 1024; unit += 1; }
  const digits = amount < 10 && unit > 0 ? 1 : 0;
  const language = document.documentElement.lang || "id";
  return `${amount.toLocaleString(language, { maximumFractionDigits: digits })} ${UNITS[unit]}`;
}

function listed(input, list) {
  list.replaceChildren(...[...input.files].map((file) => {
    const line = document.createElement("li");
    line.textContent = `${file.name} · ${written(file.size)}`;
    return line;
  }));
  list.hidden = !input.files.length;
}

function shown(html) {
  // The answer is a whole page of ours: take its main part and its title.
  const page = new DOMParser().parseFromString(html, "text/html");
  document.title = page.title;
  document.querySelector("main").replaceWith(page.querySelector("main"));
  start(document.querySelector("form[data-upload]"));
  document.querySelector(".summary")?.focus();
}

function send(asked, event) {
  event.preventDefault();
  const box = asked.querySelector("[data-sending]");
  const bar = box.querySelector("progress");
  const said = box.querySelector("[data-said]");
  const button = asked.querySelector("button.primary");
  const request = new XMLHttpRequest();
  request.open("POST", asked.getAttribute("action") || location.pathname);
  request.setRequestHeader("X-Requested-With", "XMLHttpRequest");
  const end = (words) => {
    button.disabled = false;
    bar.hidden = true;
    said.textContent = words;
  };
  let told = -1;
  request.upload.addEventListener("progress", (step) => {
    if (!step.lengthComputable) return;
    bar.max = step.total;
    bar.value = step.loaded;
    const part = Math.floor((step.loaded / step.total) * 100);
    const done = part === 100;
    if (done || part >= told + 5) {
      told = part;
      said.textContent = done ? box.dataset.reading : `${part} % · ${written(step.total)}`;
    }
  });
  request.addEventListener("load", () => {
    if (request.responseURL && new URL(request.responseURL).pathname !== location.pathname) {
      location.assign(request.responseURL); // signed out meanwhile: the door, then back here
    } else if (request.getResponseHeader("Content-Type")?.startsWith("application/json")) {
      location.assign(JSON.parse(request.responseText).to);
    } else if (request.status === 413 || request.status >= 500) {
      end(box.dataset.failed);
    } else {
      shown(request.responseText);
    }
  });
  request.addEventListener("error", () => end(box.dataset.lost));
  request.addEventListener("abort", () => end(box.dataset.stopped));
  box.querySelector("button").onclick = () => request.abort();
  box.hidden = bar.hidden = false;
  button.disabled = true;
  said.textContent = "0 %";
  request.send(new FormData(asked));
}

function start(asked) {
  if (!asked) return;
  const input = asked.querySelector("input[data-drop]");
  const list = asked.querySelector("[data-chosen]");
  input.closest(".field").append(list); // what was chosen stands below the choosing
  input.addEventListener("change", () => listed(input, list));
  for (const kind of ["dragenter", "dragover"]) {
    input.addEventListener(kind, () => input.classList.add("over"));
  }
  for (const kind of ["dragleave", "drop", "dragend"]) {
    input.addEventListener(kind, () => input.classList.remove("over"));
  }
  asked.addEventListener("submit", (event) => send(asked, event));
}

start(form);
