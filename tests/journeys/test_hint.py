"""I know someone, I know who fits: a member of the circle is named, and asked by the bot."""

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"
NOBODY = "a vet for an old horse with a cough"


async def test_somebody_in_the_group_names_a_member(circle: Circle) -> None:
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    assert await circle.dev.taps("I know someone", chat=circle.group) == "I’ve written to you in private."
    assert "Who fits?" in circle.dev.last
    assert NOBODY in circle.dev.last
    assert circle.dev.buttons() == ["Ben Okoro", "Carla Ruiz", "✏️ Write a name"]
    assert await circle.dev.taps("Carla Ruiz") == "Thank you!"
    assert "Carla Ruiz has this ask from me" in circle.dev.last
    assert "💡 Dev Shah thought of you." in circle.carla.last
    assert NOBODY in circle.carla.last
    assert "Asked 1 of 3 members" in circle.card().text


async def test_the_one_named_may_take_it(circle: Circle) -> None:
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    await circle.dev.taps("Carla Ruiz")
    await circle.carla.taps("I can help")
    assert "Meet Carla Ruiz" in circle.anna.last
    assert "Introduced" in circle.card().text


async def test_or_passes_and_the_author_hears_that_nobody_has_said_yes(circle: Circle) -> None:
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    await circle.dev.taps("Carla Ruiz")
    await circle.carla.taps("Not my client")
    assert "Nobody yet – asked 1 of 3 members" in circle.card().text
    assert "Nobody has said yes yet" in circle.anna.last


async def test_who_was_asked_sends_it_on(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    offer = wide.ben.chat[-1]
    await wide.ben.taps("I know who fits")
    await wide.ben.taps("Hugo Lind")
    assert "💡 Ben Okoro thought of you." in wide.hugo.last
    assert "you can still take it" in offer.text
    assert offer.labels[0] == "✅ I can help"
    assert "Asked 3 of 5 members" in wide.card().text


async def test_whoever_sent_it_on_may_still_take_it(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    offer = wide.ben.chat[-1]
    await wide.ben.taps("I know who fits")
    await wide.ben.taps("Hugo Lind")
    await wide.ben.taps("I can help", message=offer)
    assert "Meet Ben Okoro" in wide.anna.last
    assert "Somebody else has taken this one" in wide.hugo.last


async def test_the_one_named_has_time_to_answer(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.stage.later(minutes=110)
    await circle.ben.taps("I know who fits")
    await circle.ben.taps("Carla Ruiz")
    await circle.stage.later(minutes=110)
    assert "waiting for a yes" in circle.card().text
    await circle.stage.later(minutes=10)
    assert "Nobody yet" in circle.card().text


async def test_naming_somebody_who_was_asked_gives_nothing_away_and_asks_nobody_twice(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not my client")
    await wide.ben.taps("Fully booked")
    await wide.hugo.taps("I know someone", chat=wide.group)
    assert wide.hugo.buttons() == ["Ben Okoro", "Ella Novak", "Finn Mori", "Gita Rao", "✏️ Write a name"]
    await wide.hugo.taps("Ben Okoro")
    assert "Ben Okoro has this ask from me" in wide.hugo.last
    await wide.hugo.taps("Ella Novak")
    assert "💡 Hugo Lind thought of you." in wide.ella.last
    assert wide.asked(ASK) == ["ben", "ella"]
    assert "Fully booked" in wide.ben.last


async def test_one_who_would_be_asked_later_is_asked_now(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.hugo.taps("I know someone", chat=wide.group)
    await wide.hugo.taps("Gita Rao")
    assert wide.asked(ASK) == ["ben", "ella", "gita"]
    assert "Hugo Lind thought of you" in wide.gita.last
    assert "Why you:" in wide.gita.last


async def test_the_author_is_not_asked_whom_they_know(circle: Circle) -> None:
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    notice = await circle.anna.taps("I know someone", chat=circle.group)
    assert notice == "You asked, so this one is for the others."


async def test_somebody_on_holiday_cannot_be_named(circle: Circle) -> None:
    await circle.carla.says("/pause")
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    assert await circle.dev.taps("Carla Ruiz") == "They can’t be asked right now. Is there somebody else?"
    assert not circle.carla.sees(NOBODY)


async def test_a_list_that_is_older_than_the_answer(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    await circle.ben.taps("I can help")
    assert await circle.dev.taps("Carla Ruiz") == "This request is over."
    assert await circle.dev.taps("Write a name") == "This request is over."
    assert not circle.carla.sees(ASK)


async def test_a_long_list_turns_its_pages(circle: Circle) -> None:
    for number in range(9):
        newcomer = circle.stage.actor(f"Zoe {chr(ord('A') + number)}")
        circle.group.add(newcomer.person)
        await newcomer.taps("Join this circle", chat=circle.group)
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    before = len(circle.dev.chat)
    first = circle.dev.buttons()
    assert first[-2:] == ["›", "✏️ Write a name"]
    await circle.dev.taps("›")
    second = circle.dev.buttons()
    assert second[-2:] == ["‹", "✏️ Write a name"]
    assert len({*first, *second} - {"‹", "›", "✏️ Write a name"}) == 11
    await circle.dev.taps("‹")
    assert circle.dev.buttons() == first
    assert len(circle.dev.chat) == before


async def test_two_of_one_name_can_be_told_apart(circle: Circle) -> None:
    other = circle.stage.actor("Ben B")
    other.person.renames("Ben", last_name="Okoro")
    circle.group.add(other.person)
    await other.taps("Join this circle", chat=circle.group)
    await other.says("Baker of sourdough bread.")
    await circle.anna.says(f"/need {NOBODY}", chat=circle.group)
    await circle.dev.taps("I know someone", chat=circle.group)
    labels = [label for label in circle.dev.buttons() if label.startswith("Ben Okoro")]
    assert len(set(labels)) == 2
    assert any("Baker" in label for label in labels)
