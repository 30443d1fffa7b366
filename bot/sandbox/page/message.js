// One message in one phone: the bubble, what it replies to, its buttons, and the small controls beside it.
import { bringIntoView, busy, el } from "./dom.js";
import { timeText } from "./clock.js";

const OUR_LINK = /^(https?:\/\/)?(t\.me|telegram\.me)\/|^tg:\/\//i;
const COMMAND = /(?<![\w/<])\/[a-z][a-z_]{1,31}(?![\w/])/g;

/** Fills `node` for `message`; does nothing when neither the message nor whose phone it is has changed. */
export function fill(node, message, phone) {
  const mine = message.from.id === phone.viewer;
  const content = JSON.stringify(message);
  if (node.content === content && node.mine === mine) return;
  const changed = node.content !== undefined && node.content !== content;
  const held = node.contains(document.activeElement) ? document.activeElement.textContent : null;
  Object.assign(node, { content, mine });
  node.replaceChildren(...(message.service ? [service(message)] : [stack(message, mine, phone)]));
  node.className = message.service ? "message service" : `message ${mine ? "mine" : "theirs"}`;
  if (changed) flash(node);
  if (held !== null) ([...node.querySelectorAll("button")].find((button) => button.textContent === held) ?? node).focus();
}

/** Lights a message up for a moment. */
export function flash(node) {
  node.classList.remove("flash");
  void node.offsetWidth; // Restarts the animation.
  node.classList.add("flash");
}

const service = (message) => el("p", { class: "notice", text: message.service, dir: "auto" });

function stack(message, mine, phone) {
  const { from, reply_to: reply, photo, document: file } = message;
  const text = el("div", { class: "text", dir: "auto" });
  text.innerHTML = message.html; // The server made it safe; it is the only field that is markup.
  for (const block of text.querySelectorAll("blockquote, pre")) { // The line break after a block is the block's own.
    const { nextSibling: next } = block;
    if (next?.nodeType === Node.TEXT_NODE) next.data = next.data.replace(/^\n/, "");
  }
  for (const link of text.querySelectorAll("a")) follow(link, phone);
  if (from.bot) tappableCommands(text, phone);
  const bubble = el("div", { class: "bubble" },
    !mine && phone.group ? el("p", { class: `from tone-${Math.abs(from.id) % 8}`, text: from.name, dir: "auto" }) : null,
    message.topic != null && phone.topicName(message.topic) ? el("p", { class: "topic", text: phone.topicName(message.topic) }) : null,
    reply ? el("button", { class: "quote", type: "button", onclick: () => phone.jump(reply.id) },
      el("b", { text: reply.name, dir: "auto" }), el("span", { text: reply.text || "message", dir: "auto" })) : null,
    photo ? el("img", { class: "photo", src: photo, alt: message.text || "Picture", loading: "lazy" }) : null,
    file ? el(file.url ? "a" : "p", { class: "file", href: file.url, download: file.url && file.name, text: file.name }) : null,
    text,
    el("p", { class: "meta" }, message.edited ? el("span", { text: "edited " }) : null,
      el("time", { datetime: message.date, text: timeText(message.date, phone.zone) })));
  return el("div", { class: "stack" }, bubble, tools(message, mine, phone), message.buttons?.length ? keys(message, phone) : null);
}

function keys(message, phone) {
  const press = (button) => (event) => busy(event.currentTarget, () =>
    button.url ? phone.open(button.url) : phone.tap(message, button));
  const key = (button) => button.url && !OUR_LINK.test(button.url)
    ? el("a", { class: "key link", href: button.url, target: "_blank", rel: "noopener noreferrer", text: button.text })
    : el("button", { class: button.url ? "key link" : "key", type: "button", text: button.text, onclick: press(button) });
  return el("div", { class: "keys", role: "group", "aria-label": "Buttons" },
    ...message.buttons.map((row) => el("div", { class: "row" }, ...row.map(key))));
}

function tools(message, mine, phone) {
  const tool = (label, sign, onclick) => el("button", { type: "button", class: "tool", "aria-label": label, title: label, tabindex: "-1", text: sign, onclick });
  return el("div", { class: "tools" },
    tool("Reply", "↩", () => phone.composer.reply(message)),
    mine ? tool("Edit", "✎", () => phone.composer.edit(message)) : null,
    mine ? tool("Delete", "×", () => phone.act({ do: "delete", message: message.id })) : null);
}

function follow(link, phone) {
  if (OUR_LINK.test(link.getAttribute("href") ?? "")) {
    link.addEventListener("click", (event) => { event.preventDefault(); phone.open(link.getAttribute("href")); });
  } else Object.assign(link, { target: "_blank", rel: "noopener noreferrer" });
}

/** As in Telegram, a command that the bot mentions is sent by touching it. */
function tappableCommands(root, phone) {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) if (!walker.currentNode.parentElement.closest("a, code, pre")) texts.push(walker.currentNode);
  for (const node of texts) {
    const commands = [...node.data.matchAll(COMMAND)];
    if (!commands.length) continue;
    const parts = [];
    let from = 0;
    for (const { 0: text, index } of commands) {
      parts.push(node.data.slice(from, index), el("button", { type: "button", class: "command", text, onclick: () => phone.send(text) }));
      from = index + text.length;
    }
    node.replaceWith(...parts, node.data.slice(from));
  }
}

/** Tab stops at one message of a list, the newest unless somebody has walked to another. */
export function stopAt(list, message) {
  for (const node of list.querySelectorAll('.message[tabindex="0"]')) node.tabIndex = -1;
  if (message) message.tabIndex = 0;
}

/** Arrow keys walk through the messages of a list; the controls of the message in focus can be tabbed to. */
export function walkable(list) {
  list.addEventListener("focusin", (event) => {
    const here = event.target.closest(".message");
    for (const tool of list.querySelectorAll(".tool")) tool.tabIndex = here?.contains(tool) ? 0 : -1;
    if (event.target === here) stopAt(list, here);
  });
  list.addEventListener("keydown", (event) => {
    if (!event.target.classList.contains("message")) return;
    const all = [...list.querySelectorAll(".message")];
    const at = all.indexOf(event.target);
    const to = { ArrowUp: all[at - 1], ArrowDown: all[at + 1], Home: all[0], End: all.at(-1) }[event.key];
    if (!to) return;
    event.preventDefault();
    to.focus();
    bringIntoView(to);
  });
}
