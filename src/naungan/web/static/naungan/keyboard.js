// Shortcuts of one letter, for whoever wants them; every page works without them.
//
// They act only outside fields and never on a letter held down; whoever switched them
// off does not get this file. A page gives an element a key of its own with
// `data-key`: a field is focused, all else is pressed.
const GO = {
  b: "/", c: "/cakupan", d: "/data-masuk", h: "/kasus", j: "/janji", k: "/kalkulator",
  l: "/skema", p: "/pemberi-kerja", r: "/rapat", s: "/surat-menyurat", t: "/tinjau",
  v: "/daftar-desa", w: "/pekerja",
};
const LIST = "/pintasan";
const PATIENCE = 1500; // milliseconds between `g` and its letter
const FIELDS = "input, textarea, select, [contenteditable], [role=textbox]";
const SEARCH = "#cari, input[type=search], .find-link";
const ROW_LINK = ".rows tbody th a[href]";

let awaiting = 0; // until when a letter after `g` counts
let leaving = false; // one press is one decision, also while the answer is on its way
let opener = null; // what had the focus before the list was opened

const seen = (one) => one?.checkVisibility() ?? false;
const first = (selector, within = document) =>
  [...within.querySelectorAll(selector)].find(seen);
const panel = () => document.querySelector("dialog.keys[open]");

function press(one) {
  if (!one) return false;
  if (one.matches(FIELDS)) {
    one.closest("details")?.setAttribute("open", "");
    one.focus();
  } else if (one.matches("summary")) {
    if (!one.parentElement.open) one.click();
    (one.parentElement.querySelector(FIELDS) ?? one).focus();
  } else {
    leaving = one.matches("a[href], button:not([type=button])");
    one.click();
  }
  return true;
}

function go(letter) {
  const address = GO[letter];
  // Only what the person's own navigation offers, shown or folded away.
  const offered = document.querySelector("[data-open]")?.dataset.open.split(" ") ?? [];
  if (address === undefined || !offered.includes(address)) return false;
  leaving = true;
  location.assign(address);
  return true;
}

function step(by) {
  const here = document.activeElement?.closest("tr")?.querySelector(ROW_LINK);
  if (!here) return false;
  const links = [...here.closest("table").querySelectorAll(ROW_LINK)].filter(seen);
  links[links.indexOf(here) + by]?.focus();
  return true;
}

function why() {
  const row = document.activeElement?.closest("tr, li");
  const within = row && (first("[data-why]", row) ?? first('a[href*="mengapa"]', row));
  return press(within ?? first('[data-key="m"]') ?? first("main [data-why]"));
}

function close() {
  const open = panel();
  if (!open) return false;
  open.close();
  opener?.focus();
  return true;
}

async function list() {
  if (close()) return;
  opener = document.activeElement;
  let answer;
  try {
    answer = await fetch(LIST, { headers: { Accept: "text/html" } });
  } catch {
    return; // without a connection the list stays away; nothing else hangs on it
  }
  if (!answer.ok) return;
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const body = page.querySelector("[data-keys-list]");
  if (!body) return;
  const style = page.querySelector('link[rel=stylesheet][href*="keyboard"]');
  if (style && !document.querySelector(`link[href="${style.getAttribute("href")}"]`)) {
    document.head.append(document.adoptNode(style));
  }
  show(body);
}

function show(body) {
  document.querySelector("dialog.keys")?.remove();
  const dialog = document.createElement("dialog");
  dialog.className = "keys";
  dialog.setAttribute("aria-labelledby", "h-keys");
  dialog.append(document.adoptNode(body));
  document.body.append(dialog);
  dialog.querySelector("[data-close]")?.addEventListener("click", close);
  dialog.show(); // beside the page, which can still be read
  dialog.querySelector("#h-keys")?.focus();
}

const ACTS = {
  "/": () => press(first(SEARCH)),
  "?": () => { list(); return true; },
  ArrowDown: () => step(1),
  ArrowUp: () => step(-1),
  Escape: close,
  m: why,
  g: () => { awaiting = performance.now() + PATIENCE; return true; },
};

function act(key) {
  if (awaiting > performance.now()) {
    awaiting = 0;
    return go(key.toLowerCase());
  }
  const own = key.length === 1 && /^[a-z0-9]$/i.test(key) && key.toLowerCase() !== "m";
  if (own && press(first(`[data-key="${key.toLowerCase()}"]`))) return true;
  return ACTS[key]?.() ?? false;
}

function onKey(event) {
  if (leaving || event.repeat && event.key.length === 1) return;
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  const inField = event.target.closest?.(FIELDS);
  if (inField && event.key !== "Escape") return;
  if (act(event.key)) event.preventDefault();
  else if (inField) event.target.blur(); // Esc leaves a field, so that keys act again
}

document.documentElement.dataset.keys = "on";
for (const one of document.querySelectorAll("[data-key]")) {
  one.setAttribute("aria-keyshortcuts", one.dataset.key);
}
document.addEventListener("keydown", onKey);
addEventListener("pageshow", () => { leaving = false; });
