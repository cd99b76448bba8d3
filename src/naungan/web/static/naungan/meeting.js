// The secretary's table: notes are kept in this browser before they are sent, so that a
// lost line loses nothing. Each carries a key of its own: sending twice writes once.
// Nothing that looks like a NIK is kept here.
const wall = document.querySelector("[data-wall]");
const desk = document.querySelector(".desk[data-store]");
const line = document.getElementById("line");
const told = document.getElementById("told");
const readLine = document.getElementById("read");
const person = document.body.dataset.person;
const EVERY = 15_000;
const PAUSE = 500;
const OLDEST = 7 * 24 * 60 * 60 * 1000;
const NIK = /\d{16}/;
const OF_KIND = {
  commitment: ["owner", "owner_name", "due_on", "indicator", "target", "recommendation"],
  recommendation: ["owner", "owner_name", "theme"],
  figure: ["attendance", "value", "unit"],
  statement: ["attendance", "group", "theme", "stance", "about", "agenda_item"],
  obstacle: ["obstacle_kind"],
};
let busy = false;
let asking = 0;

const storeName = () => `${desk.dataset.store}-${person}`;
const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

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

function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

function show() {
  const queue = read();
  line.hidden = !queue.length;
  line.textContent = `${queue.length} ${line.dataset.wordWaiting}`;
  const place = document.querySelector("[data-waiting]");
  place?.replaceChildren(...queue.map((one) => {
    const row = document.createElement("li");
    row.textContent = one.words;
    return row;
  }).reverse());
}

function tell(words) {
  const row = document.createElement("li");
  row.textContent = words;
  told.querySelector("[data-told]").prepend(row);
  told.hidden = false;
}

