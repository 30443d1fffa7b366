"""HTML mode: what it makes of right markup, what it says of wrong markup, and that nothing else can happen."""

import html as standard

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.sandbox.text import utf16
from bot.sandbox.text.detect import detect
from bot.sandbox.text.formatted import Entity, Formatted, clean, tidy
from bot.sandbox.text.html import parse
from bot.sandbox.text.render import to_html
from bot.sandbox.text.tags import BrokenHtml

SURROGATES = (
    "Text contains invalid Unicode characters after decoding HTML entities, check for unmatched surrogate code units"
)
TEXT = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=60)


@pytest.mark.parametrize(
    ("markup", "text", "entities"),
    [
        ("<b>bold</b> and <STRONG>more</STRONG>", "bold and more", [("bold", 0, 4), ("bold", 9, 4)]),
        ("<i>a</i><em>b</em><u>c</u><ins>d</ins><s>e</s><strike>f</strike><del>g</del>", "abcdefg", [
            ("italic", 0, 1), ("italic", 1, 1), ("underline", 2, 1), ("underline", 3, 1),
            ("strikethrough", 4, 1), ("strikethrough", 5, 1), ("strikethrough", 6, 1)]),
        ('<span class="tg-spoiler">x</span><tg-spoiler>y</tg-spoiler>', "xy", [("spoiler", 0, 1), ("spoiler", 1, 1)]),
        ("🙂<b>🙂</b>", "🙂🙂", [("bold", 2, 2)]),
        ("<code>a &lt; b</code>", "a < b", [("code", 0, 5)]),
        ('<pre><code class="language-python">x</code></pre>', "x", [("pre", 0, 1)]),
        ("<blockquote expandable>x</blockquote><blockquote>y</blockquote>", "xy", [
            ("expandable_blockquote", 0, 1), ("blockquote", 1, 1)]),
        ('<a href="https://example.org?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
        ('<a href="tg://user?id=7">x</a>', "x", [("text_mention", 0, 1)]),
        ("<a href='nonsense'>x</a>", "x", []),
        ('<tg-emoji emoji-id="123">🙂</tg-emoji>', "🙂", [("custom_emoji", 0, 2)]),
        ('<tg-time unix="1700000000" format="wDT">then</tg-time>', "then", [("date_time", 0, 4)]),
        ("<b></b>x", "x", []),
        ("&#65;&#x42;&amp;&quot;&nbsp;&", 'AB&"&nbsp;&', []),
        ("&lt b", "< b", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
    ],
)  # fmt: skip
def test_right_markup(markup: str, text: str, entities: list[tuple[str, int, int]]) -> None:
    formatted = parse(markup)
    assert formatted.text == text
    assert [(e.kind, e.offset, e.length) for e in formatted.entities] == entities


@pytest.mark.parametrize(
    ("markup", "said"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("é<b>x</i>", 'Unmatched end tag at byte offset 6, expected "</b>", found "</i>"'),
        ("a < b", 'Unsupported start tag "" at byte offset 2'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<script>x</script>", 'Unsupported start tag "script" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href>x", 'Can\'t find end tag corresponding to start tag "a"'),
        ("<a href=x", "Unclosed start tag at byte offset 0"),
        ("<a href='x/>", "Unclosed start tag at byte offset 0"),
        ('<a href="x"/>y</a>', 'Empty attribute name in the tag "a" at byte offset 0'),
        ("<a href=x/y>z</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<tg-emoji>x</tg-emoji>", "Invalid custom emoji identifier specified"),
        ("<tg-time unix='1' format='q'>x</tg-time>", "Invalid date-time format specified"),
        ("&#xd83d;", SURROGATES),
    ],
)  # fmt: skip
def test_wrong_markup(markup: str, said: str) -> None:
    with pytest.raises(BrokenHtml) as caught:
        parse(markup)
    assert str(caught.value) == said


@given(TEXT)
def test_any_escaped_text_comes_back(text: str) -> None:
    assert parse(standard.escape(text)) == Formatted(text)


@given(st.lists(st.tuples(TEXT.filter(bool), st.sampled_from(["b", "i", "u", "s", "code", "tg-spoiler"]), TEXT)))
def test_offsets_are_utf16(pieces: list[tuple[str, str, str]]) -> None:
    quoted = [(standard.escape(inside), tag, standard.escape(after)) for inside, tag, after in pieces]
    markup = "".join(f"<{tag}>{inside}</{tag}>{after}" for inside, tag, after in quoted)
    formatted = parse(markup)
    encoded = formatted.text.encode("utf-16-le")
    assert [encoded[2 * e.offset : 2 * e.end].decode("utf-16-le") for e in formatted.entities] == [p[0] for p in pieces]


SOUP = st.lists(
    st.sampled_from(
        ["<", ">", "</", "/", "=", '"', "'", "&", ";", "#", "x", "b", "a", " ", "<b>", "</b>", "<a href=", "<i>",
         "</i>", "span", "class", "&lt;", "&#", "&#x", "0", "é", "🙂", "\0", "<code>", "</code>", "<pre>", "</pre>"]
    )
)  # fmt: skip


@given(SOUP.map("".join))
def test_tag_soup_is_read_or_refused(soup: str) -> None:
    try:
        formatted = detect(tidy(parse(clean(soup))))
    except BrokenHtml:
        return
    size = utf16.length(formatted.text)
    assert all(0 <= e.offset < e.end <= size for e in formatted.entities)
    assert "<script" not in to_html(formatted)


@given(SOUP.map("".join))
def test_what_is_shown_says_the_same_again(soup: str) -> None:
    try:
        formatted = tidy(parse(clean(soup)))
    except BrokenHtml:
        return
    shown = to_html(formatted).replace("&#x27;", "'").replace(' rel="noopener noreferrer"', "")
    assert parse(shown).text == formatted.text


@pytest.mark.parametrize(
    ("text", "entities", "html"),
    [
        ("a<b>&", (), "a&lt;b&gt;&amp;"),
        ("abcd", (Entity("bold", 0, 3), Entity("italic", 1, 3)), "<b>a<i>bc</i></b><i>d</i>"),
        ("x", (Entity("text_link", 0, 1, url="javascript:alert(1)"),), "x"),
        ("x", (Entity("text_link", 0, 1, url='https://a.b/"><script>'),),
         '<a href="https://a.b/&quot;&gt;&lt;script&gt;" rel="noopener noreferrer">x</a>'),
        ("🙂x", (Entity("spoiler", 2, 1),), '🙂<span class="tg-spoiler">x</span>'),
        ("a@b.co", (Entity("email", 0, 6),), '<a href="mailto:a@b.co" rel="noopener noreferrer">a@b.co</a>'),
    ],
)  # fmt: skip
def test_shown(text: str, entities: tuple[Entity, ...], html: str) -> None:
    assert to_html(Formatted(text, entities)) == html


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("/need a cook, ask @anna_berg", ["bot_command:/need", "mention:@anna_berg"]),
        ("/need@kringle_bot now", ["bot_command:/need@kringle_bot"]),
        ("and/or a/b 3/4 km/h", []),
        ("see https://example.org/a?b=1, or example.com.", ["url:https://example.org/a?b=1", "url:example.com"]),
        ("write to a.b@example.org!", ["email:a.b@example.org"]),
        ("call +49 155 501 00200 today", ["phone_number:+49 155 501 00200"]),
        ("🙂 #tag and $EUR", ["hashtag:#tag", "cashtag:$EUR"]),
        ("e.g. this, i.e. that", []),
        ("me@ @x x@y", []),
    ],
)
def test_found_by_itself(text: str, found: list[str]) -> None:
    formatted = detect(Formatted(text))
    assert [f"{e.kind}:{utf16.part(text, e.offset, e.length)}" for e in formatted.entities] == found


def test_nothing_is_found_inside_code() -> None:
    assert [e.kind for e in detect(parse("<code>/need @anna</code>")).entities] == ["code"]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (Formatted("  x  \n"), Formatted("x")),
        (Formatted("  x ", (Entity("bold", 0, 4),)), Formatted("  x", (Entity("bold", 0, 3),))),
        (Formatted(" x", (Entity("bold", 1, 1),)), Formatted("x", (Entity("bold", 0, 1),))),
        (Formatted("   "), Formatted("")),
        (Formatted("ab", (Entity("bold", 0, 1), Entity("bold", 1, 1))), Formatted("ab", (Entity("bold", 0, 2),))),
    ],
)
def test_trimming(before: Formatted, after: Formatted) -> None:
    assert tidy(before) == after
