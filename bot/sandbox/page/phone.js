// One phone: a person's private chat with the bot, or a group as one of its people sees it.
import { avatar, bringIntoView, el, keyed, say } from "./dom.js";
import { Composer } from "./composer.js";
import { dayText, zoneOf } from "./clock.js";
import { fill, flash, stopAt, walkable } from "./message.js";

export const keyOfGroup = (id) => `group:${id}`;

export class Phone {
  /** `page` is what the phone may ask of the page: act, open, show, hide, viewerOf, setViewer. */
  constructor(page, key) {
    this.page = page;
    this.key = key;
    this.group = key.startsWith("group:");
    this.chat = key.replace("group:", "");
    this.composer = new Composer(this);
    this.title = el("h2", { dir: "auto" });
    this.subtitle = el("p", { class: "subtitle" });
    this.face = el("span", { class: "face" });
    this.log = el("ol", { class: "log" });
    this.hint = el("div", { class: "hint" });
    this.newest = el("button", { type: "button", class: "newest", text: "Newest ↓", hidden: true, onclick: () => this.toEnd() });
    this.talk = el("div", { class: "talk" }, this.hint, this.log, this.newest);
    this.gate = el("div", { class: "gate", hidden: true });
    this.items = el("div", { class: "items" });
    this.more = el("summary", { text: "⋯" });
    this.menu = el("details", { class: "menu", ontoggle: () => this.fillMenu(), onkeydown: (event) => {
      if (event.key === "Escape") { this.menu.open = false; this.more.focus(); }
    }, onfocusout: (event) => { if (event.relatedTarget && !this.menu.contains(event.relatedTarget)) this.menu.open = false; } },
    this.more, this.items);
    this.bar = el("div", { class: "bar" }, this.group ? this.pickers() : null);
    this.node = el("section", { class: `phone ${this.group ? "of-group" : "of-person"}`, "data-phone": key },
      el("header", {}, this.face, el("div", { class: "who" }, this.title, this.subtitle), this.menu),
      this.talk,
      el("footer", {}, this.group ? this.bar : null, this.gate, this.composer.node));
    walkable(this.log);
    this.atEnd = true;
    this.log.addEventListener("scroll", () => this.scrolled(), { passive: true });
    new ResizeObserver(() => { if (this.atEnd) this.toEnd(); }).observe(this.log);
  }

  pickers() {
    const label = (text, select) => el("label", {}, el("span", { text }), select);
    this.picker = el("select", { "aria-label": "Who is typing in the group", onchange: () => this.page.setViewer(this.chat, Number(this.picker.value)) });
    this.topics = el("select", { "aria-label": "Topic" });
    this.topicLabel = label("in", this.topics);
    return el("div", { class: "pickers" }, label("You are", this.picker), this.topicLabel);
  }

  update(snapshot) {
    this.snapshot = snapshot;
    this.zone = zoneOf(snapshot);
    this.place = this.group ? snapshot.groups.find(({ id }) => String(id) === this.chat) : null;
    this.viewer = this.group ? this.page.viewerOf(this.chat) : Number(this.chat);
    this.person = snapshot.people.find(({ id }) => id === this.viewer);
    this.commands = snapshot.commands?.[this.group ? "group" : "private"] ?? [];
    const name = this.group ? this.place.title : this.person.name;
    if (this.node.dataset.name !== name) {
      this.node.dataset.name = name;
      this.node.setAttribute("aria-label", this.group ? `Group ${name}` : `${name}’s phone`);
      this.more.setAttribute("aria-label", `More on ${this.group ? name : `${this.person.first_name}’s phone`}`);
      say(this.title, name);
      this.face.replaceChildren(avatar(name, Number(this.chat)));
    }
    say(this.subtitle, this.group ? this.groupLine() : `private, with ${snapshot.bot.name}`);
    this.composer.update(this.person?.first_name ?? "nobody");
    if (this.group) this.fillPickers();
    this.fillGate();
    this.fillLog(snapshot.chats[this.chat] ?? []);
  }

  groupLine() {
    const { members, bot } = this.place;
    return `group · ${members.length} people${bot ? "" : ` · without ${this.snapshot.bot.name}`}`;
  }

  fillPickers() {
    const option = ({ id, name, first_name: first }) => el("option", { value: id, text: `${first}${this.isMember(id) ? "" : " (not a member)"}`, title: name });
    const options = this.snapshot.people.map(option);
    const same = (select) => select.textContent === options.map((node) => node.textContent).join("");
    if (!same(this.picker)) this.picker.replaceChildren(...options);
    this.picker.value = String(this.viewer);
    const topics = this.place.forum ? this.place.topics : [];
    this.topicLabel.hidden = !topics.length;
    keyed(this.topics, topics.length ? [{ id: "", name: "General" }, ...topics] : [], ({ id }) => id, ({ id, name }) => el("option", { value: id, text: name }));
  }

  isMember(id) { return this.place.members.includes(id); }

