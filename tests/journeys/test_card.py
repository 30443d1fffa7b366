"""The status card: one message that always says where a request stands, and never who was asked."""

from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


async def test_one_card_is_kept_up_to_date(wide: Circle) -> None:
    before = len(wide.cards())
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    assert wide.card().text == f"🔎 {ASK}\nAsked 2 of 5 members in private – waiting for a yes."
    await wide.stage.later(hours=2)
    assert "Asked 4 of 5 members" in wide.card().text
    await wide.gita.taps("I can help")
    assert wide.card().text == f"🔎 {ASK}\n🤝 Introduced."
    assert wide.card().labels == ["➕ One more"]
    assert len(wide.cards()) == before + 1


async def test_nobody_yet(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.stage.later(hours=2)
    await wide.stage.later(hours=2)
    assert wide.card().text == f"🔎 {ASK}\nNobody yet – asked 4 of 5 members. Who knows someone?"
    assert wide.card().labels == ["💡 I know someone", "Close"]


async def test_a_card_that_was_deleted_comes_back(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    circle.anna.person.deletes(circle.card())
    await circle.ben.taps("I can help")
    assert "Introduced" in circle.card().text


async def test_an_ask_whose_message_is_gone_still_gets_its_card(circle: Circle) -> None:
    said = circle.anna.person.says(f"/need {ASK}", chat=circle.group)
    circle.anna.person.deletes(said)
    await circle.stage.settle()
    assert ASK in circle.card().text
    assert circle.card().reply_to is None


async def test_a_long_ask_is_shortened_on_the_card_and_whole_in_the_offer(circle: Circle) -> None:
    long = f"{ASK}, " + "a bookkeeper for the books of a bakery, " * 8 + "by spring"
    await circle.anna.says(f"/need {long}", chat=circle.group)
    assert "…" in circle.card().text
    assert "by spring" not in circle.card().text
    assert "by spring" in circle.ben.last


async def test_the_group_never_learns_who_was_asked_who_passed_and_who_took_it(wide: Circle) -> None:
    await wide.anna.says(f"/need {ASK}", chat=wide.group)
    await wide.ben.taps("Not my client")
    await wide.ben.taps("Fully booked")
    await wide.ella.taps("I know who fits")
    await wide.ella.taps("Hugo Lind")
    await wide.hugo.taps("Not now")
    await wide.stage.later(hours=3)
    await wide.finn.taps("I can help")
    await wide.anna.taps("One more", chat=wide.group)
    await wide.gita.taps("I can help")
    for name in ("Ben", "Ella", "Finn", "Gita", "Hugo"):
        assert name not in wide.told_group()
    assert "booked" not in wide.told_group()
    assert "Introduced to 2 members" in wide.card().text