async function send(one) {
  const body = new URLSearchParams(one.fields);
  body.set("csrfmiddlewaretoken", token());
  let answer;
  try {
    answer = await fetch(one.address, {
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
    if (answer.redirected || answer.status === 403) tell(line.dataset.wordSignedOut);
    return "later";
  }
  if (answer.ok) return "done";
  if (answer.status === 422) {
    const found = await answer.json();
    tell(`${one.words}: ${line.dataset.wordRefused}. ${found.errors.join(" ")}`);
    giveBack(one.fields);
    return "done";
  }
  return "later";
}

// The words of a refused note go back where they were written, unless others stand there.
function giveBack(fields) {
  const text = document.getElementById("id_text");
  if (!fields.kind || text.value.trim()) return;
  choose(fields.kind);
  text.value = fields.text;
  text.select(); // whoever writes on writes another note
}

async function flush() {
  if (busy) return;
  busy = true;
  let sent = 0;
  try {
    for (const one of read()) {
      if (await send(one) !== "done") break;
      sent += 1;
      write(read().filter((other) => other.fields.client_key !== one.fields.client_key));
      show();
    }
  } finally {
    busy = false;
    show();
  }
  if (sent) await refresh();
}

// What others wrote and who signed in meanwhile; the field one writes in is left alone.
async function refresh() {
  let answer;
  try {
    answer = await fetch(desk.dataset.written, { credentials: "same-origin" });
  } catch {
    return;
  }
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  for (const part of page.querySelectorAll("[data-part]")) {
    const place = document.getElementById(part.dataset.part);
    if (place && !place.contains(document.activeElement)) {
      place.replaceChildren(...[...part.childNodes].map((one) => document.adoptNode(one)));
    }
  }
  const fresh = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (fresh) {
    for (const one of document.querySelectorAll("[name=csrfmiddlewaretoken]")) one.value = fresh;
  }
  show();
}

function take(event) {
  const form = event.target;
  const words = form.elements[form.dataset.name].value.trim();
  if (!words || NIK.test(words.replace(/[\s.-]/g, ""))) return; // the office says what is wrong
  const fields = Object.fromEntries(new FormData(form));
  delete fields.csrfmiddlewaretoken;
  if (fields.kind === "obstacle" && !fields.obstacle_kind) {
    event.preventDefault();
    askMore("obstacle_kind");
    return;
  }
  fields.client_key ||= newKey();
  const queue = [...read(), { at: Date.now(), address: form.action, words, fields }];
  if (!write(queue)) return;
  event.preventDefault();
  const kind = fields.kind;
  form.reset();
  if (kind) choose(kind);
  form.elements.client_key.value = newKey();
  form.elements[form.dataset.name].focus();
  told.hidden = true;
  told.querySelector("[data-told]").replaceChildren();
  readLine.hidden = true;
  show();
  flush();
}

function askMore(name) {
  document.getElementById("more").open = true;
  document.querySelector(`#more [data-field="${name}"] select`).focus();
}

function choose(kind) {
  const one = document.querySelector(`.kinds input[value="${kind}"]`);
  if (!one) return;
  one.checked = true;
  for (const field of document.querySelectorAll("#more [data-field]")) {
    field.hidden = !OF_KIND[kind].includes(field.dataset.field);
  }
}

function onKey(event) {
  if (event.altKey && !event.ctrlKey && !event.metaKey) {
    const key = event.key.toLowerCase();
    const kind = document.querySelector(`.kinds input[data-alt="${key}"]`);
    if (kind) {
      event.preventDefault();
      choose(kind.value);
      document.getElementById("id_text").focus();
    } else if (key === "t") {
      event.preventDefault();
      const more = document.getElementById("more");
      more.open = !more.open;
      if (more.open) more.querySelector("[data-field]:not([hidden]) :is(input, select)")?.focus();
    }
  } else if (event.ctrlKey && event.key === "Enter" && event.target.form?.matches("[data-queue]")) {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
}

function hear() {
  clearTimeout(asking);
  asking = setTimeout(understand, PAUSE);
}

async function understand() {
  const text = document.getElementById("id_text").value.trim();
  if (text.length < 8 || NIK.test(text.replace(/[\s.-]/g, ""))) {
    readLine.hidden = true;
    return;
  }
  const body = new URLSearchParams({ text, csrfmiddlewaretoken: token() });
  let answer;
  try {
    answer = await fetch(desk.dataset.read, {
      method: "POST", headers: { Accept: "application/json" }, credentials: "same-origin", body,
    });
  } catch {
    return; // without a line it is read when the note arrives
  }
  if (!answer.ok || document.getElementById("id_text").value.trim() !== text) return;
  const found = (await answer.json()).told;
  readLine.replaceChildren(`${readLine.dataset.word}: `, ...(found.length
    ? found.map((word) => {
      const badge = document.createElement("span");
      badge.className = "badge-word";
      badge.textContent = word;
      return badge;
    })
    : [readLine.dataset.wordNone]));
  readLine.hidden = false;
}

if (desk && person) {
  for (const form of document.querySelectorAll("form[data-queue]")) {
    if (!form.elements.client_key.value) form.elements.client_key.value = newKey();
    form.addEventListener("submit", take);
  }
  for (const one of document.querySelectorAll(".kinds input")) {
    one.addEventListener("change", () => choose(one.value));
  }
  choose(document.querySelector(".kinds input:checked")?.value ?? "commitment");
  document.getElementById("id_text").addEventListener("input", hear);
  document.addEventListener("keydown", onKey);
  window.addEventListener("online", flush);
  setInterval(() => {
    if (document.hidden) return;
    if (read().length) flush(); else refresh();
  }, EVERY);
  document.querySelector("form.leave")?.addEventListener("submit", () => localStorage.removeItem(storeName()));
  show();
  flush();
}

// The screen of the room shows what was written since, without anybody at the keys.
async function redraw() {
  let answer;
  try {
    answer = await fetch(location.href, { credentials: "same-origin" });
  } catch {
    return;
  }
  if (!answer.ok || answer.redirected) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const fresh = page.querySelector("[data-wall]");
  if (fresh) wall.replaceChildren(...[...fresh.childNodes].map((one) => document.adoptNode(one)));
}

if (wall) setInterval(() => { if (!document.hidden) redraw(); }, EVERY);
