// Building nodes and keeping lists of nodes in step with data. It never reads the snapshot.

/** `el("button", {class: "x", text: "Hi", onclick: f}, child…)`; null and false attributes are left out. */
export function el(tag, props = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value == null || value === false) continue;
    if (name === "text") node.textContent = value;
    else if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...children.filter((child) => child != null));
  return node;
}

/** Makes `parent`'s children match `items`. Nodes that stay are the same nodes, so focus and scrolling survive. */
export function keyed(parent, items, keyOf, make, update = () => {}) {
  const wanted = new Set(items.map((item) => String(keyOf(item))));
  for (const node of [...parent.children]) if (!wanted.has(node.dataset.key)) node.remove();
  const kept = new Map([...parent.children].map((node) => [node.dataset.key, node]));
  let next = parent.firstElementChild;
  for (const item of items) {
    const key = String(keyOf(item));
    const node = kept.get(key) ?? make(item);
    node.dataset.key = key;
    if (node === next) next = next.nextElementSibling;
    else parent.insertBefore(node, next);
    update(node, item);
  }
}

/** Sets text only when it changed: assigning the same text would make screen readers say it again. */
export function say(node, text) {
  if (node.textContent !== text) node.textContent = text;
}

/** A round portrait: two initials on one of eight colours, always the same for the same id. */
export function avatar(name, id) {
  const letters = (name.match(/\p{L}+/gu) ?? ["?"]).slice(0, 2).map((word) => [...word][0].toUpperCase()).join("");
  return el("span", { class: `avatar tone-${Math.abs(id) % 8}`, "aria-hidden": "true", text: letters });
}

/** While `work` runs, `button` says that it is busy and cannot be pressed twice. */
export async function busy(button, work) {
  if (button.getAttribute("aria-busy") === "true") return;
  button.setAttribute("aria-busy", "true");
  try { await work(); } finally { button.removeAttribute("aria-busy"); }
}

/** Scrolls gently, or at once for people who asked for less motion. */
export function bringIntoView(node) {
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  node.scrollIntoView({ behavior, inline: "center", block: "nearest" });
}
