"""Profiles that are kept: what does not fit on the shelf any more changes no answer."""

from dataclasses import replace

import numpy as np
import pytest

from bot.domain.routing import Statement
from bot.matching.encoder import Encoder
from bot.matching.package import checked
from bot.matching.shelf import Shelf

MEMBERS = [
    Statement(number, f"I mend {thing}.", f"People whose {thing} broke.", listen_for=(f"My {thing} stopped",))
    for number, thing in enumerate(("bicycles", "kettles", "roofs", "clocks", "hearts"))
]


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    files = checked()
    return Encoder(files["encoder"], files["tokenizer"])


@pytest.mark.parametrize("room", [1, 2, 4, 5])
def test_a_first_look_is_the_same_on_a_shelf_of_any_size(encoder: Encoder, room: int) -> None:
    vector = encoder.encode(["Who can look at a leaking roof?"])[0]
    wide, narrow = Shelf(encoder), Shelf(encoder, room)
    expected = wide.rough(vector, MEMBERS)
    assert int(expected.argmax()) == 2
    for _ in range(2):
        np.testing.assert_array_equal(narrow.rough(vector, MEMBERS), expected)
    np.testing.assert_array_equal(narrow.rough(vector, MEMBERS[::-1]), expected[::-1])


def test_who_was_unused_for_longest_leaves_first(encoder: Encoder) -> None:
    shelf = Shelf(encoder, 3)
    first, second, third = shelf.profiles(MEMBERS[:3])
    shelf.profiles(MEMBERS[:1])
    shelf.profiles(MEMBERS[3:4])
    assert shelf.profiles(MEMBERS[:1])[0] is first
    assert shelf.profiles(MEMBERS[2:3])[0] is third
    assert shelf.profiles(MEMBERS[1:2])[0] is not second


def test_a_shelf_grows(encoder: Encoder) -> None:
    many = [Statement(number, business=f"bicycle {number}") for number in range(260)]
    vector = encoder.encode(["bicycle 3"])[0]
    scores = Shelf(encoder).rough(vector, many)
    assert int(scores.argmax()) == 3
    np.testing.assert_array_equal(Shelf(encoder).rough(vector, many[::-1]), scores[::-1])


def test_the_same_words_share_a_profile(encoder: Encoder) -> None:
    one, other = Shelf(encoder).profiles([MEMBERS[0], replace(MEMBERS[0], member=77)])
    assert one is other
