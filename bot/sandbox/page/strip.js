// The row of everybody: which phones are on the page, who has unread messages, and the way to add a person.
import { avatar, busy, el, keyed, say } from "./dom.js";

/** Fills the strip; returns `update(snapshot, entries)`, an entry being {key, id, name, shown, here, unread}. */
export function strip(nav, page) {
  const list = el("ul");
  nav.append(list, el("button", { type: "button", class: "quiet add", text: "Add someone", onclick: () => addSomeone(page) }));
  return (entries) => keyed(list, entries, ({ key }) => key, (entry) => chip(entry, page), draw);
}

function chip({ key, id, name }, page) {
  return el("li", {}, el("button", { type: "button", class: "chip", "data-show": key, onclick: () => page.toggle(key) },
    avatar(name, id), el("span", { class: "name", dir: "auto" }), el("span", { class: "badge" })));
}

function draw(item, { name, shown, here, unread, first }) {
  const [button] = item.children;
  const [, label, badge] = button.children;
  say(label, first);
  button.title = name;
  button.setAttribute("aria-pressed", String(shown));
  if (here && !button.classList.contains("here")) reveal(item);
  button.classList.toggle("here", here);
  badge.hidden = !unread;
  say(badge, unread ? String(unread) : "");
  if (unread) button.setAttribute("aria-label", `${first}, ${unread} unread`);
  else button.removeAttribute("aria-label");
}

/** On a narrow screen the strip follows the phone that was swiped to. */
function reveal(item) {
  const nav = item.closest(".strip");
  if (nav) nav.scrollLeft = item.offsetLeft - (nav.clientWidth - item.offsetWidth) / 2;
}

/** A small form for a new person; they start as a member of the group who has not met the bot. */
function addSomeone(page) {
  const { groups } = page.snapshot;
  const name = el("input", { name: "first_name", required: true, maxlength: 64, autocomplete: "off", "aria-label": "First name", placeholder: "First name" });
  const where = el("select", { "aria-label": "Joins" }, ...groups.map(({ id, title }) => el("option", { value: id, text: title })));
  const add = el("button", { class: "main", text: "Add" });
  const box = el("dialog", { class: "box", "aria-label": "Add someone", onclose: () => box.remove() },
    el("form", { onsubmit: (event) => {
      event.preventDefault();
      busy(add, async () => { if (await page.addPerson(name.value.trim(), Number(where.value))) box.close(); });
    } },
    el("h2", { text: "Add someone" }), el("p", { text: "They become a member of the group and have not met Kringle yet." }),
    name, groups.length > 1 ? where : null,
    el("div", { class: "row" }, el("button", { type: "button", class: "quiet", text: "Cancel", onclick: () => box.close() }), add)));
  document.body.append(box);
  box.showModal();
}
