"""Everybody is spoken to in their own language: a member in theirs, a group in that of its circle."""

import json
from typing import Any

from tests.journeys.conftest import Circle
from tests.journeys.stage import Actor, Stage
from tests.journeys.test_menus import all_set

GARDEN = (  # in the language of the circle
    "Gardener: hedges, lawns, ponds.",
    "Owners of large old gardens in the country whose hedges need cutting.",
    "the hedge grows over the road\nthe lawn is nothing but moss",
)
HEDGES = "somebody to cut the hedges of a large old garden in the country"


def offered(actor: Actor) -> Any:
    return actor.message("Ist das was für dich?")


async def lena_joins(circle: Circle, language_code: str = "de-AT") -> Actor:
    """A member whose Telegram speaks German, in a circle that speaks English."""
    lena = circle.stage.actor("Lena Vogt", language_code=language_code)
    circle.group.add(lena.person)
    await circle.stage.settle()
    await lena.taps("Join this circle", chat=circle.group)
    for answer in GARDEN:
        await lena.says(answer)
    while "Überspringen" in lena.buttons():
        await lena.taps("Überspringen")
    return lena


async def german_group(stage: Stage) -> tuple[Actor, Any]:
    """A group whose host speaks German, with the bot in it."""
    nora = stage.actor("Nora Falk", language_code="de")
    group = stage.telegram.group("Hafenkreis", creator=nora.person)
    group.add_bot(by=nora.person)
    await stage.settle()
    return nora, group


async def test_a_language_is_chosen_and_changed_back(circle: Circle) -> None:
    ben = circle.ben
    await ben.says("/language")
    assert ben.buttons() == ["English", "Deutsch"]
    await ben.taps("Deutsch")
    assert ben.last == "Ab jetzt spreche ich Deutsch mit dir."
    await ben.says("/profile")
    assert "Wunschkunde: Owner-run bakeries" in ben.last
    assert "Darauf hören: „my receipts are in a shoebox“ · „I have no idea" in ben.last
    await ben.says("/language")
    await ben.taps("English")
    assert ben.last == "From now on I speak English with you."
    await ben.says("/profile")
    assert "Listen for: “my receipts are in a shoebox” · “I have no idea" in ben.last


async def test_what_pops_up_over_a_button_is_in_the_language_that_was_chosen(circle: Circle) -> None:
    await circle.ben.says("/nudge 9:00")
    await circle.ben.says("/language")
    await circle.ben.taps("Deutsch")
    await circle.ben.says("/nudge")
    assert await circle.ben.taps("12:00") == "Gespeichert."
    await circle.carla.says("/nudge")
    assert await circle.carla.taps("12:00") == "Saved."


async def test_on_and_off_are_understood_in_both(circle: Circle) -> None:
    await circle.ben.says("/language")
    await circle.ben.taps("Deutsch")
    await circle.ben.says("/nudge an")
    assert "Dein Anstoß kommt um 09:00" in circle.ben.last
    assert "Mi., 4. März, 09:00" in circle.ben.last
    await circle.ben.says("/nudge aus")
    assert "Dein Anstoß ist aus" in circle.ben.last
    await circle.ben.says("/nudge on")
    assert "Dein Anstoß kommt um 09:00" in circle.ben.last


async def test_a_new_member_is_spoken_to_in_the_language_of_their_telegram(circle: Circle) -> None:
    lena = await lena_joins(circle)
    assert lena.sees("Willkommen in Harbour Circle, Lena!")
    assert lena.sees("Was machst du?")
    assert "Was ich mache: Gardener" in lena.last


async def test_who_is_no_member_any_more_is_too(stage: Stage) -> None:
    lena = stage.actor("Lena Vogt", language_code="de-AT")
    await lena.says("/start")
    await lena.says("/forget")
    await lena.taps("Alles löschen")
    assert "alles ist gelöscht" in lena.last
    await lena.says("/help")
    assert "Kringle bringt dir Anfragen" in lena.last


async def test_a_language_that_is_not_spoken_is_english(stage: Stage) -> None:
    maya = stage.actor("Maya Sen", language_code="pt-BR")
    await maya.says("/start")
    assert "Welcome to Kringle" in maya.last


async def test_a_german_member_of_an_english_circle(circle: Circle) -> None:
    lena = await lena_joins(circle)
    await circle.carla.says(f"/need {HEDGES}", chat=circle.group)
    offer = offered(lena)
    assert "Carla Ruiz fragt in Harbour Circle" in offer.text
    assert "Warum du:" in offer.text
    labels = [button.text for row in offer.buttons for button in row]
    assert labels == ["✅ Ich kann helfen", "Passt nicht zu mir", "💡 Ich weiß, wer passt", "Jetzt nicht"]
    assert "members in private – waiting for a yes" in circle.card().text
    assert await lena.taps("Ich kann helfen") == "Wunderbar – ich stelle euch vor."
    assert "🤝 Introduced." in circle.card().text
    assert circle.carla.sees("You have a match")
    assert lena.sees("Darf ich vorstellen? Carla Ruiz")
    assert "Hallo Carla, hier ist Lena" in lena.last


async def test_the_group_of_somebody_who_speaks_german(stage: Stage) -> None:
    _, group = await german_group(stage)
    assert "Hallo, ich bin Kringle" in group.messages[-1].text
    assert [button.text for row in group.messages[-1].buttons for button in row] == ["🤝 Dem Kreis beitreten"]


async def test_a_host_chooses_the_language_of_the_group(stage: Stage) -> None:
    nora, group = await german_group(stage)
    await nora.says("/circle", chat=group)
    assert "Hafenkreis ist ein Empfehlungskreis" in group.messages[-1].text
    await nora.taps("Einstellungen", chat=group)
    assert "Zeit zum Antworten: 2 Std." in nora.last
    assert nora.buttons()[-2:] == ["English", "✓ Deutsch"]
    assert await nora.taps("English") == "Gespeichert."
    assert nora.buttons()[-2:] == ["✓ English", "Deutsch"]
    assert "Zeit zum Antworten" in nora.last, "the host is still spoken to in German"
    await nora.says("/circle", chat=group)
    assert "Hafenkreis is a referral circle" in group.messages[-1].text


async def test_the_menu(stage: Stage) -> None:
    await all_set(stage)
    calls = [call for call in stage.telegram.called("setMyCommands") if call.params.get("language_code") == "de"]
    read = {json.loads(str(call.params["scope"]))["type"]: json.loads(str(call.params["commands"])) for call in calls}
    assert set(read) == {"all_private_chats", "all_group_chats", "all_chat_administrators"}
    told = {one["command"]: one["description"] for commands in read.values() for one in commands}
    assert told["need"] == "Den Kreis nach der richtigen Adresse fragen"
    assert told["language"] == "Meine Sprache"
