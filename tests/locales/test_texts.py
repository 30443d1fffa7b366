"""Every text that code asks for is there, none is there for nothing, and each fits where it is shown."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from enum import StrEnum
from pathlib import Path

import pytest

import bot
import handlers
from bot.domain.answers import Unusable
from bot.domain.challenge import IDEAS
from bot.domain.collaborator import Quality
from bot.domain.introduction import Outcome, Side
from bot.domain.learning import Improvable, SuggestionState
from bot.domain.member import Question
from bot.domain.nudge import NudgeState, Why
from bot.domain.prospect import ProspectState
from bot.domain.refer_out import Consent, ReferReason
from bot.domain.referral import OfferState, PassReason, ReferralState, Refusal
from bot.domain.reflection import Topic
from bot.domain.routing import Sharpening
from bot.domain.stats import COLUMNS
from bot.locales import LANGUAGES, Html, Speaker, supported, texts
from bot.sandbox.text.html import parse
from handlers.contents import GROUP_COMMANDS, MENU

FOLDERS = [Path(bot.__path__[0]) / name for name in ("actions", "domain", "runtime")] + [Path(handlers.__path__[0])]
TREES = {path: ast.parse(path.read_text()) for folder in FOLDERS for path in sorted(folder.rglob("*.py"))}
ENDS = [ReferralState.WITHDRAWN, ReferralState.EXPIRED]

# What may stand in the place of a name in a key such as f"question_{question}".
FAMILIES: dict[str, list[str]] = {
    "question_": list(Question),
    "label_": list(Question),
    "card_": list(ENDS),
    "offer_": [OfferState.LATER, OfferState.SENT_ON, OfferState.CLOSED, OfferState.WAITING],
    "offer_over_": [ReferralState.INTRODUCED, *ENDS],
    "reason_": list(PassReason),
    "sharpen_": list(PassReason),
    "author_": [*ENDS, *(f"{end}_more" for end in ENDS)],
    "guest_": [ReferralState.EXPIRED, f"{ReferralState.EXPIRED}_more"],
    "introduced_": list(Side),
    "first_line_": list(Side),
    "follow_up_": list(Outcome),
    "button_": list(Outcome),
    "thanks_asked_": list(Side),
    "nudge_": [NudgeState.TALKED, NudgeState.ELSE, NudgeState.TOMORROW, NudgeState.SKIPPED],
    "sharpening_": list(Sharpening),
    "suggestion_": [SuggestionState.TAKEN, SuggestionState.DECLINED, *Improvable],
    "nudge_why_": list(Why),
    "idea_": list(IDEAS),
    "quality_": list(Quality),
    "reflect_": list(Topic),
    "topic_": list(Topic),
    "state_": list(ProspectState),
    "language_": list(LANGUAGES),
    "numbers_": list(COLUMNS),
    "refer_reason_": list(ReferReason),
    "consent_": list(Consent),
    "consent_is_": [Consent.NOT_YET, Consent.NO],
    "client_is_": [Consent.NOT_YET, Consent.NO],
    "command_": sorted({*MENU, *GROUP_COMMANDS, "cancel"}),
}
# The calls that take a key, and where in their arguments it stands.
TAKES_KEY = {"say": 0, "label": 0, "button": 0, "link": 0, "reply": 1, "only_reply": 0, "answer": 0, "note": 3,
             "Note": 0, "_done": 2}  # fmt: skip


def calls() -> Iterator[tuple[Path, ast.Call, str, ast.expr]]:
    """Calls that take a key: where, the call, its name, and the argument that is the key."""
    for path, tree in TREES.items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Call):
                name = getattr(node.func, "attr", getattr(node.func, "id", ""))
                at = TAKES_KEY.get(name)
                if at is not None and len(node.args) > at:
                    yield path, node, name, node.args[at]


def literals(argument: ast.expr) -> list[str]:
    """The keys that an expression can be: alternatives of `if` and `or`, never what they depend on."""
    if isinstance(argument, ast.Constant):
        return [argument.value] if isinstance(argument.value, str) and argument.value else []
    if isinstance(argument, ast.IfExp):
        return literals(argument.body) + literals(argument.orelse)
    if isinstance(argument, ast.BoolOp):
        return [key for value in argument.values for key in literals(value)]
    return []


def patterns() -> set[str]:
    """The beginnings of keys that are put together, wherever they are."""
    found = set()
    for tree in TREES.values():
        for node in ast.walk(tree):
            if isinstance(node, ast.JoinedStr) and len(node.values) == 2:
                first = node.values[0]
                if isinstance(first, ast.Constant) and re.fullmatch(r"[a-z_]+_", str(first.value)):
                    found.add(str(first.value))
    return found


def constants() -> set[str]:
    """Every string in the code that could be a key."""
    return {
        node.value
        for tree in TREES.values()
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def names(language: str) -> set[str]:
    return {re.sub(r"\.(zero|one|two|few|many|other)$", "", key) for key in texts(language)}


def named_in(language: str, key: str) -> set[str]:
    """The values that a text, in any of its forms, names."""
    forms = [text for form, text in texts(language).items() if form.split(".")[0] == key]
    return set(re.findall(r"\{(\w+)\}", " ".join(forms)))


def filled(language: str, key: str, **more: object) -> Html:
    wanted = named_in(language, key)
    return Speaker(language)(key, **({name: 7 if name == "n" else "x" for name in wanted} | {"n": 7} | more))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_code_asks_for_is_there(language: str) -> None:
    asked = {key for _, _, _, argument in calls() for key in literals(argument)}
    asked |= {f"{first}{name}" for first in patterns() for name in FAMILIES[first]}
    asked |= set(Refusal) | set(Unusable)
    assert len(asked) > 150
    assert {key for key in asked if not Speaker(language).has(key)} == set()


def test_every_key_that_is_put_together_is_known_here() -> None:
    assert patterns() - set(FAMILIES) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_there_for_nothing(language: str) -> None:
    asked = constants() | {f"{first}{name}" for first in patterns() for name in FAMILIES[first]}
    assert names(language) - asked == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_calls_give_every_value_that_their_text_names(language: str) -> None:
    speaking = Speaker(language)
    for path, call, name, argument in calls():
        if name in ("button", "link", "_done") or any(keyword.arg is None for keyword in call.keywords):
            continue
        if name == "Note" and len(call.args) > 1 and not isinstance(call.args[1], ast.Dict):
            continue
        given = {keyword.arg for keyword in call.keywords}
        if name == "Note" and len(call.args) > 1 and isinstance(call.args[1], ast.Dict):
            given |= {str(key.value) for key in call.args[1].keys if isinstance(key, ast.Constant)}
        for key in literals(argument):
            if speaking.has(key):
                wanted = named_in(language, key)
                assert wanted <= given, f"{path.name}: {key}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_languages_have_the_same_keys_and_placeholders(language: str) -> None:
    assert names(language) == names("en")
    for key in names("en"):
        assert named_in(language, key) == named_in("en", key), key


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_plural_has_every_form_of_its_language(language: str) -> None:
    speaking = Speaker(language)
    forms = {speaking._locale.plural_form(n) for n in range(200)}
    for key in {form.split(".")[0] for form in texts(language) if "." in form}:
        assert {form.split(".")[1] for form in texts(language) if form.split(".")[0] == key} >= forms, key
        shown = {str(filled(language, key, n=n)) for n in (1, 2)}
        assert len(shown) == 2, key


def test_one_and_many() -> None:
    say = Speaker("en")
    assert "for 1 day." in say("paused_days", n=1)
    assert "for 2 days." in say("paused_days", n=2)
    assert "for 0 days." in say("paused_days", n=0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_is_html_that_telegram_reads(language: str) -> None:
    for key in names(language):
        made = filled(language, key)
        assert "{" not in made, key
        parse(made)


@pytest.mark.parametrize("language", LANGUAGES)
def test_values_are_escaped_and_html_is_not_escaped_twice(language: str) -> None:
    nasty = "<b>&amp; {n} \\1 \\g<0>"
    for key in names(language):
        wanted = named_in(language, key)
        made = filled(language, key, **dict.fromkeys(wanted - {"n"}, nasty))
        if wanted - {"n"}:
            assert "&lt;b&gt;&amp;amp; {n} \\1 \\g&lt;0&gt;" in made, key
        again = filled(language, key, **dict.fromkeys(wanted - {"n"}, Html("<i>x</i>")))
        assert "&lt;i&gt;" not in again


def plain(text: str) -> str:
    return re.sub(r"<[^>]+>", "", text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_fit_where_they_are_shown(language: str) -> None:
    answered = {key for _, _, name, argument in calls() if name in ("answer", "_done") for key in literals(argument)}
    answered |= set(Refusal)
    for key, text in texts(language).items():
        name = key.split(".")[0]
        assert 0 < len(plain(text)) <= 1000, key
        assert text == text.lstrip(" ").rstrip(), key
        if name.startswith(("button_", "reason_", "label_", "language_")) and name not in answered:
            assert len(text) <= 40, key
            assert "<" not in text, key
        if name.startswith("command_"):
            assert 3 <= len(text) <= 100, key
            assert "<" not in text, key
        if name in answered:
            assert len(text) <= 200, key
            assert "<" not in Speaker(language).label(name, n=1, most=9).replace("<need>", "") or name in TOLD_ONLY, key


TOLD_ONLY = {Refusal.EMPTY}  # refusals of an ask, which are written in the chat and never shown over a button


@pytest.mark.parametrize("kind", [Question, Refusal, Unusable, PassReason, Outcome])
def test_words_of_the_code_are_no_words_for_people(kind: type[StrEnum]) -> None:
    assert all(re.fullmatch(r"[a-z_]+", member) for member in kind)


@pytest.mark.parametrize(
    ("code", "language"),
    [("en", "en"), ("EN-us", "en"), ("en_GB", "en"), ("xx", "en"), ("", "en"), (None, "en"),
     ("de", "de"), ("de-AT", "de"), ("DE_ch", "de"), ("den", "en")],
)  # fmt: skip
def test_a_language_that_is_not_spoken_is_english(code: str | None, language: str) -> None:
    assert supported(code) == language


SPRING = datetime(2026, 3, 3, 9, 5, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "moment", "spans"),
    [
        ("en", "Tue 3 Mar, 09:05", ["45 sec", "30 min", "90 min", "1 hr", "6 hr", "1 day", "36 hr", "10 days"]),
        ("de", "Di., 3. März, 09:05",
         ["45 Sek.", "30 Min.", "90 Min.", "1 Std.", "6 Std.", "1 Tag", "36 Std.", "10 Tage"]),
    ],
)  # fmt: skip
def test_times_as_a_language_writes_them(language: str, moment: str, spans: list[str]) -> None:
    say = Speaker(language)
    assert say.moment(SPRING, "UTC") == moment
    minutes = (0.75, 30, 90, 60, 360, 1440, 2160, 14400)
    assert [say.span(timedelta(minutes=some)) for some in minutes] == spans


def test_a_text_or_value_that_is_missing_is_a_fault() -> None:
    say = Speaker("en")
    with pytest.raises(KeyError):
        say("no_such_text")
    with pytest.raises(KeyError):
        say("who_unknown")
