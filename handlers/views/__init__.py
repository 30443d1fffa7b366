"""How each fact becomes a message, in its reader's language, at the moment it is sent."""

from collections.abc import Awaitable, Callable
from typing import Any

from bot.domain import facts
from bot.domain.facts import Fact, Note
from handlers.views import (
    call,
    challenge,
    circle,
    collaborator,
    export,
    introduction,
    learning,
    member,
    nudge,
    overlap,
    prospect,
    refer_out,
    referral,
    reflection,
    stats,
)
from handlers.views.message import File, Look, Picture, Words
from handlers.views.note import note

View = Callable[[Look, Any], Awaitable[Words | File | Picture | None]]

VIEWS: dict[type[Fact], View] = {
    Note: note,
    facts.CircleWelcomed: circle.welcome,
    facts.CircleShown: circle.circle,
    facts.SettingsShown: circle.settings,
    facts.Asked: member.asked,
    facts.PlayedBack: member.played_back,
    facts.ProfileShown: member.profile,
    facts.MemberShown: member.member_shown,
    facts.MembersListed: member.members,
    facts.CardShown: referral.card,
    facts.OfferMade: referral.offer,
    facts.MemberPicked: referral.picker,
    facts.Introduced: introduction.introduced,
    facts.FollowedUp: introduction.followed_up,
    facts.ThanksOffered: introduction.thanks_offered,
    facts.ThanksSaid: introduction.thanks_said,
    facts.Nudged: nudge.nudged,
    facts.NudgeOfDay: nudge.of_day,
    facts.NudgeSettingsShown: nudge.nudge_settings,
    facts.Exported: export.exported,
    facts.SuggestionMade: learning.suggestion,
    facts.LessonsShown: learning.lessons,
    facts.PastAsksListed: learning.past_asks,
    facts.AskSeen: learning.ask_seen,
    facts.ExposureShown: circle.exposure,
    facts.ReferOutShown: refer_out.shown,
    facts.ConsentAsked: refer_out.consent,
    facts.ClientShown: refer_out.client,
    facts.StatsShown: stats.stats,
    facts.NumbersShown: stats.numbers,
    facts.NumbersFiled: stats.numbers_file,
    facts.MeetingsDrawn: stats.meetings,
    facts.GapMapShown: stats.gap_map,
    facts.CallConfirmed: call.confirmed,
    facts.ChallengeOffered: challenge.offered,
    facts.ChallengeShown: challenge.shown,
    facts.ChallengePictured: challenge.pictured,
    facts.ChallengeSummed: challenge.summed,
    facts.ChallengeShared: challenge.shared,
    facts.DriveShown: challenge.drive,
    facts.DriveOffered: challenge.drive_days,
    facts.QualitiesAsked: collaborator.qualities,
    facts.BringsAsked: collaborator.brings,
    facts.ReflectionAsked: reflection.asked,
    facts.ReflectionShown: reflection.page,
    facts.ReflectionDone: reflection.done,
    facts.RulesShown: reflection.rules,
    facts.NamesOffered: reflection.names,
    facts.ReferOutOffered: reflection.refer_out,
    facts.ProspectsListed: prospect.listed,
    facts.ProspectShown: prospect.shown,
    facts.InvitationShown: prospect.invitation,
    facts.OverlapChoice: overlap.choice,
    facts.OverlapShown: overlap.shown,
}


async def view(look: Look, fact: Fact) -> Words | File | Picture | None:
    """The message for a fact as things stand now; None when there is nothing to say any more."""
    return await VIEWS[type(fact)](look, fact)
