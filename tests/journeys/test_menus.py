"""The menus show what works where one is; what an older version left there is taken away."""

import json

from bot.locales import DEFAULT, LANGUAGES
from bot.sandbox.api.faults import Answer
from tests.journeys.stage import Stage


def menus(stage: Stage) -> dict[str, list[str]]:
    calls = [call for call in stage.telegram.called("setMyCommands") if call.ok]
    read = [{name: json.loads(str(call.params[name])) for name in ("scope", "commands")} for call in calls]
    return {one["scope"]["type"]: [command["command"] for command in one["commands"]] for one in read}


async def all_set(stage: Stage) -> None:
    """Until the last of the menus is set, which nobody waits for at a start."""
    await stage.until_true(lambda: len(stage.telegram.called("deleteMyCommands")) >= len(LANGUAGES))


async def test_one_for_each_place(stage: Stage) -> None:
    await all_set(stage)
    found = menus(stage)
    assert {"profile", "who", "nudge", "pause", "resume", "export", "forget", "privacy", "help", "cancel"} <= set(
        found["all_private_chats"]
    )
    assert "need" not in found["all_private_chats"]
    assert {"need", "circle", "help", "privacy"} <= set(found["all_group_chats"])
    assert "profile" not in found["all_group_chats"]
    assert set(found["all_group_chats"]) < set(found["all_chat_administrators"])


async def test_the_stale_ones_are_deleted(stage: Stage) -> None:
    await all_set(stage)
    calls = stage.telegram.called("deleteMyCommands")
    assert all(json.loads(str(call.params["scope"])) == {"type": "default"} for call in calls)
    assert [call.params.get("language_code") for call in calls] == [
        None,
        *(code for code in LANGUAGES if code != DEFAULT),
    ]


async def test_every_command_of_the_menu_is_known(stage: Stage) -> None:
    await all_set(stage)
    anna = stage.actor("Anna Berg")
    await anna.says("/start")
    for command in menus(stage)["all_private_chats"]:
        await anna.says(f"/{command}")
        assert "I don’t know that command" not in anna.last, command


async def test_telegram_may_refuse_at_first(stage: Stage) -> None:
    stage.telegram.calls.clear()
    await stage.stop()
    stage.telegram.faults.add("setMyCommands", Answer(500, "Internal Server Error"))
    await stage.start()
    await stage.later(seconds=5)
    await stage.until_true(lambda: "all_chat_administrators" in menus(stage))
