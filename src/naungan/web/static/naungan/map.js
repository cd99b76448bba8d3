// A map and its table show one selection; the map is one stop of the Tab key.
const said = document.querySelector("[data-map-said]");
const areas = [...document.querySelectorAll("[data-map] a[data-code]")];
const linked = [...document.querySelectorAll("[data-code]")];
const select = (code) => {
  for (const one of linked) one.classList.toggle("picked", one.dataset.code === code);
  const area = areas.find((one) => one.dataset.code === code);
  if (area) area.parentNode.append(area);
  if (said && area) said.textContent = area.getAttribute("aria-label");
};
for (const one of linked) {
  one.addEventListener("pointerenter", () => select(one.dataset.code));
  one.addEventListener("focusin", () => select(one.dataset.code));
}
areas.forEach((area, at) => { area.tabIndex = at ? -1 : 0; });
const order = [...areas];
document.querySelector("[data-map]")?.addEventListener("keydown", (press) => {
  const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[press.key];
  const at = order.indexOf(press.target.closest("a"));
  if (!step || at < 0) return;
  press.preventDefault();
  const next = order[(at + step + order.length) % order.length];
  order.forEach((one) => { one.tabIndex = one === next ? 0 : -1; });
  next.focus();
});
