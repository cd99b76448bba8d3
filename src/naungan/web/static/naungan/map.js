// A map and its table show one selection; the map is one stop of the Tab key.
const map = document.querySelector("[data-map]");
const said = document.querySelector("[data-map-said]");
const areas = [...document.querySelectorAll("[data-map] a[data-code]")];
const linked = [...document.querySelectorAll("[data-code]")];
// The chosen border is drawn again on top: moving the area itself would lose the focus.
const lines = map ? ["halo", "line"].map((name) => {
  const line = document.createElementNS("http://www.w3.org/2000/svg", "path");
  line.setAttribute("class", `picked-${name}`);
  map.append(line);
  return line;
}) : [];
const select = (code) => {
  for (const one of linked) one.classList.toggle("picked", one.dataset.code === code);
  const area = areas.find((one) => one.dataset.code === code);
  const border = area?.querySelector("path").getAttribute("d") ?? "";
  for (const line of lines) line.setAttribute("d", border);
  if (said && area) said.textContent = area.getAttribute("aria-label");
};
for (const one of linked) {
  one.addEventListener("pointerenter", () => select(one.dataset.code));
  one.addEventListener("focusin", () => select(one.dataset.code));
}
areas.forEach((area, at) => { area.tabIndex = at ? -1 : 0; });
map?.addEventListener("keydown", (press) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[press.key];
  const at = areas.indexOf(press.target.closest("a"));
  if (!step || at < 0) return;
  press.preventDefault();
  const next = areas[(at + step + areas.length) % areas.length];
  areas.forEach((one) => { one.tabIndex = one === next ? 0 : -1; });
  next.focus();
});
