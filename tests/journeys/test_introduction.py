"""An introduction: both are told who the other is, how to reach them, the whole ask, and a first line."""

from tests.journeys.conftest import Circle

ASK = "an owner-run bakery with 5 staff, receipts in a shoebox, needs a bookkeeper, ring Mara on +49 171 2345678"


async def test_both_get_names_a_way_to_reach_each_other_the_whole_ask_and_a_first_line(circle: Circle) -> None:
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    assert "2345678" not in circle.ben.message("Is this yours?").text
    await circle.ben.taps("I can help")
    giver, receiver = circle.anna.message("You have a match").html, circle.ben.message("You are introduced").html
    assert f'<a href="tg://user?id={circle.ben.id}"' in giver
    assert "Ben Okoro</a> (@ben_t)" in giver
    assert f'<a href="tg://user?id={circle.anna.id}"' in receiver
    assert "Anna Berg</a> (@anna_t)" in receiver
    for told in (giver, receiver):
        assert ASK in told
        assert "<code>Hi " in told
    assert "Monthly books, VAT, payroll" in giver
    assert "2345678" not in "".join(circle.said())


async def test_a_guest_reads_it_after_pressing_start(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    circle.group.add(eve.person)
    await eve.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.taps("I can help")
    assert "Eve Stone" in circle.ben.message("You are introduced").text
    await eve.taps("Meet them", chat=circle.group)
    assert "Meet Ben Okoro" in eve.last
    assert ASK in eve.last


async def test_somebody_without_a_username_is_reached_by_their_name(circle: Circle) -> None:
    circle.ben.person.renames(username="")
    await circle.anna.says(f"/need {ASK}", chat=circle.group)
    await circle.ben.says("/profile")
    await circle.ben.taps("I can help")
    html = circle.anna.message("You have a match").html
    assert f'<a href="tg://user?id={circle.ben.id}"' in html
    assert "(@" not in html
