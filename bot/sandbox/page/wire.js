// The page's two ways to the server: the stream of snapshots, and one request per thing that a person does.

/** Calls `onState(snapshot)` now and after every change; `onLink(up)` tells whether the stream is open. */
export function listen(onState, onLink) {
  const source = new EventSource("events");
  source.addEventListener("state", (event) => { onLink(true); onState(JSON.parse(event.data)); });
  source.addEventListener("error", () => {
    source.close(); // The browser gives up after an error status and waits long after others: we retry by ourselves.
    onLink(false);
    setTimeout(listen, 1000, onState, onLink);
  });
}

/** Posts JSON; returns the server's answer, or throws an Error whose message is one sentence for people. */
export async function post(path, body) {
  let response;
  try {
    response = await fetch(path, {
      method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body),
    });
  } catch {
    throw new Error("The sandbox does not answer. Is it still running?");
  }
  const answer = await response.json().catch(() => null);
  if (!response.ok || !answer?.ok) throw new Error(answer?.error ?? `The sandbox answered with error ${response.status}.`);
  return answer;
}
