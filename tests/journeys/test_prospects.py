"""/prospects: people outside the circle, a name and a line each, and how far one has come with them."""

import pytest

import storage.prospect
from bot.domain.prospect import MOST_PROSPECTS
from tests.journeys.conftest import Circle, tell_profile
from tests.journeys.test_forget import cells

RUTH = "Ruth Miller – runs the bakers’ guild"


async def test_added_with_the_command(circle: Circle) -> None:
    await circle.ben.says("/prospects")
    assert "Nobody noted yet" in circle.ben.last
    await circle.ben.says(f"/prospects {RUTH}")
    assert circle.ben.last == "☎️ Ruth Miller – runs the bakers’ guild\nTo call"
    await circle.ben.says("/prospects")
    assert "☎️ Ruth Miller – runs the bakers’ guild" in circle.ben.last


async def test_added_with_the_button(circle: Circle) -> None:
    await circle.ben.says("/prospects")
    await circle.ben.taps("Add somebody")
    assert "A name, and after a dash a line on why" in circle.ben.last
    await circle.ben.says("…")
    assert "I need a few words" in circle.ben.last
    await circle.ben.says(RUTH)
    assert circle.ben.last.startswith("☎️ Ruth Miller")
    await circle.ben.says("hello?")
    assert "I’m not waiting" in circle.ben.last
    await circle.ben.says("/prospects")
    await circle.ben.taps("Add somebody")
    await circle.ben.says("/cancel")
    assert "never mind" in circle.ben.last


async def test_every_state_is_one_tap_away_and_can_be_changed(circle: Circle) -> None:
    await circle.ben.says(f"/prospects {RUTH}")
    assert circle.ben.buttons()[:3] == ["✅ Called", "✉️ Invited", "🤝 Joined"]
    for label, sign in (("Called", "✅"), ("Invited", "✉️"), ("Joined", "🤝"), ("To call", "☎️")):
        assert await circle.ben.taps(label) == "Saved."
        assert circle.ben.last == f"{sign} Ruth Miller – runs the bakers’ guild\n{label}"
    await circle.ben.taps("Invited")
    await circle.ben.taps("All prospects")
    assert "✉️ Ruth Miller – runs the bakers’ guild" in circle.ben.last
    await circle.ben.taps("✉️ Ruth Miller")
    assert circle.ben.last.endswith("Invited")


async def test_deleted(circle: Circle) -> None:
    await circle.ben.says(f"/prospects {RUTH}")
    await circle.ben.says("/prospects")
    old = circle.ben.message("Your prospects")
    await circle.ben.taps("Delete")
    assert circle.ben.sees("Deleted from your prospects")
    assert not [value for where, value in cells(circle) if where == "prospect.name"]
    await circle.ben.says("/prospects Tom Lee")
    assert "not on your list" in (await circle.ben.taps("Ruth Miller", message=old) or ""), "nor is Tom shown instead"


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("Ruth Miller – guild, ring her on +49 171 2345678", "☎️ Ruth Miller – guild"),
        ("Ruth Miller – ruth@guild.org, treasurer", "☎️ Ruth Miller – treasurer"),
        ("Ruth Miller – @ruthmiller runs the guild", "☎️ Ruth Miller – runs the guild"),
        ("Ruth Miller +49 171 2345678", "☎️ Ruth Miller"),
    ],
)
async def test_how_to_reach_them_is_left_out_and_that_is_said(circle: Circle, said: str, kept: str) -> None:
    await circle.ben.says(f"/prospects {said}")
    assert circle.ben.sees("I left out how to reach Ruth Miller: they have not agreed that I keep it.")
    assert circle.ben.last.split("\n")[0] == kept
    held = " ".join(value for _, value in cells(circle))
    assert not any(word in held for word in ("2345678", "guild.org", "ruthmiller"))


@pytest.mark.parametrize("said", ["+49 171 2345678", "@ruthmiller", "ruth@guild.org"])
async def test_nothing_but_a_way_to_reach_them_is_refused(circle: Circle, said: str) -> None:
    await circle.ben.says(f"/prospects {said}")
    assert circle.ben.last.startswith("I don’t keep how to reach people who have not agreed to it.")
    await circle.ben.says("/prospects")
    assert "Nobody noted yet" in circle.ben.last


async def test_the_same_name_again_gets_the_new_line(circle: Circle) -> None:
    await circle.ben.says(f"/prospects {RUTH}")
    await circle.ben.taps("Called")
    await circle.ben.says("/prospects RUTH miller: bakes rye")
    assert circle.ben.last == "✅ Ruth Miller – bakes rye\nCalled"
    await circle.ben.says("/prospects")
    assert circle.ben.last.count("Ruth Miller") == 1


