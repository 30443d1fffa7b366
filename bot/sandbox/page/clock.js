// The sandbox's clock: what time it is there, and the buttons that move it. Also how times are written on the page.
import { busy, el, say } from "./dom.js";

const MOVES = [
  ["Three hours on", { advance: 3 * 3600 }],
  ["Next morning 9:00", { to_local: "09:00" }],
  ["One day on", { advance: 86400 }],
  ["Five days on", { advance: 5 * 86400 }],
];

const formats = new Map();
function write(instant, zone, options) {
  const key = zone + JSON.stringify(options);
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options }));
  return formats.get(key).format(new Date(instant));
}

export const zoneOf = (snapshot) => snapshot.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
export const timeText = (instant, zone) => write(instant, zone, { hour: "2-digit", minute: "2-digit" });
export const dayText = (instant, zone) => write(instant, zone, { weekday: "long", day: "numeric", month: "long" });

/** Fills the clock section; returns `update(snapshot)`. `move(body)` asks the server to move the clock. */
export function clock(section, move) {
  const face = el("time", { "data-clock": "" });
  let snapshot, received;
  const show = () => {
    const now = new Date(Date.parse(snapshot.now) + performance.now() - received);
    const zone = zoneOf(snapshot);
    face.dateTime = now.toISOString();
    say(face, `${write(now, zone, { weekday: "short", day: "numeric", month: "short" })}, ${timeText(now, zone)}`);
    face.title = `The sandbox's time in ${zone}`;
  };
  const press = (step) => (event) =>
    busy(event.currentTarget, () => move("to_local" in step ? { ...step, zone: zoneOf(snapshot) } : step));
  section.append(face, el("div", { class: "moves", role: "group", "aria-label": "Move the clock" },
    ...MOVES.map(([text, step]) => el("button", { type: "button", text, onclick: press(step) }))));
  setInterval(() => snapshot && show(), 5000);
  return (state) => { snapshot = state; received = performance.now(); show(); };
}
