// People written where there is no signal: kept in this browser for the list and the
// person at work, sent again when the line is back.
import { Queue, newKey } from "./queue.js";

const place = document.getElementById("waiting");
const sent = document.getElementById("sent");
const form = document.querySelector("form[data-queue]");
const person = document.body.dataset.person;
const EVERY = 20_000;
const queue = place && person
  ? new Queue(`${place.dataset.store}-${person}`, place.dataset.address)
  : null;

function show() {
  const waiting = queue.read();
  place.hidden = !waiting.length;
  place.querySelector("[data-count]").textContent = String(waiting.length);
  const names = place.querySelector("[data-names]");
  names.replaceChildren(...waiting.map((one) => {
    const line = document.createElement("li");
    line.textContent = one.fields.name;
    return line;
  }));
}

function tell(words) {
  const line = document.createElement("li");
  line.textContent = words;
  sent.querySelector("[data-told]").prepend(line);
  sent.hidden = false;
}

const flush = () => queue.flush({
  changed: show,
  saved: (one, told) => {
    const found = told.found.length ? `: ${told.found.join("; ")}` : "";
    tell(`${one.fields.name} ${sent.dataset.wordSent}, ${told.state}${found}`);
  },
  refused: (one, told) => tell(`${one.fields.name} ${sent.dataset.wordRefused}: ${told.errors.join("; ")}`),
  signedOut: () => tell(sent.dataset.wordSignedOut),
});

// Every line goes through the queue: a phone often takes a dead line for a living one.
function take(event) {
  const name = form.elements.name.value.trim();
  if (!name) return; // the office says what is missing
  const fields = Object.fromEntries(new FormData(form));
  delete fields.csrfmiddlewaretoken;
  if (!queue.add({ fields })) return;
  event.preventDefault();
  form.reset();
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
  if (form) form.addEventListener("submit", take);
}
