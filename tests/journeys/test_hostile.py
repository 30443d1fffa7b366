"""Names and words that are meant to break things: they are shown as what they are."""

import pytest

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


@pytest.mark.parametrize("said", ["<b>&amp; & <a href='x'>", "</blockquote><i>", "{name} %s {0}", "🥖🥐 *_`[x]"])
async def test_words_in_an_ask(circle: Circle, said: str) -> None:
    await circle.anna.says(f"/need {said} a vet for an old horse", chat=circle.group)
    assert f"{said} a vet" in circle.card().text
    await circle.dev.taps("I know someone", chat=circle.group)
    assert f"{said} a vet" in circle.dev.last
    await circle.dev.taps("Carla Ruiz")
    assert f"{said} a vet" in circle.carla.last
    await circle.carla.taps("I can help")
    assert f"{said} a vet" in circle.anna.last


async def test_invisible_and_reversing_characters_are_dropped(circle: Circle) -> None:
    await circle.anna.says(f"/need \u202e{ASK}\u200b\u2066 now", chat=circle.group)
    assert f"{ASK} now" in circle.ben.last
    assert "\u202e" not in circle.told_group()


@pytest.mark.parametrize("name", ["<b>Bold</b> & Co", "\u202eeve", "🦊", "Al\u200bice", "N" * 64])
async def test_names(circle: Circle, name: str) -> None:
    circle.anna.person.renames(name, last_name="<i>")
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    shown = name.replace("\u202e", "").replace("\u200b", "")
    assert shown[:50] in circle.ben.last
    await circle.ben.taps("I can help")
    assert shown[:50] in circle.ben.last


async def test_a_guest_whose_name_cannot_be_seen(circle: Circle) -> None:
    guest = circle.stage.actor("Gus Guest")
    guest.person.renames("\u200b\u200b", last_name="")
    circle.group.add(guest.person)
    await guest.says(f"/need {ASK}", chat=circle.group)
    assert "? asks in Harbour Circle" in circle.ben.last


async def test_the_name_in_a_list_and_in_a_hint(circle: Circle) -> None:
    circle.carla.person.renames("<Carla>", last_name="& Sons")
    await circle.carla.says("/profile")
    await circle.anna.says("/need a vet for an old horse", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    await circle.dev.taps("<Carla> & Sons")
    assert "<Carla> & Sons has this ask" in circle.dev.last
    await circle.dev.taps("Write a name")
    await circle.dev.says("<b>Mara</b> & {name}")
    assert "<b>Mara</b> & {name}" in circle.anna.last


async def test_a_very_long_ask_with_every_character_escaped(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK} {'<&>' * 300}", chat=circle.group)
    assert "<&>" in circle.ben.last
