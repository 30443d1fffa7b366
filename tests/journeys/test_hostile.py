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


@pytest.mark.parametrize("twin", ["Ben Okoro", "Веn Оkоrо", "BEN 0KORO", "Ben\u200b Okoro"])
async def test_two_whose_names_look_the_same_are_told_apart(circle: Circle, twin: str) -> None:
    first, _, last = twin.partition(" ")
    circle.dev.person.renames(first, last_name=last)
    await circle.dev.says("/profile")
    await circle.anna.says("/who")
    shown = [label for label in circle.anna.buttons() if "@" in label]
    assert sorted(label.split(" · ")[1] for label in shown) == ["@ben_t", "@dev_t"]
    assert "Carla Ruiz" in circle.anna.buttons()
    await circle.anna.says("/need a vet for an old horse", chat=circle.group)
    await circle.carla.taps("I know someone", chat=circle.group)
    assert {"@ben_t", "@dev_t"} <= {label.rpartition(" ")[2] for label in circle.carla.buttons()}


async def test_invisible_and_reversing_characters_in_what_members_say_of_themselves(circle: Circle) -> None:
    await circle.ben.says("/profile")
    await circle.ben.taps("What I do")
    await circle.ben.says("\u202eBooks\u200b for\u2066 bakeries\u00ad")
    await circle.anna.says("/who Ben")
    assert "Books for bakeries" in circle.anna.last
    await circle.ben.says("/prospects \u202eRival\u200b & <Sons>")
    assert "Rival & <Sons>" in circle.ben.last
    told = "".join(str(call.params.get("text")) for call in circle.stage.telegram.calls)
    assert not set(told) & set("\u202e\u200b\u2066\u00ad")


async def test_only_what_cannot_be_seen_is_no_answer(circle: Circle) -> None:
    await circle.ben.says("/profile")
    await circle.ben.taps("What I do")
    await circle.ben.says("\u200b\u202e\u2060")
    await circle.ben.says("/cancel")
    await circle.anna.says("/who Ben")
    assert "Bookkeeper. Monthly books" in circle.anna.last


async def test_everything_as_long_and_as_odd_as_may_be_still_fits(circle: Circle) -> None:
    odd = "<&>" * 200
    for label in ("What I do", "Perfect client", "Listen for", "Not a fit"):
        await circle.ben.says("/profile")
        await circle.ben.taps(label)
        await circle.ben.says(odd)
    circle.ben.person.renames("<&>" * 21, last_name="&<>" * 21)
    await circle.ben.says("/profile")
    await circle.anna.says("/who ben_t")
    for words in (circle.ben.last, circle.anna.last):
        assert "<&><&>" in words
        assert len(words) <= 4096
    await circle.anna.says("/need a vet " + "<&>" * 330, chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    await circle.dev.taps(next(label for label in circle.dev.buttons() if "<&>" in label))
    assert "<&><&>" in circle.ben.last
    assert circle.stage.bot.pulse.failing_since is None


async def test_an_update_of_a_megabyte(circle: Circle) -> None:
    telegram, anna = circle.stage.telegram, circle.anna
    person = {"id": anna.id, "is_bot": False, "first_name": "Anna", "last_name": "B" * 500_000}
    chat = {"id": anna.id, "type": "private", "first_name": "Anna"}
    telegram.raw_update({"message": {"message_id": 9_001, "date": 0, "chat": chat, "from": person,
                                     "text": "/need " + "x" * 1_000_000}})  # fmt: skip
    await circle.stage.settle()
    await anna.says("/help")
    assert "Kringle" in anna.last
    assert all(len(one.text) <= 4096 for one in anna.chat)
    await circle.ben.says("/who Anna")
    assert len(circle.ben.last) <= 4096


async def test_a_very_long_ask_with_every_character_escaped(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK} {'<&>' * 300}", chat=circle.group)
    assert "<&>" in circle.ben.last
