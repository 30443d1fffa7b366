// The page: several phones of one make-believe Telegram, side by side. Here its parts meet.
import { bringIntoView, keyed } from "./dom.js";
import { listen, post } from "./wire.js";
import { alertBox, announce, toast } from "./notices.js";
import { clock } from "./clock.js";
import { Guide } from "./guide.js";
import { Phone, keyOfGroup } from "./phone.js";
import { strip } from "./strip.js";

const MEMORY = "kringle-phones";
const find = (selector) => document.querySelector(selector);
const chatOf = (key) => key.replace("group:", "");

class Page {
  constructor() {
    this.phones = new Map(); // key → Phone, in the order in which they were taken out
    this.viewers = {}; // group id → who is typing there
    this.seen = {}; // chat id → the newest message that was on the screen
    this.heard = null; // chat id → the newest message that was announced
    this.here = new Set(); // keys of the phones that are on the screen now
    this.drawClock = clock(find(".clock"), (body) => this.move(body));
    this.drawStrip = strip(find(".strip"), this);
    this.guide = new Guide(find(".guide"), this);
    this.watcher = new IntersectionObserver((entries) => this.watched(entries), { threshold: 0.6 });
    document.addEventListener("visibilitychange", () => this.snapshot && this.draw());
  }

  take(snapshot) {
    this.snapshot = snapshot;
    if (!this.heard) this.begin();
    for (const key of this.phones.keys()) if (!this.exists(key)) this.replace(key);
    this.draw();
    this.hear();
  }

  /** Which phones are out at first: as this tab left them, else the group and the first three who talk with the bot. */
  begin() {
    find(".waiting")?.remove();
    const { people, groups, chats } = this.snapshot;
    const kept = JSON.parse(sessionStorage.getItem(MEMORY) ?? "{}");
    this.viewers = kept.viewers ?? {};
    const talking = people.filter(({ started }) => started);
    const usual = [...groups.slice(0, 1).map(({ id }) => keyOfGroup(id)), ...(talking.length ? talking : people).slice(0, 3).map(({ id }) => String(id))];
    const keys = (kept.phones ?? []).filter((key) => this.exists(key));
    for (const key of keys.length ? keys : usual) this.phones.set(key, new Phone(this, key));
    this.heard = {};
    for (const [chat, messages] of Object.entries(chats)) this.seen[chat] = this.heard[chat] = messages.at(-1)?.id ?? 0;
  }

  /** A phone whose chat is gone; a group that got a new id is followed to it. */
  replace(key) {
    const { group, node } = this.phones.get(key);
    this.phones.delete(key);
    this.here.delete(key);
    this.watcher.unobserve(node);
    const [next] = this.snapshot.groups.map(({ id }) => keyOfGroup(id)).filter((other) => !this.phones.has(other));
    if (group && next) this.phones.set(next, new Phone(this, next));
  }

  exists(key) {
    return key.startsWith("group:")
      ? this.snapshot.groups.some(({ id }) => keyOfGroup(id) === key)
      : this.snapshot.people.some(({ id }) => String(id) === key);
  }

  draw() {
    const { snapshot, phones } = this;
    this.drawClock(snapshot);
    for (const phone of phones.values()) phone.update(snapshot);
    for (const [place, group] of [[".groups", true], [".people", false]]) {
      const mine = [...phones.values()].filter((phone) => phone.group === group);
      keyed(find(place), mine, ({ key }) => key, ({ node }) => { this.watcher.observe(node); return node; });
    }
    this.drawUnread();
    this.guide.update(snapshot);
    sessionStorage.setItem(MEMORY, JSON.stringify({ phones: [...phones.keys()], viewers: this.viewers }));
  }

  drawUnread() {
    const { snapshot, phones, here } = this;
    if (!document.hidden) for (const key of here) this.seen[chatOf(key)] = snapshot.chats[chatOf(key)]?.at(-1)?.id ?? 0;
    const entry = (key, id, name, first) => ({
      key, id, name, first, shown: phones.has(key), here: here.has(key), unread: this.fresh(key, this.seen).length });
    const entries = [
      ...snapshot.groups.map(({ id, title }) => entry(keyOfGroup(id), id, title, title)),
      ...snapshot.people.map(({ id, name, first_name: first }) => entry(String(id), id, name, first))];
    this.drawStrip(entries);
    const unread = entries.reduce((sum, { unread: count }) => sum + count, 0);
    document.title = unread ? `(${unread}) Kringle sandbox` : "Kringle sandbox";
  }

