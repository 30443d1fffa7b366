"""One engine for all tests of this folder, and a small circle whose members any reader can tell apart."""

import pytest

from bot.domain.routing import Statement
from bot.matching import Engine, load_engine


@pytest.fixture(scope="session")
def engine() -> Engine:
    return load_engine()


@pytest.fixture(scope="session")
def circle() -> tuple[Statement, ...]:
    return CIRCLE


CIRCLE = (
    Statement(
        member=1,
        what_i_do="Bookkeeping and tax returns for the self-employed.",
        perfect_client="Market traders, hairdressers, plumbers with a bag of receipts and a letter they dare not open.",
        not_a_fit="Limited companies with staff.",
        listen_for=("my receipts are all in a shoebox", "I got a letter from the tax office and put it in a drawer"),
        place="Bristol",
        languages=("English", "Polish"),
    ),
    Statement(
        member=2,
        what_i_do="Family lawyer and mediator.",
        perfect_client="Couples who are separating and want to stay out of court, with a house or a pension to divide.",
        not_a_fit="Wills and house sales.",
        listen_for=("we have told the kids it is over", "who gets the house?"),
        place="Bristol and Bath",
        languages=("English",),
    ),
    Statement(
        member=3,
        what_i_do="Electrician, two vans: rewires, fuse boards, safety certificates.",
        perfect_client="Landlords and letting agents who need the certificates of their flats done on time.",
        not_a_fit="No solar panels, no car chargers.",
        listen_for=("the certificate of one of my flats runs out next week",),
        place="Bristol",
        languages=("English",),
    ),
    Statement(
        member=4,
        what_i_do="Personal trainer with a small private studio.",
        perfect_client="People over fifty who were told by a doctor to get stronger and would never walk into a gym.",
        not_a_fit="Bodybuilding and marathons.",
        listen_for=("the physio told me to keep it moving", "I can't get up from the floor without holding on"),
        place="Bristol",
        languages=("English",),
    ),
    Statement(
        member=5,
        what_i_do="Print shop: flyers, banners, menus, signs.",
        perfect_client="People in a hurry: exhibitors whose stand is on Thursday and who have nothing yet.",
        not_a_fit="Long runs. We do not design logos.",
        listen_for=("our stand is booked and we have nothing to put on it",),
        place="remote/anywhere",
        languages=("English",),
    ),
)