async def test_a_member_of_the_circle_is_no_prospect(circle: Circle) -> None:
    await circle.ben.says("/prospects carla ruiz")
    assert "Carla Ruiz is in your circle already" in circle.ben.last
    await circle.ben.taps("Show them")
    assert circle.ben.last.startswith("Carla Ruiz")


async def test_an_invitation_that_the_member_sends(circle: Circle) -> None:
    await circle.ben.says(f"/prospects {RUTH}")
    sent = len(circle.stage.telegram.called("sendMessage"))
    await circle.ben.taps("Invite to Harbour Circle")
    calls = circle.stage.telegram.called("sendMessage")[sent:]
    assert [int(str(call.params["chat_id"])) for call in calls] == [circle.ben.id], "the bot writes to nobody else"
    assert "<code>Hi Ruth Miller, some of us send each other" in str(calls[0].params["text"])
    assert "I never write to them myself" in circle.ben.last
    invitation = circle.ben.message("I never write")
    link = invitation.text.split("\n")[-1]
    assert link.startswith("https://t.me/kringle_bot?start=j")
    share = invitation.buttons[0][0].url
    assert share.startswith("https://t.me/share/url?url=https%3A%2F%2Ft.me%2Fkringle_bot%3Fstart%3Dj")
    await circle.ben.taps("Invited")
    assert circle.ben.message("Ruth Miller –").text.endswith("Invited")
    ruth = circle.stage.actor("Ruth Miller")
    circle.group.add(ruth.person)
    await ruth.says(f"/start {link.partition('start=')[2]}")
    assert "Welcome to Harbour Circle" in " ".join(ruth.heard())


async def test_a_circle_that_was_left_is_not_invited_to(circle: Circle) -> None:
    await circle.ben.says(f"/prospects {RUTH}")
    circle.group.leave(circle.ben.person)
    await circle.stage.settle()
    assert "not on your list" in (await circle.ben.taps("Invite to Harbour Circle") or "")
    await circle.ben.says(f"/prospects {RUTH}")
    assert "✉️ Invite to Harbour Circle" not in circle.ben.buttons()


async def test_nobody_else_sees_or_changes_them(circle: Circle) -> None:
    await circle.ben.says(f"/prospects {RUTH}")
    card = circle.ben.message("Ruth Miller")
    await circle.carla.says("/prospects")
    assert "Nobody noted yet" in circle.carla.last
    for row in card.buttons:
        for button in row:
            await circle.carla.presses(button.data, circle.carla.chat[-1])
    assert not circle.carla.sees("Ruth")
    await circle.ben.says("/prospects")
    assert "☎️ Ruth Miller" in circle.ben.last
    assert "Ruth" not in circle.told_group()


async def test_a_full_list(circle: Circle) -> None:
    async with circle.stage.bot.house.database.transaction() as tx:
        for number in range(MOST_PROSPECTS):
            line = "runs the guild of bakers, millers & <confectioners> of the whole county, twice a year"
            await storage.prospect.add(tx, circle.stage.clock.now(), circle.ben.id, f"Prospect number {number}", line)
    await circle.ben.says("/prospects Tom Lee")
    assert "Your list of prospects is full" in circle.ben.last
    await circle.ben.says("/prospects")
    assert len(circle.ben.buttons()) == MOST_PROSPECTS + 1
    assert "more" in circle.ben.last
    await circle.ben.says("/reflect")
    await circle.ben.says("Acme Books")
    assert "full" in (await circle.ben.taps("➕ Acme Books") or "")


async def test_those_to_call_in_the_order_in_which_they_were_noted(circle: Circle) -> None:
    for name in ("Ruth Miller", "Tom Lee", "Acme Books"):
        await circle.ben.says(f"/prospects {name}")
    await circle.ben.taps("Called", message=circle.ben.message("Tom Lee"))
    async with circle.stage.bot.house.database.reading() as tx:
        found = await storage.prospect.to_call(tx, circle.ben.id, 5)
    assert [one.name for one in found] == ["Ruth Miller", "Acme Books"]


async def test_somebody_without_a_circle_may_note_people_too(circle: Circle) -> None:
    eve = circle.stage.actor("Eve Stone")
    await eve.says("/start")
    await eve.says(f"/prospects {RUTH}")
    assert "Ruth Miller" in eve.last
    assert not any("Invite to" in label for label in eve.buttons())


async def test_two_circles_two_invitations(circle: Circle) -> None:
    hill = circle.stage.telegram.group("Hill Circle", creator=circle.ben.person)
    hill.add_bot(by=circle.ben.person)
    await circle.stage.settle()
    await circle.ben.taps("Join this circle", chat=hill)
    await tell_profile(circle.ben, ())
    await circle.ben.says(f"/prospects {RUTH}")
    await circle.ben.taps("Invite to Hill Circle")
    assert "in a circle called Hill Circle" in circle.ben.last
