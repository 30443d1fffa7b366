"""A few journeys once more, with the bot in a process of its own; `pytest --bot=process` does so with all of them."""

from tests.journeys.test_ask import (
    test_a_yes_introduces_both,
    test_an_ask_reaches_the_member_whose_perfect_client_it_is,
    test_where_nobody_fits_nobody_is_asked_and_the_circle_is,
)
from tests.journeys.test_thanks import test_a_later_yes_is_in_time, test_real_work_is_thanked_as_such

__all__ = [
    "test_a_later_yes_is_in_time",
    "test_a_yes_introduces_both",
    "test_an_ask_reaches_the_member_whose_perfect_client_it_is",
    "test_real_work_is_thanked_as_such",
    "test_where_nobody_fits_nobody_is_asked_and_the_circle_is",
]
