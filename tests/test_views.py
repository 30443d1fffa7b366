"""Every fact as a message that Telegram takes, whatever people called themselves and wrote."""

import json
from dataclasses import MISSING, dataclass, fields, replace
from datetime import timedelta
from itertools import product

import pytest
from sqlalchemy import insert, update

import storage.challenge
import storage.collaborator
import storage.export
import storage.introduction
import storage.member
import storage.nudge
from bot.actions import member as members
from bot.actions.referral import check
from bot.domain import facts
from bot.domain.answers import Unusable, read_answer
from bot.domain.asks import LONGEST_ANSWER, LONGEST_ASK, length
from bot.domain.challenge import IDEAS
from bot.domain.circle import Circle
from bot.domain.collaborator import Quality
from bot.domain.facts import Fact, Note
from bot.domain.introduction import Outcome
from bot.domain.learning import Improvable, SuggestionState
from bot.domain.member import Person, Question
from bot.domain.nudge import NudgeState, Why
from bot.domain.referral import OfferState, PassReason, ReferralState
from bot.domain.signing import Press, Signer
from bot.locales import LANGUAGES, Speaker
from bot.sandbox.api.media import dimensions
from bot.sandbox.text.html import parse
from handlers.contents import ACTIONS
from handlers.views import VIEWS, view
from handlers.views.message import File, Look, Picture, Words
from storage.database import Transaction
from storage.tables import member as member_table
from storage.tables import membership, suggestion
from storage.tables import offer as offer_table
from storage.tables import referral as request_table
from tests.storage.conftest import NOW, a_circle, a_member, a_request, an_introduction, an_offer, database, tx

__all__ = ["database", "tx"]
SIGNER = Signer(b"k" * 32)
CROWD = 45
KINDS = {
    "emoji": "🙂",
    "markup": "<b>&amp;</i></blockquote>",
    "words": "עברית & <Söhne> {name}{n} \\1 ",
}


