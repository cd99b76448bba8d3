// People written where there is no signal: kept in this browser for the list and the
// person at work, sent again when the line is back. Each carries a key of its own, so
// that sending twice writes once. Whatever was sent, or refused for good, is gone here.
const place = document.getElementById("waiting");
const sent = document.getElementById("sent");
const form = document.querySelector("form[data-queue]");
const person = document.body.dataset.person;
const EVERY = 20_000;
const OLDEST = 7 * 24 * 60 * 60 * 1000;
let busy = false;

const storeName = () => `${place.dataset.store}-${person}`;

function read() {
  try {
    const kept = JSON.parse(localStorage.getItem(storeName())) || [];
    return kept.filter((one) => Date.now() - one.at < OLDEST);
  } catch {
    return [];
  }
}

function write(queue) {
  try {
    if (queue.length) localStorage.setItem(storeName(), JSON.stringify(queue));
    else localStorage.removeItem(storeName());
    return true;
  } catch {
    return false;
  }
}

function show() {
  const queue = read();
  place.hidden = !queue.length;
  place.querySelector("[data-count]").textContent = String(queue.length);
  const names = place.querySelector("[data-names]");
  names.replaceChildren(...queue.map((one) => {
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

// "done" leaves the queue, "later" stays and is tried again.
async function send(one) {
  const body = new URLSearchParams(one.fields);
  body.set("csrfmiddlewaretoken", document.querySelector("[name=csrfmiddlewaretoken]").value);
  let answer;
  try {
    answer = await fetch(place.dataset.address, {
      method: "POST",
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      body,
    });
  } catch {
    return "later";
  }
  const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
  if (!isJson) {
    if (answer.redirected || answer.status === 403) tell(sent.dataset.wordSignedOut);
    return "later";
  }
  const told = await answer.json();
  if (answer.ok) {
    const found = told.found.length ? `: ${told.found.join("; ")}` : "";
    tell(`${one.fields.name} ${sent.dataset.wordSent}, ${told.state}${found}`);
    return "done";
  }
  if (answer.status === 422) {
    tell(`${one.fields.name} ${sent.dataset.wordRefused}: ${told.errors.join("; ")}`);
    return "done";
  }
  return "later";
}

async function flush() {
  if (busy) return;
  busy = true;
  try {
    for (const one of read()) {
      if (await send(one) !== "done") break;
      write(read().filter((other) => other.fields.client_key !== one.fields.client_key));
      show();
    }
  } finally {
    busy = false;
    show();
  }
}

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

// Every line goes through the queue: a phone often takes a dead line for a living one.
function take(event) {
  const name = form.elements.name.value.trim();
  if (!name) return; // the office says what is missing
  const fields = Object.fromEntries(new FormData(form));
  delete fields.csrfmiddlewaretoken;
  if (!write([...read(), { at: Date.now(), fields }])) return;
  event.preventDefault();
  form.reset();
  form.elements.client_key.value = newKey();
  form.elements.nik.focus();
  show();
  flush();
}

if (place && person) {
  show();
  flush();
  window.addEventListener("online", flush);
  setInterval(() => { if (read().length) flush(); }, EVERY);
  place.querySelector("[data-send]").addEventListener("click", flush);
  if (form) form.addEventListener("submit", take);
  document.querySelector("form.leave")?.addEventListener("submit", () => localStorage.removeItem(storeName()));
}
