// What somebody typed outlives the end of their session: kept in this tab alone, given
// back to the same person after they signed in again. Never passwords, files, searches
// or anything that looks like a NIK; gone on signing out and when the tab closes.
const PLACE = "naungan-draft";
const MOST_PAGES = 10;
const TYPES = ["textarea", "text", "number", "date", "select-one"];
const SECRET = /nik|sandi|password|code|token|otp/i;
const person = document.body.dataset.person;
const here = location.pathname;

function read() {
  try {
    return JSON.parse(sessionStorage.getItem(PLACE)) || { pages: {} };
  } catch {
    return { pages: {} };
  }
}

function write(kept) {
  try {
    sessionStorage.setItem(PLACE, JSON.stringify(kept));
  } catch { /* full or forbidden: then nothing is kept */ }
}

const asGiven = (field) => (field.type === "select-one"
  ? ([...field.options].find((one) => one.defaultSelected) || field.options[0])?.value ?? ""
  : field.defaultValue);

function isKept(field) {
  return Boolean(field.name) && TYPES.includes(field.type) && field.form?.method === "post"
    && !SECRET.test(field.name) && field.form.role !== "search"
    && !/\d{16}/.test(field.value.replace(/[\s.-]/g, ""));
}

const nameOf = (field) => `${field.form.getAttribute("action") || ""} ${field.name}`;

function keep(field) {
  if (!TYPES.includes(field.type) || !field.form) return;
  const kept = read();
  const page = kept.pages[here] ||= { fields: {} };
  if (isKept(field) && field.value !== asGiven(field)) {
    page.fields[nameOf(field)] = { now: field.value, given: asGiven(field) };
  } else {
    delete page.fields[nameOf(field)];
  }
  if (!Object.keys(page.fields).length) delete kept.pages[here];
  const pages = Object.entries(kept.pages).slice(-MOST_PAGES);
  write({ person, pages: Object.fromEntries(pages) });
}

function giveBack(page) {
  let given = 0;
  for (const form of document.forms) {
    for (const field of form.elements) {
      const old = field.name && page.fields[nameOf(field)];
      // Where the office itself shows something else by now, that stands.
      if (!old || !isKept(field) || asGiven(field) !== old.given || field.value === old.now) continue;
      field.value = old.now;
      given += 1;
    }
  }
  return given;
}

function say() {
  const words = document.getElementById("draft-words");
  const place = document.querySelector("main .held");
  if (words && place) place.prepend(words.content.cloneNode(true));
}

function arrive() {
  let kept = read();
  const isCut = !person || document.querySelector("[data-expired]");
  if (isCut) {
    for (const page of Object.values(kept.pages)) page.lost = true;
    write(kept);
    return;
  }
  if (kept.person !== person) kept = { person, pages: {} };
  for (const [path, page] of Object.entries(kept.pages)) {
    if (page.sent && !page.lost) delete kept.pages[path];
  }
  const page = kept.pages[here];
  if (page?.lost) {
    delete page.lost;
    delete page.sent;
    if (giveBack(page)) say();
  }
  write(kept);
}

function leave(event) {
  const form = event.target;
  if (form.matches("form.leave")) {
    sessionStorage.removeItem(PLACE);
    return;
  }
  if (!person || form.method !== "post") return;
  for (const field of form.elements) keep(field);
  const kept = read();
  if (kept.pages[here]) {
    kept.pages[here].sent = true;
    write(kept);
  }
}

arrive();
document.addEventListener("submit", leave);
if (person) {
  for (const event of ["input", "change"]) {
    document.addEventListener(event, (told) => keep(told.target));
  }
}
