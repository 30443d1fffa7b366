// The typing box of one phone: words, replies, edits and the commands that "/" suggests.
import { el, keyed, say } from "./dom.js";
import { announce } from "./notices.js";

let boxes = 0;

export class Composer {
  constructor(phone) {
    this.phone = phone;
    this.about = null; // {kind: "reply" | "edit", message}
    this.choice = -1;
    const id = `suggestions-${++boxes}`;
    this.box = el("textarea", {
      rows: 1, placeholder: "Message, or / for commands", dir: "auto", autocomplete: "off", "aria-autocomplete": "list",
      "aria-controls": id, oninput: () => this.typed(), onkeydown: (event) => this.key(event),
      onblur: () => this.suggest([]),
    });
    this.list = el("ul", { id, class: "suggestions", role: "listbox", "aria-label": "Commands", hidden: true });
    this.aboutText = el("span", { dir: "auto" });
    this.strip = el("p", { class: "about", hidden: true }, this.aboutText,
      el("button", { type: "button", class: "tool", "aria-label": "Never mind", text: "×", onclick: () => this.leave() }));
    this.node = el("form", { class: "composer", onsubmit: (event) => { event.preventDefault(); this.send(); } },
      this.strip, this.list, el("div", { class: "line" }, this.box,
        el("button", { class: "send", "aria-label": "Send", title: "Send (Enter)" }, el("span", { "aria-hidden": "true", text: "➤" }))));
  }

  /** Whose words these will be. */
  update(name) {
    this.box.setAttribute("aria-label", `Message as ${name}`);
  }

  put(text) {
    this.leave();
    this.box.value = text;
    this.typed();
    this.box.focus();
  }

  reply(message) { this.turnTo("reply", message, `Reply to ${message.from.name}: ${message.text}`); }

  edit(message) {
    this.turnTo("edit", message, `Edit: ${message.text}`);
    this.box.value = message.text;
    this.typed();
  }

  turnTo(kind, message, text) {
    this.about = { kind, message };
    say(this.aboutText, text);
    this.strip.hidden = false;
    this.box.focus();
  }

  leave() {
    if (this.about?.kind === "edit") this.box.value = "";
    this.about = null;
    this.strip.hidden = true;
    this.typed();
  }

  async send() {
    const { about } = this;
    const text = this.box.value;
    if (!text.trim()) return;
    this.box.value = "";
    this.leave();
    const sent = await (about?.kind === "edit"
      ? this.phone.act({ do: "edit", message: about.message.id, text })
      : this.phone.send(text, about?.message));
    if (sent || this.box.value) return;
    if (about) this[about.kind](about.message); // It was refused: the words are still theirs.
    this.box.value = text;
    this.typed();
  }

  typed() {
    this.box.style.height = "auto";
    this.box.style.height = `${this.box.scrollHeight + 2}px`; // 2: its border
    const begun = /^\/([a-z_]*)$/i.exec(this.box.value);
    this.suggest(begun ? this.phone.commands.filter(({ command }) => command.startsWith(begun[1].toLowerCase())) : []);
  }

  suggest(commands) {
    keyed(this.list, commands, ({ command }) => command, ({ command, description }) =>
      el("li", { id: `${this.list.id}-${command}`, role: "option", "aria-selected": "false", "data-command": command,
        onmousedown: (event) => { event.preventDefault(); this.take(command); } },
      el("b", { text: `/${command}` }), el("span", { text: description })));
    if (commands.length && this.list.hidden) announce(`${commands.length} commands: arrow down to choose.`);
    this.list.hidden = !commands.length;
    this.choose(-1);
  }

  choose(index) {
    const options = [...this.list.children];
    this.choice = index < options.length ? index : 0; // After the last comes the first again; -1 is none.
    options.forEach((option, at) => option.setAttribute("aria-selected", String(at === this.choice)));
    const chosen = options[this.choice];
    chosen?.scrollIntoView({ block: "nearest" });
    if (chosen) this.box.setAttribute("aria-activedescendant", chosen.id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  take(command) {
    this.box.value = `/${command} `;
    this.typed();
  }

  key(event) {
    const open = !this.list.hidden;
    if (open && event.key === "ArrowDown") this.choose(this.choice + 1);
    else if (open && event.key === "ArrowUp") this.choose(this.choice < 1 ? this.list.children.length - 1 : this.choice - 1);
    else if (open && this.choice >= 0 && (event.key === "Enter" || event.key === "Tab")) this.take(this.list.children[this.choice].dataset.command);
    else if (event.key === "Escape" && open) this.suggest([]);
    else if (event.key === "Escape" && this.about) this.leave();
    else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) this.send();
    else return;
    event.preventDefault();
  }
}