  /** What stands in for the typing box while this person cannot type here. */
  fillGate() {
    const { first_name: name, started, blocked } = this.person ?? {};
    const bot = this.snapshot.bot.name;
    const [words, label, act] =
      this.group && !this.person ? ["Nobody is here."]
      : this.group && !this.isMember(this.viewer) ? [`${name} is not in this group.`, `Join as ${name}`, { do: "join" }]
      : !this.group && blocked ? [`${name} has blocked ${bot}.`, "Unblock", { do: "unblock" }]
      : !this.group && !started ? [`${name} and ${bot} have not talked yet.`, "Start", { do: "say", text: "/start" }] : [];
    if (this.gate.dataset.words !== (words ?? "")) {
      this.gate.dataset.words = words ?? "";
      this.gate.replaceChildren(...(words ? [el("p", { text: words, dir: "auto" })] : []),
        ...(label ? [el("button", { type: "button", class: "main", text: label, onclick: () => this.act(act) })] : []));
    }
    this.gate.hidden = !words;
    this.composer.node.hidden = Boolean(words);
  }

  fillLog(messages) {
    const rows = [];
    let day = null;
    for (const message of messages) {
      const its = dayText(message.date, this.zone);
      if (its !== day) rows.push({ day: (day = its), key: `day before ${message.id}` });
      rows.push({ message, key: message.id });
    }
    keyed(this.log, rows, ({ key }) => key,
      ({ message, day: text }) => (message ? el("li", { class: "message", "data-message": message.id, tabindex: "-1" }) : el("li", { class: "day", text })),
      (node, { message }) => { if (message) fill(node, message, this); });
    if (!this.log.contains(document.activeElement)) stopAt(this.log, this.log.querySelector(".message:last-child"));
    this.hint.hidden = messages.length > 0;
    if (!messages.length) this.fillHint();
    if (this.atEnd) this.toEnd();
  }

  fillHint() {
    const [first] = this.snapshot.groups.filter(({ members }) => members.includes(this.viewer));
    if (this.group || !first) return this.hint.replaceChildren(el("p", { text: "Nothing has been said here yet." }));
    return this.hint.replaceChildren(
      el("p", { text: `To join as ${this.person.first_name}, go to the group as ${this.person.first_name} and press “Join this circle”.` }),
      el("button", { type: "button", class: "quiet", text: `Be ${this.person.first_name} in the group`, onclick: () => {
        this.page.setViewer(String(first.id), this.viewer);
        this.page.show(keyOfGroup(first.id));
      } }));
  }

  fillMenu() {
    if (!this.menu.open) return;
    const { first_name: name, blocked } = this.person ?? { first_name: "nobody" };
    const item = (text, work) => el("button", { type: "button", text, onclick: () => { this.menu.open = false; this.more.focus(); work(); } });
    const act = (text, body) => item(text, () => this.act(body));
    this.items.replaceChildren(
      act(`Send a sticker as ${name}`, { do: "sticker" }),
      this.group
        ? this.isMember(this.viewer) ? act(`Leave the group as ${name}`, { do: "leave" }) : act(`Join the group as ${name}`, { do: "join" })
        : blocked ? act("Unblock the bot", { do: "unblock" }) : act("Block the bot", { do: "block" }),
      item("Put this phone away", () => this.page.hide(this.key)));
  }

  /** Whoever reads older messages is left there; whoever is at the end stays at the end. */
  scrolled() {
    const { scrollTop: top, scrollHeight, clientHeight } = this.log;
    const near = scrollHeight - top - clientHeight < 40;
    this.atEnd = near || (this.atEnd && top >= this.top); // A layout that grew under us is not somebody scrolling up.
    this.top = top;
    this.newest.hidden = this.atEnd;
  }

  toEnd() {
    this.atEnd = true;
    this.log.scrollTop = this.log.scrollHeight;
  }

  /** Moves the keyboard to the newest message, so that Tab goes on to its buttons. */
  enter() { this.log.querySelector(".message:last-child")?.focus({ preventScroll: true }); }

  jump(id) {
    const node = this.log.querySelector(`[data-message="${id}"]`);
    if (!node) return;
    bringIntoView(node);
    node.focus({ preventScroll: true });
    flash(node);
  }

  topicName(id) { return this.place?.topics?.find((topic) => topic.id === id)?.name; }

  /** Does something as this phone's person, in this phone's chat; true when the server took it. */
  act(body) {
    return this.page.act({ person: this.viewer, chat: this.group ? Number(this.chat) : null, ...body }, this.talk);
  }

  send(text, about) {
    const topic = about ? about.topic : this.topics?.value ? Number(this.topics.value) : null;
    this.toEnd();
    return this.act({ do: "say", text, reply_to: about?.id ?? null, topic: topic ?? null });
  }

  async tap(message, button) {
    const taken = await this.act({ do: "tap", message: message.id, data: button.data });
    if (taken && !this.group) this.page.tapped(this.viewer, button.text);
  }

  open(url) { return this.page.open(this.viewer, url); }
}
