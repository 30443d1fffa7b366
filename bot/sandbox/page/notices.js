// What the page says outside the phones: short toasts, alerts that want an OK, and words for screen readers.
import { el } from "./dom.js";

/** A short line that goes away by itself, on the phone it is about when `place` is given; errors stay a little longer. */
export function toast(text, { kind = "note", place = document.body } = {}) {
  let pile = place.querySelector(":scope > .toasts");
  if (!pile) place.append((pile = el("div", { class: "toasts" })));
  const node = el("p", { class: `toast ${kind}`, role: kind === "error" ? "alert" : null, dir: "auto", text });
  pile.append(node);
  if (kind !== "error") announce(text);
  setTimeout(() => node.remove(), kind === "error" ? 8000 : 4500);
}

/** A callback answer with `show_alert`: it waits for its OK. */
export function alertBox(text) {
  const box = el("dialog", { class: "box", onclose: () => box.remove(), "aria-label": "Kringle says" },
    el("form", { method: "dialog" }, el("p", { text, dir: "auto" }), el("button", { class: "main", text: "OK", autofocus: true })));
  document.body.append(box);
  box.showModal();
}

/** Said politely by screen readers; never seen. */
export function announce(text) {
  const log = document.querySelector(".announcer");
  log.append(el("p", { text }));
  while (log.children.length > 12) log.firstElementChild.remove();
}