  /** Messages of others, newer than `than` says for their chat. */
  fresh(key, than) {
    const viewer = key.startsWith("group:") ? this.viewerOf(chatOf(key)) : Number(key);
    return (this.snapshot.chats[chatOf(key)] ?? []).filter(({ id, from }) => id > (than[chatOf(key)] ?? 0) && from.id !== viewer);
  }

  /** Says what is new to screen readers, and lets the phone and its name buzz. */
  hear() {
    for (const { dataset: { show: key } } of document.querySelectorAll("[data-show]")) {
      const phone = this.phones.get(key);
      const fresh = this.fresh(key, this.heard);
      this.heard[chatOf(key)] = this.snapshot.chats[chatOf(key)]?.at(-1)?.id ?? 0;
      if (!fresh.length) continue;
      const where = find(`[data-show="${key}"]`);
      for (const { from, text, service } of fresh) announce(`${where.title}: ${service ?? `${from.name}: ${text}`}`);
      if (fresh.every(({ silent, service }) => silent || service)) continue;
      for (const node of [where, phone?.node]) {
        node?.classList.add("buzz");
        setTimeout(() => node?.classList.remove("buzz"), 1600);
      }
    }
  }

  watched(entries) {
    for (const { target, isIntersecting } of entries) this.here[isIntersecting && target.isConnected ? "add" : "delete"](target.dataset.phone);
    this.drawUnread();
  }

  viewerOf(group) {
    const { people, groups } = this.snapshot;
    const chosen = people.find(({ id }) => id === this.viewers[group]);
    const first = groups.find(({ id }) => String(id) === group)?.members[0];
    this.viewers[group] = chosen?.id ?? first ?? people[0]?.id;
    return this.viewers[group];
  }

  setViewer(group, person) {
    this.viewers[group] = person;
    this.draw();
  }

  /** Brings a phone out, and to the eye unless `look` is false. */
  show(key, { look = true } = {}) {
    if (!this.exists(key)) return;
    if (!this.phones.has(key)) this.phones.set(key, new Phone(this, key));
    this.draw();
    if (look) bringIntoView(this.phones.get(key).node);
  }

  hide(key) {
    this.phones.delete(key);
    this.here.delete(key);
    this.draw();
  }

  /** A name in the strip: brings its phone, or puts it away when it is in view and there is room for several. */
  toggle(key) {
    const several = matchMedia("(min-width: 720px)").matches;
    if (several && this.here.has(key) && this.phones.size > 1) this.hide(key);
    else this.show(key);
  }

  draft(group, person, text) {
    this.setViewer(String(group), person);
    this.show(keyOfGroup(group));
    this.phones.get(keyOfGroup(group)).composer.put(text);
  }

  /** Asks the server; a refusal becomes one sentence in a toast and the answer null. */
  async ask(path, body, place) {
    try {
      return await post(path, body);
    } catch (error) {
      toast(error.message, { kind: "error", place });
      return null;
    }
  }

  /** Does what a person does; what the bot answers to a button appears at `place`. True when the server took it. */
  async act(body, place) {
    const done = await this.ask("act", body, place);
    const { text, alert } = done?.answer ?? {};
    if (text) alert ? alertBox(text) : toast(text, { place });
    return Boolean(done);
  }

  tapped(person, label) { this.guide.tapped(person, label); }

  /** Follows a link of our own Telegram: to a person's phone, or to the bot in private. */
  async open(person, url) {
    const user = /^tg:\/\/user\?id=(\d+)/.exec(url)?.[1];
    if (user) this.show(user);
    else if (await this.ask("act", { person, do: "open", url })) this.show(String(person));
  }

  move(body) { return this.ask("clock", body); }

  async addPerson(name, group) {
    const added = await this.ask("people", { first_name: name, join: group });
    if (!added) return false;
    this.viewers[group] = added.id;
    this.wanted = String(added.id); // The snapshot with the new person may come after this answer.
    if (this.exists(this.wanted)) this.show(this.wanted);
    toast(`${name} is in the group, and you are ${name} there now. Press “Join this circle”.`);
    return true;
  }
}

const page = new Page();
listen((snapshot) => {
  page.take(snapshot);
  if (page.wanted && page.exists(page.wanted)) {
    page.show(page.wanted);
    page.wanted = null;
  }
}, (up) => { find(".offline").hidden = up; });
