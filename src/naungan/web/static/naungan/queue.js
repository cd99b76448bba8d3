// What is written where the line may be lost: kept in this browser before it is sent.
// Each entry carries a key of its own, so that sending twice writes once. Whatever was
// sent, or refused for good, is gone here.
const OLDEST = 7 * 24 * 60 * 60 * 1000;

export function newKey() {
  if (crypto.randomUUID) return crypto.randomUUID();
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  const hex = [...bytes].map((one) => one.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}

export const token = () => document.querySelector("[name=csrfmiddlewaretoken]").value;

export class Queue {
  #busy = false;

  // `address` is where entries go that name none.
  constructor(name, address = "") {
    this.name = name;
    this.address = address;
    // Whoever leaves takes along what was not sent.
    document.querySelector("form.leave")?.addEventListener("submit", () => localStorage.removeItem(name));
  }

  read() {
    try {
      const kept = JSON.parse(localStorage.getItem(this.name)) || [];
      return kept.filter((one) => Date.now() - one.at < OLDEST);
    } catch {
      return [];
    }
  }

  // An entry has `fields` with its client_key, and may name its own address.
  add(one) {
    return this.#write([...this.read(), { at: Date.now(), ...one }]);
  }

  #write(queue) {
    try {
      if (queue.length) localStorage.setItem(this.name, JSON.stringify(queue));
      else localStorage.removeItem(this.name);
      return true;
    } catch {
      return false;
    }
  }

  // Sends the oldest first, until the line is gone; gives how many left the queue.
  async flush({ changed, saved = () => {}, refused, signedOut }) {
    if (this.#busy) return 0;
    this.#busy = true;
    let sent = 0;
    try {
      for (const one of this.read()) {
        const answer = await post(one.address || this.address, one.fields);
        if (answer.isOut) signedOut();
        if (!answer.isFinal) break;
        sent += 1;
        this.#write(this.read().filter((other) => other.fields.client_key !== one.fields.client_key));
        (answer.isSaved ? saved : refused)(one, answer.told);
        changed();
      }
    } finally {
      this.#busy = false;
      changed();
    }
    return sent;
  }
}

async function post(address, fields) {
  const body = new URLSearchParams(fields);
  body.set("csrfmiddlewaretoken", token());
  let answer;
  try {
    answer = await fetch(address, {
      method: "POST",
      headers: { Accept: "application/json" },
      credentials: "same-origin",
      body,
    });
  } catch {
    return {};
  }
  const isJson = (answer.headers.get("Content-Type") || "").startsWith("application/json");
  if (!isJson) return { isOut: answer.redirected || answer.status === 403 };
  const isFinal = answer.ok || answer.status === 422;
  return { isFinal, isSaved: answer.ok, told: isFinal ? await answer.json() : null };
}
