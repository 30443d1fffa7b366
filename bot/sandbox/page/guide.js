// "Try this": the shortest way through a whole introduction, in three steps that tick themselves off.
import { el } from "./dom.js";
import { keyOfGroup } from "./phone.js";

const ASK = "/need a bookkeeper for a 5-person bakery";
const HELP = /I can help/;
const OUTCOME = /Hired/;
const MEMORY = "kringle-guide";

export class Guide {
  constructor(section, page) {
    Object.assign(this, { section, page, progress: null });
  }

  update(snapshot) {
    const group = snapshot.groups.find(({ bot }) => bot) ?? snapshot.groups[0];
    if (!group?.members.length) return;
    this.snapshot = snapshot;
    this.group = group;
    this.progress ??= this.remembered() ?? { since: lastIds(snapshot.chats), helper: null, done: 0 };
    this.advance();
    sessionStorage.setItem(MEMORY, JSON.stringify({ ...this.progress, now: snapshot.now }));
    this.section.hidden = Boolean(this.progress.hidden);
    this.draw();
  }

  /** Who asks: whoever the server suggests, else Anna, else the group's first member. */
  get asker() {
    const members = this.snapshot.people.filter(({ id }) => this.group.members.includes(id));
    const suggested = this.snapshot.guide?.person;
    return members.find(({ id }) => id === suggested) ?? members.find(({ first_name: name }) => name === "Anna") ?? members[0];
  }

  get ask() { return this.snapshot.guide?.ask ?? ASK; }

  remembered() {
    try {
      const kept = JSON.parse(sessionStorage.getItem(MEMORY));
      return kept && kept.now <= this.snapshot.now ? kept : null; // An earlier clock means another, newer sandbox.
    } catch { return null; }
  }

  /** People whose private chat got a message with such a button since the guide began. */
  reached(button) {
    return this.snapshot.people.filter(({ id }) => (this.snapshot.chats[id] ?? []).some((message) =>
      message.id > (this.progress.since[id] ?? 0) && message.buttons?.flat().some(({ text }) => button.test(text))));
  }

  advance() {
    const { progress, group, snapshot } = this;
    const fresh = (snapshot.chats[group.id] ?? []).filter(({ id }) => id > (progress.since[group.id] ?? 0));
    if (progress.done === 0 && fresh.some(({ from, text }) => !from.bot && /^\/need\b/.test(text))) progress.done = 1;
    if (progress.done === 2 && this.reached(OUTCOME).length) progress.done = 3;
  }

  /** The page tells of every button that was pressed in private. */
  tapped(person, label) {
    if (this.progress?.done !== 1 || !HELP.test(label)) return;
    Object.assign(this.progress, { done: 2, helper: person });
    this.page.show(String(this.asker.id), { look: false });
  }

  showOffer(key) {
    this.page.show(key);
    this.page.phones.get(key).enter();
  }

  hide() {
    this.progress.hidden = true;
    this.update(this.snapshot);
  }

  draw() {
    const { done } = this.progress;
    const buzzed = done === 1 ? this.reached(HELP) : [];
    const helper = this.snapshot.people.find(({ id }) => id === this.progress.helper);
    const asker = this.asker.first_name;
    const shape = JSON.stringify([done, asker, buzzed.map(({ id }) => id), helper?.id, this.ask]);
    if (this.shape === shape) return;
    this.shape = shape;
    const go = (text, onclick) => el("button", { type: "button", class: "main", text, onclick });
    const steps = [
      [[`As ${asker}, in the group, send: `, el("q", { text: this.ask })],
        [go("Put it in the box", () => this.page.draft(this.group.id, this.asker.id, this.ask))]],
      [[buzzed.length ? `${names(buzzed)} got a private question. Press “I can help”.` : "Look at the phone that buzzes and press “I can help”."],
        buzzed.slice(0, 2).map(({ id, first_name: name }) => go(`Show ${name}’s phone`, () => this.showOffer(String(id))))],
      [[helper ? `${asker} and ${helper.first_name} are introduced: look at both phones. Then let five days pass.`
        : "See both introduced. Then let five days pass, and Kringle asks how it went."],
        [go("Five days on", () => this.page.move({ advance: 5 * 86400 }))]],
    ];
    const held = this.section.contains(document.activeElement);
    this.section.replaceChildren(...[
      el("h2", { text: done === 3 ? "All done" : "Try this" }),
      el("ol", {}, ...steps.map(([words, buttons], at) => el("li", {
        class: at < done ? "done" : at === done ? "now" : "later", "aria-current": at === done ? "step" : null, "data-step": at + 1,
      }, el("p", {}, at < done ? el("span", { class: "unseen", text: "Done: " }) : null, ...words), ...(at === done ? buttons : [])))),
      done === 3 ? el("p", { class: "next", text: "That was a whole introduction. Kringle now asks both how it went: answer on their phones. Then add someone new and let them join, or type / on any phone." }) : null,
      el("button", { type: "button", class: "tool", "aria-label": "Hide this guide", title: "Hide", text: "×", onclick: () => this.hide() }),
    ].filter(Boolean));
    if (held) this.section.querySelector("button")?.focus();
  }
}

const lastIds = (chats) => Object.fromEntries(Object.entries(chats).map(([chat, messages]) => [chat, Math.max(0, ...messages.map(({ id }) => id))]));
const names = (people) => people.map(({ first_name: name }) => name).join(" and ");
