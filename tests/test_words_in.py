"""Whatever people type, send or forge: the first readers of it never raise."""

from hypothesis import given
from hypothesis import strategies as st

from bot.actions.referral import check
from bot.domain.asks import LONGEST_ASK, length
from bot.domain.member import Member
from bot.domain.referral import Refusal
from handlers.referral import command_text
from handlers.who import find_by_name
from tests.storage.conftest import NOW

TEXT = st.text(max_size=200)


@given(TEXT)
def test_an_ask_is_kept_or_refused(text: str) -> None:
    kept = check(text)
    if isinstance(kept, Refusal):
        assert kept in (Refusal.EMPTY, Refusal.TOO_LONG)
    else:
        assert 0 < length(kept) <= LONGEST_ASK


@given(st.integers(0, 3000))
def test_an_ask_has_its_longest(number: int) -> None:
    assert isinstance(check("🙂a" * number), Refusal) is (number == 0 or 3 * number > LONGEST_ASK)


@given(st.sampled_from(["/need", "/need@kringle_bot", "/who"]), st.sampled_from([" ", "\n", "  \n"]), TEXT)
def test_the_words_behind_a_command(command: str, between: str, text: str) -> None:
    assert command_text(f"{command}{between}{text}") == text.strip()
    assert command_text(command) == ""


@given(TEXT)
def test_any_name_is_looked_up(name: str) -> None:
    anna = Member(id=1, first_name="Anna", last_name="Łukasik", username="anna_l", created_at=NOW)
    assert find_by_name(name, [anna]) in ([], [anna])


def test_names_are_found_as_people_type_them() -> None:
    names = [("Anna", "Łukasik", "anna_l"), ("Annette", "Berg", None), ("Ben", "O’Neil", "benny"), ("Ölaf", "", None)]
    cast = [
        Member(id=number, first_name=first, last_name=last, username=handle, created_at=NOW)
        for number, (first, last, handle) in enumerate(names, 1)
    ]
    for typed, found in {
        "anna": [1], "ANNA LUKASIK": [1], "@anna_l": [1], "ann": [1, 2], "berg": [2], "o neil": [3], "@benny": [3],
        "olaf": [4], "Anette": [2], "zzz": [], "": [], "@": [], "🙂": [],
    }.items():  # fmt: skip
        assert [one.id for one in find_by_name(typed, cast)] == found, typed
