"""Strategies for records: all that `faults` accepts, with text that is out to harm."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy
from msgspec.structs import replace

from filmgraph.curtain import LEVELS
from filmgraph.names import has_letters, one_line
from filmgraph.record import (
    Character,
    Company,
    ConceptRecord,
    Credit,
    Detail,
    Event,
    Evidence,
    FilmRecord,
    FilmRelation,
    Identifier,
    Link,
    Money,
    Motif,
    Participant,
    PostCreditScene,
    Relation,
    Release,
    Setting,
    Telling,
    Text,
    ThemeUse,
    Title,
)

__all__ = ["concepts", "films"]

HOSTILE = (
    'a "quoted" word',
    "back\\slash\\",
    "line\nbreak\r\n",
    "\x00\x01\x1f\x7f\x85",
    "half \ud83d of a pair",
    "\udfff",
    "שלום עולם",
    "\u202eright to left",
    "🎬🏳️‍🌈",
    "</script><script>alert(1)</script>",
    "<https://example.org/> .",
    '" . <urn:a> <urn:b> <urn:c> .\n',
    "\\u0041 \\n",
    "\ufeff\ufffe\uffff\ufdd0",
    "\U0010ffff\U000e0001",
    "हिन्दी",
    "İstanbul ß ﬁ Ⅷ ²",
    "e\u0301",
    "..",
    "a/b#c?d%20e",
    "'; DROP TABLE films; --",
    "{{7*7}} ${x}",
)

texts = st.one_of(st.sampled_from(HOSTILE), st.text(min_size=1, max_size=8))
names = texts.map(one_line).filter(has_letters)
any_names = texts.filter(bool)
levels = st.sampled_from([None, *LEVELS])
languages = st.sampled_from(
    ["en", "pt-BR", "zh-Hant-TW", "en-a", "zz-zz-zz", "de-1996", "abc-def-x"]
)
dates = st.sampled_from(["1995", "1995-10", "1995-10-27", "1996-02-29"])
urls = st.one_of(
    st.sampled_from(
        [
            "https://example.org/",
            "http://a:b/",
            "http://u:p@h:80/x",
            "http://a@b@c/",
            "https://h/100%?a#b#c",
            "https://h/\ue000\x80é",
            "http:///x",
            "https://h/?\U000e0001\ufdd0",
            "http://h:1:2",
        ]
    ),
    st.text(
        st.characters(exclude_characters='<>"{}|\\^`[]', exclude_categories=["Cs", "Z", "Cc"]),
        max_size=10,
    ).map(lambda rest: f"https://{rest}x"),
)
evidence = st.lists(
    st.builds(
        Evidence,
        quote=texts,
        part=st.sampled_from([None, "synopsis", "plot", "ending", "cast", "motivation", "else"]),
        url=st.none() | urls,
    ),
    max_size=2,
).map(tuple)
said: dict[str, Any] = {"level": levels, "evidence": evidence}
identifiers = st.builds(Identifier, scheme=st.sampled_from(["imdb", "own-id"]), value=texts)


def _some(parts: SearchStrategy[Any], most: int = 2) -> SearchStrategy[Any]:
    return st.lists(parts, max_size=most).map(tuple)


WHO = ("Ripley", "İstanbul ß", "</script> 1")
"""The characters of every film here; a film may have more."""
IDS = ("e1", "e2", "E2")

who = st.sampled_from(WHO)


def _character(name: SearchStrategy[str]) -> SearchStrategy[Character]:
    return st.builds(
        Character,
        name=name,
        aliases=_some(any_names, 1),
        kind=st.sampled_from(["named", "unnamed", "group"]),
        traits=_some(any_names, 1),
        **said,
    )


def _event(id_: str) -> SearchStrategy[Event]:
    others = _some(st.sampled_from([one for one in IDS if one != id_]))
    before = IDS[: IDS.index(id_)]
    return st.builds(
        Event,
        id=st.just(id_),
        what=texts,
        who=_some(st.builds(Participant, character=who, part=st.none() | any_names)),
        place=st.none() | st.sampled_from(["Here", "There"]),
        period=st.none() | st.sampled_from(["Now", "Then"]),
        tellings=_some(
            st.builds(
                Telling,
                index=st.just(IDS.index(id_) + 1),
                mode=st.sampled_from(["scene", "dream"]),
                strand=st.none() | any_names,
            ),
            1,
        ),
        after=_some(st.sampled_from(before)) if before else st.just(()),
        during=others,
        story_order=st.none() | st.integers(1, 9),
        **said,
    )


credits = st.builds(
    Credit,
    person=names,
    part=st.sampled_from(["actor", "director", "editor"]),
    role=st.none() | any_names,
    character=st.none() | who,
    aspect=st.sampled_from([None, "body", "voice"]),
    billing=st.none() | st.integers(1, 3),
    person_id=st.none() | identifiers,
    **said,
)
parts: dict[str, SearchStrategy[Any]] = {
    "other_titles": st.builds(Title, text=any_names, language=st.none() | languages),
    "identifiers": identifiers,
    "releases": st.builds(Release, date=dates, country=st.none() | any_names, **said),
    "languages": any_names,
    "countries": any_names,
    "genres": any_names,
    "companies": st.builds(
        Company, name=any_names, part=st.sampled_from(["production", "distribution"]), **said
    ),
    "money": st.builds(
        Money,
        kind=st.sampled_from(["budget", "box office"]),
        amount=st.integers(0, 9),
        area=st.none() | any_names,
        **said,
    ),
    "details": st.builds(Detail, aspect=any_names, value=texts, **said),
    "credits": credits,
    "relations": st.builds(
        Relation,
        who=who,
        what=any_names,
        whom=who,
        since=st.sampled_from([None, *IDS]),
        **said,
    ),
    "settings": st.one_of(
        st.builds(
            Setting,
            place=st.sampled_from(["Here", "There"]),
            period=st.none() | st.sampled_from(["Now", "Then"]),
            premise=st.booleans(),
            **said,
        ),
        st.builds(Setting, period=any_names, **said),
    ),
    "themes": st.builds(
        ThemeUse,
        theme=any_names,
        weight=st.sampled_from(["choice", "major", "minor", "suggested"]),
        motivation=st.none() | texts,
        characters=_some(who),
        **said,
    ),
    "motifs": st.builds(Motif, name=any_names, symbolises=_some(any_names), **said),
    "film_relations": st.builds(
        FilmRelation,
        kind=st.sampled_from(["remake of", "sequel of", "based on", "in series"]),
        title=any_names,
        year=st.none() | st.just(1979),
        **said,
    ),
    "links": st.builds(Link, url=urls),
    "texts": st.builds(
        Text,
        kind=st.sampled_from(["synopsis", "extract", "plot", "definition"]),
        text=texts,
        language=languages,
        **said,
    ),
}
lists = {name: _some(part) for name, part in parts.items()}
characters = st.tuples(*(_character(st.just(name)) for name in WHO))
more_characters = _some(_character(names), 1)
all_events = st.tuples(*map(_event, IDS))
scenes = st.none() | st.builds(
    PostCreditScene, present=st.booleans(), what=st.none() | texts, **said
)


@st.composite
def films(draw: st.DrawFn, key: str = "k", title: str | None = None) -> FilmRecord:
    """Any film record that `faults` accepts; of one title and year where a title is given."""
    # Half of the kinds of parts at a time: a record of all of them takes long to draw.
    chosen = draw(st.sets(st.sampled_from(sorted(lists)), max_size=8))
    events = draw(st.just(()) | all_events)
    events = events[: draw(st.integers(0, len(IDS)))]
    ids = {event.id for event in events}
    drawn = {name: draw(lists[name]) for name in sorted(chosen)}
    if "relations" in drawn:
        drawn["relations"] = tuple(
            one if one.since in ids else replace(one, since=None) for one in drawn["relations"]
        )
    people = {one.name: one for one in (*draw(more_characters), *draw(characters))}
    return FilmRecord(
        key=key,
        title=title or draw(names),
        year=draw(st.sampled_from([None, 1979, 1980])) if title is None else 1979,
        url=draw(st.none() | urls),
        runtime_minutes=draw(st.none() | st.integers(1, 3)),
        post_credit_scene=draw(scenes),
        characters=tuple(people.values()),
        events=tuple(
            replace(
                event,
                after=tuple(id_ for id_ in event.after if id_ in ids),
                during=tuple(id_ for id_ in event.during if id_ in ids),
            )
            for event in events
        ),
        **drawn,
    )


concepts = st.builds(
    ConceptRecord,
    kind=st.sampled_from(["theme", "genre", "place"]),
    name=names,
    parents=_some(any_names),
    other_names=_some(any_names),
    identifiers=_some(identifiers),
    texts=_some(st.builds(Text, kind=st.just("definition"), text=texts, language=languages)),
    url=st.none() | urls,
)
