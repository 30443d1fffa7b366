"""What Telegram makes is taken as it is, also what it only keeps for old bots; what it would not make is refused."""

import pytest

from bot.runtime.shape import Misshapen, sound

ANNA = {"id": 7, "is_bot": False, "first_name": "Anna"}
GROUP = {"id": -100, "type": "supergroup", "title": "Harbour Circle"}
MESSAGE = {"message_id": 1, "date": 1_770_000_000, "from": ANNA, "chat": GROUP}


def test_a_joined_message_has_the_newcomer_in_three_ways() -> None:
    joined = {**MESSAGE, "new_chat_participant": ANNA, "new_chat_member": ANNA, "new_chat_members": [ANNA]}
    update = {"update_id": 1, "message": joined}
    assert sound(update) == update


@pytest.mark.parametrize("part", [ANNA, {"user": ANNA}, {"status": "member"}])
def test_a_change_of_membership_says_who_and_how(part: object) -> None:
    change = {"from": ANNA, "chat": GROUP, "date": 1_770_000_000, "new_chat_member": part}
    with pytest.raises(Misshapen):
        sound({"update_id": 1, "chat_member": change})
