// The secretary's table: what is written goes through a queue, so that a lost line loses
// nothing. Nothing that looks like a NIK is kept in it.
import { Queue, newKey, token } from "./queue.js";

const wall = document.querySelector("[data-wall]");
const desk = document.querySelector(".desk[data-store]");
const line = document.getElementById("line");
const told = document.getElementById("told");
const readLine = document.getElementById("read");
const person = document.body.dataset.person;
const EVERY = 15_000;
const PAUSE = 500;
const NIK = /\d{16}/;
const OF_KIND = {
  commitment: ["owner", "owner_name", "due_on", "indicator", "event_kind", "target", "recommendation"],
  recommendation: ["owner", "owner_name", "theme"],
  figure: ["value", "unit", "part", "whole", "attendance"],
  statement: ["attendance", "group", "theme", "stance", "about", "agenda_item"],
  obstacle: ["obstacle_kind"],
};
let asking = 0;

const queue = desk && person ? new Queue(`${desk.dataset.store}-${person}`) : null;

function show() {
  const waiting = queue.read();
  line.hidden = !waiting.length;
  line.textContent = `${waiting.length} ${line.dataset.wordWaiting}`;
  const place = document.querySelector("[data-waiting]");
  place?.replaceChildren(...waiting.map((one) => {
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

// The words of a refused note go back where they were written, unless others stand there;
// where the office asks about another field, so does all else, and that field is next.
function giveBack(fields, asked) {
  const text = document.getElementById("id_text");
  if (!fields.kind || text.value.trim()) return;
  choose(fields.kind);
  text.value = fields.text;
  const next = document.querySelector(`#more [data-field="${asked}"] :is(input, select)`);
  if (!next) {
    text.select(); // whoever writes on writes another note
    return;
  }
  for (const name of OF_KIND[fields.kind]) {
    const field = document.querySelector(`#more [data-field="${name}"] :is(input, select)`);
    if (field && name in fields) field.value = fields[name];
  }
  document.getElementById("more").open = true;
  next.focus();
}

async function flush() {
  const sent = await queue.flush({
    changed: show,
    refused: (one, told) => {
      tell(`${one.words}: ${line.dataset.wordRefused}. ${told.errors.join(" ")}`);
      giveBack(one.fields, told.asks);
    },
    signedOut: () => tell(line.dataset.wordSignedOut),
  });
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
  offer(page);
  const fresh = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
  if (fresh) {
    for (const one of document.querySelectorAll("[name=csrfmiddlewaretoken]")) one.value = fresh;
  }
  show();
}

// Who came and what was recommended since may be chosen; what is chosen stays.
function offer(page) {
  for (const fresh of page.querySelectorAll("[data-choices] select")) {
    const place = document.getElementById(fresh.id);
    if (!place || place === document.activeElement) continue;
    const chosen = place.value;
    place.replaceChildren(...[...fresh.options].map((one) => document.adoptNode(one)));
    place.value = chosen;
  }
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
  if (!queue.add({ address: form.action, words, fields })) return;
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

if (queue) {
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
    if (queue.read().length) flush(); else refresh();
  }, EVERY);
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

function fill() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen();
}

// Esc leaves the full screen first, as the browser has it, and the page after that.
function onWall(event) {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key === "Escape" && !document.fullscreenElement) document.querySelector("[data-leave]").click();
  if (event.key.toLowerCase() === "f" && document.fullscreenEnabled) fill();
}

if (wall) {
  const button = document.querySelector("[data-fill]");
  button.hidden = !document.fullscreenEnabled;
  button.addEventListener("click", fill);
  document.addEventListener("keydown", onWall);
  setInterval(() => { if (!document.hidden) redraw(); }, EVERY);
}
