// Small conveniences; every page works without them.
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}

// What is sent into nothing would be lost with the page: without a line the office is
// asked first, for an office on this very machine answers all the same.
const lost = document.getElementById("lost");
const asked = new WeakSet();

async function answers() {
  try {
    return (await fetch(lost.dataset.ask, { cache: "no-store" })).ok;
  } catch {
    return false;
  }
}

async function tell() {
  lost.hidden = navigator.onLine || await answers();
  return lost.hidden;
}

if (lost) {
  window.addEventListener("online", tell);
  window.addEventListener("offline", tell);
  window.addEventListener("submit", async (event) => {
    const form = event.target;
    if (event.defaultPrevented || navigator.onLine || asked.delete(form)) return;
    event.preventDefault();
    if (await tell()) {
      asked.add(form);
      form.requestSubmit(event.submitter);
    }
  });
}
