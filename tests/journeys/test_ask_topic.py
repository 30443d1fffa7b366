"""An ask in a topic of a forum: the card stands where the ask was made, as long as there is such a place."""

from bot.sandbox.api.faults import Answer
from tests.journeys.conftest import Circle

ASK = "a bookkeeper for a 5-person bakery"


async def forum(circle: Circle) -> Circle:
    """The same people in a group with topics."""
    people = [actor.person for actor in circle.stage.cast.values()]
    group = circle.stage.telegram.group("Harbour Forum", creator=people[0], members=people[1:], forum=True)
    group.add_bot(by=people[0])
    await circle.stage.settle()
    for actor in circle.stage.cast.values():
        await actor.taps("Join this circle", chat=group)
    return Circle(circle.stage, group)


async def test_the_card_stands_in_the_topic(circle: Circle) -> None:
    there = await forum(circle)
    topic = there.group.topic("Clients")
    await there.anna.says(f"/need {ASK}", chat=there.group, topic=topic)
    assert there.card().topic_id == topic.id
    assert there.asked(ASK) == ["ben"]


async def test_a_first_message_in_a_topic_is_no_reply(circle: Circle) -> None:
    there = await forum(circle)
    topic = there.group.topic("Clients")
    await there.anna.says("/need", chat=there.group, topic=topic)
    assert "What do you need?" in there.card().text
    assert there.card().topic_id == topic.id


async def test_the_card_is_kept_up_to_date_in_a_closed_topic(circle: Circle) -> None:
    there = await forum(circle)
    topic = there.group.topic("Clients")
    await there.anna.says(f"/need {ASK}", chat=there.group, topic=topic)
    topic.close()
    await there.ben.taps("I can help")
    assert "Introduced" in there.card().text


async def test_a_topic_that_closes_meanwhile_does_not_swallow_the_card(circle: Circle) -> None:
    there = await forum(circle)
    topic = there.group.topic("Clients")
    there.anna.person.says(f"/need {ASK}", chat=there.group, topic=topic)
    topic.close()
    await there.stage.settle()
    assert ASK in there.card().text


async def test_nor_does_one_that_is_deleted(circle: Circle) -> None:
    there = await forum(circle)
    topic = there.group.topic("Clients")
    gone = Answer(400, "Bad Request: message thread not found")
    there.stage.telegram.faults.add("sendMessage", gone, chat=there.group.id)
    await there.anna.says(f"/need {ASK}", chat=there.group, topic=topic)
    assert ASK in there.card().text