def long(piece: str, units: int) -> str:
    """As much of a piece as a limit allows."""
    return (piece * (units // length(piece))).strip()


@dataclass(frozen=True, slots=True)
class World:
    """A circle in which everything is as long as it may be. The reader is number 1, who asked; 2 answers."""

    tx: Transaction
    home: Circle
    request: int
    offer: int
    introduction: int
    nudge: int

    async def show(self, fact: Fact, reader: int | None = 1) -> Words | File | Picture | None:
        found = await storage.member.get(self.tx, reader) if reader else None
        made: Words | File | Picture | None = None
        for language in sorted(LANGUAGES):  # English, the last, is what the tests read
            look = Look(self.tx, NOW, Speaker(language), "Europe/London", found, SIGNER, "kringle_bot")
            made = await view(look, fact)
            if isinstance(made, Words):
                accepted(made)
        return made


async def crowd(tx: Transaction, circle: Circle, piece: str) -> None:
    """Members who said as much as they could of themselves."""
    who = await members.meet(tx, NOW, Person(1, long(piece, 64), long(piece, 64), "x" * 32), "en")
    said: dict[str, object] = {"place": "a" + long(piece, 119), "zone_known": True, "nudge_on": True}
    asked = (Question.WHAT_I_DO, Question.PERFECT_CLIENT, Question.LISTEN_FOR, Question.NOT_A_FIT, Question.LANGUAGES)
    for question in asked:
        answer = read_answer(question, "a" + long(piece, LONGEST_ANSWER - 1))
        assert not isinstance(answer, Unusable)
        said |= answer
    await storage.member.change(tx, 1, **said)
    made = replace(who, **said)  # type: ignore[arg-type]
    for number in range(2, CROWD):
        await storage.member.add(tx, replace(made, id=number))
    rows = [{"circle_id": circle.id, "member_id": number} for number in range(1, CROWD)]
    await tx.execute(insert(membership).values(state="joined", joined_at=NOW, checked_at=NOW), rows)


@pytest.fixture(params=KINDS)
async def world(tx: Transaction, request: pytest.FixtureRequest) -> World:
    piece = KINDS[request.param]
    circle = await a_circle(tx, title=long(piece, 128))
    await crowd(tx, circle, piece)
    words = check("a" + long(piece, LONGEST_ASK - 1))
    made = await a_request(tx, circle, text=words, author_name=long(piece, 64), state=ReferralState.OFFERING)
    part = long(piece, LONGEST_ANSWER)
    offer = await an_offer(tx, made, 2, because=[[str(words), part], [str(words), part]], hinted_by=3)
    met = await an_introduction(tx, made, 2, giver_name=long(piece, 64))
    call = await storage.nudge.add(
        tx, member_id=1, collaborator_id=2, local_date=NOW.date(), turn=0, state=NudgeState.OPEN, created_at=NOW
    )
    return World(tx, circle, made.id, offer.id, met.id, call.id)


def accepted(made: Words | File | Picture | None) -> Words:
    """Fails unless Telegram would take the message."""
    assert isinstance(made, Words)
    shown = parse(made.text)
    assert 0 < length(shown.text) <= 4096
    for row in made.buttons:
        assert 0 < len(row) <= 8
        for button in row:
            assert button.text.strip()
            assert length(button.text) <= 128
            assert bool(button.data) != bool(button.url)
            if button.data:
                assert len(button.data.encode()) <= 64
                read = SIGNER.read_button(button.data)
                assert isinstance(read, Press)
                assert read.action in ACTIONS
            else:
                assert button.url.startswith("https://t.me/kringle_bot")
    assert sum(len(row) for row in made.buttons) <= 100
    return made


FIXED = (facts.CircleWelcomed, facts.CircleShown, facts.SettingsShown, facts.PlayedBack, facts.ProfileShown,
         facts.MemberShown, facts.MembersListed, facts.NudgeSettingsShown)  # fmt: skip


async def test_what_has_one_look(world: World) -> None:
    for kind in FIXED:
        values = {"circle": world.home.id, "member": 1, "to": 1}
        accepted(await world.show(kind(**{name: values[name] for name in kind.__match_args__ if name in values})))
    for sharpen in (True, False):
        accepted(await world.show(facts.PlayedBack(1, sharpen=sharpen)))
    for question, setup in product(Question, (True, False)):
        accepted(await world.show(facts.Asked(question, setup)))


async def test_a_card_in_every_state(world: World) -> None:
    for state, unclear in product(ReferralState, (True, False)):
        await world.tx.execute(update(request_table).values(state=state, unclear=unclear))
        made = await world.show(facts.CardShown(world.request), reader=None)
        if state is not ReferralState.ROUTING:
            accepted(made)


async def test_an_offer_in_every_state(world: World) -> None:
    for state, of in product(OfferState, ReferralState):
        await world.tx.execute(update(request_table).values(state=of))
        await world.tx.execute(update(offer_table).values(state=state, reason=None))
        accepted(await world.show(facts.OfferMade(world.offer), reader=2))
    for reason in PassReason:
        await world.tx.execute(update(request_table).values(state=ReferralState.OFFERING))
        await world.tx.execute(update(offer_table).values(state=OfferState.PASSED, reason=reason))
        accepted(await world.show(facts.OfferMade(world.offer), reader=2))


async def test_every_page_of_the_list_to_pick_from(world: World) -> None:
    for page in range(9):
        accepted(await world.show(facts.MemberPicked(world.request, 1, world.offer, page)))


async def test_an_introduction_and_what_follows(world: World) -> None:
    for side, reader in (("giver", 1), ("receiver", 2)):
        accepted(await world.show(facts.Introduced(world.introduction, reader), reader))
        for outcome in (None, *Outcome):
            await storage.introduction.change(world.tx, world.introduction, **{f"{side}_outcome": outcome})
            accepted(await world.show(facts.FollowedUp(world.introduction, reader, 0), reader))
        for mine, theirs in product((None, True, False), repeat=2):
            values = {"giver_thanks": mine, "receiver_thanks": theirs}
            await storage.introduction.change(world.tx, world.introduction, **values)
            accepted(await world.show(facts.ThanksOffered(world.introduction, reader), reader))
    accepted(await world.show(facts.ThanksSaid(world.introduction), reader=None))


async def test_a_nudge_in_every_state(world: World) -> None:
    for state in NudgeState:
        await storage.nudge.change(world.tx, world.nudge, state=state)
        accepted(await world.show(facts.Nudged(world.nudge)))
    for row in ({"nudge_on": False, "next_nudge_at": None}, {"paused": True}):
        await world.tx.execute(update(member_table).values(**row))
        accepted(await world.show(facts.NudgeSettingsShown()))


async def test_a_challenge_from_the_first_name_to_the_last_word(world: World) -> None:
    tx, piece = world.tx, (await storage.member.get_all(world.tx, [1]))[1].what_i_do
    await storage.member.change(tx, 2, seeks_words=piece, brings=piece, seeks=[str(one) for one in Quality])
    accepted(await world.show(facts.ChallengeOffered(1)))
    drive = await storage.challenge.add_drive(tx, NOW, world.home.id, NOW.date())
    made = await storage.challenge.start(tx, NOW, 1, NOW.date(), drive.id)
    for fact in (facts.QualitiesAsked(1), facts.BringsAsked(1), facts.DriveOffered(world.home.id)):
        accepted(await world.show(fact))
    for reader in (None, 1):
        accepted(await world.show(facts.DriveShown(drive.id), reader))
    for number in range(2, 23):
        called = await storage.nudge.add(
            tx, member_id=1, collaborator_id=number, local_date=NOW.date() + timedelta(days=number), turn=0,
            state=NudgeState.OPEN, created_at=NOW, challenge_id=made.id, why=Why.GAP, because=piece,
        )  # fmt: skip
        accepted(await world.show(facts.Nudged(called.id)))
        accepted(await world.show(facts.CallConfirmed(called.id, number), number))
        await storage.nudge.change(tx, called.id, state=NudgeState.TALKED, confirmed=True)
        await storage.collaborator.remember(tx, NOW, called.id, 1, piece)
        accepted(await world.show(facts.CallConfirmed(called.id, number), number))
    accepted(await world.show(facts.ChallengeShown(made.id)))
    accepted(await world.show(facts.ChallengeSummed(made.id)))
    for fact, told in ((facts.ChallengePictured(made.id), 1), (facts.ChallengeShared(made.id), None)):
        picture = await world.show(fact, told)
        assert isinstance(picture, Picture)
        assert dimensions(picture.content) is not None
        assert length(parse(picture.caption).text) <= 1024


@pytest.mark.parametrize("idea", IDEAS)
async def test_an_idea_in_every_state(tx: Transaction, idea: str) -> None:
    world = World(tx, await a_circle(tx), 0, 0, 0, 0)
    await a_member(tx, 1)
    values = {"member_id": 1, "collaborator_id": None, "local_date": NOW.date(), "turn": 0, "created_at": NOW}
    for state in NudgeState:
        made = await storage.nudge.add(tx, idea=idea, state=state, **(values | {"turn": list(NudgeState).index(state)}))
        accepted(await world.show(facts.Nudged(made.id)))


async def test_what_was_learned(world: World) -> None:
    tx, piece = world.tx, (await storage.member.get_all(world.tx, [1]))[1].what_i_do
    for state, reason in ((OfferState.CLAIMED, None), (OfferState.PASSED, PassReason.CLIENT)):
        for number in range(12):
            request = await a_request(tx, world.home, 3, text=piece, message_id=100 + len(state) * 100 + number)
            await an_offer(tx, request, 1, state=state, reason=reason, answered_at=NOW)
    accepted(await world.show(facts.LessonsShown(1)))
    accepted(await world.show(facts.PastAsksListed()))
    pairs = ((piece * 2, piece), (piece, piece))
    for percent in (0, 50, 100):
        accepted(await world.show(facts.AskSeen(world.request, percent, pairs)))
    accepted(await world.show(facts.ExposureShown(world.home.id)))
    values = {"member_id": 1, "words": piece, "created_at": NOW, "state": "wanted", "question": "not_a_fit"}
    await tx.execute(insert(suggestion).values(**values))
    for state, question in product(SuggestionState, Improvable):
        await tx.execute(update(suggestion).values(state=state, question=question))
        made = await world.show(facts.SuggestionMade(1))
        if state in (SuggestionState.WANTED, SuggestionState.NONE):
            assert made is None
        else:
            accepted(made)


async def test_a_member_who_says_nothing_of_themselves(tx: Transaction) -> None:
    circle = await a_circle(tx)
    for number in (1, 2):
        await a_member(tx, number, circle)
    world = World(tx, circle, 0, 0, 0, 0)
    for fact in (facts.ProfileShown(1), facts.MemberShown(2), facts.MembersListed(), facts.CircleShown(circle.id)):
        accepted(await world.show(fact))


NAMELESS = (
    Note,
    facts.CircleWelcomed,
    facts.Asked,
    facts.CallConfirmed,
    *(kind for kind in VIEWS if not kind.__match_args__),
)


async def test_what_is_gone_is_not_told(tx: Transaction) -> None:
    await a_member(tx, 1)
    nothing = World(tx, await a_circle(tx, -999), 0, 0, 0, 0)
    for kind in VIEWS:
        if kind not in NAMELESS:
            values = {field.name: 99 for field in fields(kind) if field.default is MISSING}
            assert await nothing.show(kind(**values)) is None, kind


async def test_names_and_words_stand_there_as_they_were_written(tx: Transaction) -> None:
    circle = await a_circle(tx, title="A & B <Friends>")
    await a_member(tx, 1, circle, first_name="<b>Ann</b>", last_name='O\'Neil & "Co"', what_i_do="I <3 R&D {n}")
    made = accepted(await World(tx, circle, 0, 0, 0, 0).show(facts.ProfileShown(1)))
    shown = parse(made.text).text
    assert '<b>Ann</b> O\'Neil & "Co"' in shown
    assert "I <3 R&D {n}" in shown
    assert "A & B <Friends>" in shown


async def test_contact_details_are_hidden_until_the_claim_and_shown_after_it(tx: Transaction) -> None:
    circle = await a_circle(tx)
    for number in (1, 2, 3):
        await a_member(tx, number, circle)
    text = "a baker, 020 7946 0958, anna@example.com, https://example.com/x"
    made = await a_request(tx, circle, text=text, state=ReferralState.OFFERING)
    offer = await an_offer(tx, made, 2, because=[[text, "bakers"]])
    met = await an_introduction(tx, made, 2)
    world = World(tx, circle, made.id, offer.id, met.id, 0)
    hidden = [
        accepted(await world.show(facts.CardShown(made.id), None)).text,
        accepted(await world.show(facts.OfferMade(offer.id), 2)).text,
        accepted(await world.show(facts.MemberPicked(made.id, 3), 3)).text,
        accepted(await world.show(Note("hint_received", {"ask": text, "hint": text, "by": 3, "by_name": "C"}))).text,
        json.dumps(await storage.export.everything(tx, 2)),
    ]
    for one in hidden:
        assert "baker" in one
        assert "7946" not in one
        assert "example" not in one
    for reader in (1, 2):
        assert text in accepted(await world.show(facts.Introduced(met.id, reader), reader)).text


async def test_an_export_is_ones_own_and_can_be_read_as_json(world: World) -> None:
    made = await world.show(facts.Exported(1))
    assert isinstance(made, File)
    told = json.loads(made.content)
    assert [one["id"] for one in told["member"]] == [1]
    assert told["requests"][0]["text"]
    assert await world.show(facts.Exported(2), reader=1) is None
    assert json.loads(json.dumps(await storage.export.everything(world.tx, 2)))["offers"]


async def test_a_note_with_any_value(tx: Transaction) -> None:
    await a_member(tx, 1)
    nothing = World(tx, await a_circle(tx, -999), 0, 0, 0, 0)
    for piece in KINDS.values():
        note = Note(
            "who_unknown", {"name": piece}, ((("button_add_to_group", "add"), ("button_join", "link", "j", 7)),)
        )
        assert piece.strip() in parse(accepted(await nothing.show(note)).text).text


def test_two_messages_look_the_same_only_when_they_are() -> None:
    words = Words("a")
    assert words.digest() == Words("a").digest() != Words("b").digest()
    assert replace(words, silent=True).digest() == words.digest()
