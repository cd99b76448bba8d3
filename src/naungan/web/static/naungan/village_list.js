// People written where there is no signal: kept in this browser for the list and the
// person at work, sent again when the line is back.
import { Queue, newKey, token } from "./queue.js";

const place = document.getElementById("waiting");
const sent = document.getElementById("sent");
const form = document.querySelector("form[data-queue]");
const person = document.body.dataset.person;
const EVERY = 20_000;
const SLOW = 15_000; // an office that takes longer may not have been reached
let lost = false; // the last try left somebody behind
const TYPED = ["nik", "name", "birth_date", "second_job"]; // what the checks read
const queue = place && person
  ? new Queue(`${place.dataset.store}-${person}`, place.dataset.address)
  : null;

function show() {
  const waiting = queue.read();
  const late = waiting.some((one) => Date.now() - one.at >= SLOW);
  place.hidden = !waiting.length || (navigator.onLine && !lost && !late);
  if (waiting.length && place.hidden) setTimeout(show, SLOW);
  place.querySelector("[data-count]").textContent = String(waiting.length);
  const names = place.querySelector("[data-names]");
  names.replaceChildren(...waiting.map((one) => {
    const line = document.createElement("li");
    line.textContent = one.fields.name;
    return line;
  }));
}

function tell(words, address = "") {
  const line = document.createElement("li");
  line.textContent = words;
  if (address) {
    const way = document.createElement("a");
    way.href = address;
    way.textContent = sent.dataset.wordMend;
    line.append(" ", way);
  }
  sent.querySelector("[data-told]").prepend(line);
  sent.hidden = false;
}

const flush = () => sendAll().then(() => { lost = queue.read().length > 0; show(); });
const sendAll = () => queue.flush({
  changed: show,
  saved: (one, told) => {
    const found = told.found.length ? `: ${told.found.join("; ")}` : "";
    tell(`${one.fields.name} ${sent.dataset.wordSent}, ${told.state}${found}`, told.address);
  },
  refused: (one, told) => tell(`${one.fields.name} ${sent.dataset.wordRefused}: ${told.errors.join("; ")}`),
  signedOut: () => tell(sent.dataset.wordSignedOut),
});

// What the checks would say is asked while one types, and nothing is written; without
// a line nothing is said.
async function check() {
  const fields = new FormData(form);
  const box = document.getElementById("tried");
  if (!fields.get("nik").trim()) { box.hidden = true; return; }
  fields.set("periksa", "1");
  fields.set("csrfmiddlewaretoken", token());
  const asked = fields.get("nik") + fields.get("birth_date");
  let answer;
  try {
    answer = await fetch(form.action, { method: "POST", headers: { Accept: "application/json" }, body: new URLSearchParams(fields) });
  } catch {
    return;
  }
  const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
  const now = new FormData(form);
  if (!answer.ok || !isJson || now.get("nik") + now.get("birth_date") !== asked) return;
  const told = await answer.json();
  const said = [...told.found, ...told.mends];
  box.querySelector("ul").replaceChildren(...(said.length ? said : [box.dataset.wordClear]).map((words, at) => {
    const line = document.createElement("li");
    line.append(at < told.found.length ? Object.assign(document.createElement("strong"), { textContent: words }) : words);
    return line;
  }));
  box.hidden = false;
}

// Every line goes through the queue: a phone often takes a dead line for a living one.
function take(event) {
  if (event.submitter?.name === "periksa") { event.preventDefault(); check(); return; }
  const name = form.elements.name.value.trim();
  if (!name) return; // the office says what is missing
  const fields = Object.fromEntries(new FormData(form));
  delete fields.csrfmiddlewaretoken;
  if (!queue.add({ fields })) return;
  event.preventDefault();
  form.reset();
  document.getElementById("tried").hidden = true;
  form.elements.client_key.value = newKey();
  form.elements.nik.focus();
  show();
  flush();
}

if (queue) {
  show();
  flush();
  window.addEventListener("online", flush);
  setInterval(() => { if (queue.read().length) flush(); }, EVERY);
  place.querySelector("[data-send]").addEventListener("click", flush);
  if (form) form.elements.nik.closest(".field").after(document.getElementById("tried")); // where one looks
  if (form) form.addEventListener("submit", take);
  if (form) form.addEventListener("change", (event) => { if (TYPED.includes(event.target.name)) check(); });
}
