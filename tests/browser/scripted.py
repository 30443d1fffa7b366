"""A bot of a few lines, for testing the page without the real one: it offers every ask to Ben and repeats the rest."""

from typing import Any

from bot.sandbox.telegram import Telegram

CIRCLE = "Corner Shop Circle"
COMMANDS = {
    "all_private_chats": {"later": "ask how it went", "profile": "my statements", "help": "help for where I am"},
    "all_group_chats": {"need": "ask for somebody", "circle": "what this circle is"},
}


def keyboard(*rows: dict[str, str]) -> dict[str, Any]:
    """Rows of {label: callback data or link}."""
    return {
        "inline_keyboard": [
            [{"text": text, ("url" if "://" in what else "callback_data"): what} for text, what in row.items()]
            for row in rows
        ]
    }


class Scripted:
    """Knows four people of one circle; forgets what it did."""

    def __init__(self, telegram: Telegram) -> None:
        self.telegram = telegram
        names = {"Anna": "Weber", "Ben": "Okafor", "Clara": "Lindqvist", "David": "Roth"}
        self.people = {
            first: telegram.person(first, last_name=last, username=first.lower() + "_k", started=True)
            for first, last in names.items()
        }
        anna, *others = self.people.values()
        self.circle = telegram.group(CIRCLE, anna, members=others)
        self.circle.add_bot(anna)
        self.offset = 0

    async def run(self) -> None:
        """Greet the circle, then answer until cancelled."""
        for scope, commands in COMMANDS.items():
            listed = [{"command": name, "description": text} for name, text in commands.items()]
            await self.telegram.call("setMyCommands", {"commands": listed, "scope": {"type": scope}})
        await self.send(
            self.circle.id, "Hello. I am Kringle.", keyboard({"Join this circle": "https://t.me/kringle_bot?start=c1"})
        )
        while True:
            answered = await self.telegram.call("getUpdates", {"offset": self.offset, "timeout": 50})
            for update in answered.body["result"]:  # type: ignore[attr-defined]
                self.offset = update["update_id"] + 1
                if "callback_query" in update:
                    await self.press(update["callback_query"])
                elif "text" in update.get("message", {}):
                    await self.read(update["message"])

    async def send(self, chat: int, text: str, markup: dict[str, Any] | None = None) -> None:
        params = {"chat_id": chat, "text": text} | ({"reply_markup": markup} if markup else {})
        await self.telegram.call("sendMessage", params)

    async def read(self, message: dict[str, Any]) -> None:
        text, chat, sender = message["text"], message["chat"]["id"], message["from"]
        if text.startswith("/start"):
            payload = text.removeprefix("/start").strip()
            await self.send(sender["id"], f"Hello {sender['first_name']}" + (f", joining {payload}" if payload else ""))
        elif text.startswith("/need"):
            asked = text.removeprefix("/need").strip() or message["reply_to_message"]["text"]
            await self.send(chat, f"{asked}\nAsked 1 of 4", keyboard({"Close": "close"}))
            buttons = {"I can help": f"help {sender['first_name']}", "Not my client": "pass"}
            await self.send(self.people["Ben"].id, f"Is this yours? {asked}", keyboard(buttons))
        elif text == "/later":
            await self.send(sender["id"], "How did it go?", keyboard({"We talked": "pass", "Hired": "pass"}))
        elif chat == sender["id"]:
            await self.send(chat, f"You said: {text}")

    async def press(self, query: dict[str, Any]) -> None:
        what, _, name = query["data"].partition(" ")
        text = {"help": "Thank you", "close": "Only the author may close this."}.get(what, "Noted.")
        answer = {"callback_query_id": query["id"], "text": text, "show_alert": what == "close"}
        await self.telegram.call("answerCallbackQuery", answer)
        if what == "help":
            message = query["message"]
            edit = {"chat_id": message["chat"]["id"], "message_id": message["message_id"], "text": "You said yes."}
            await self.telegram.call("editMessageText", edit)
            await self.send(self.people[name].id, f"You and {query['from']['first_name']} are introduced")
            await self.send(query["from"]["id"], f"You and {name} are introduced")
