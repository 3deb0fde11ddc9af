"""The facts of a timeline's film: what a film page says of it beside the story."""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any, Final

from filmgraph.errors import shown
from filmgraph.intake.timeline.form import Faults, Form
from filmgraph.intake.timeline.outline import Branch, Leaf, Node, Row
from filmgraph.record import (
    FIRST_YEAR,
    LAST_YEAR,
    Company,
    Credit,
    CreditPart,
    Detail,
    FilmRelation,
    Identifier,
    Link,
    Money,
    PostCreditScene,
    Release,
    Text,
    Title,
)
from filmgraph.record.parts import Date, FilmRelationKind, Url

__all__ = ["KEYS", "facts", "title_and_year"]

_PEOPLE: Final[tuple[CreditPart, ...]] = (
    "director",
    "writer",
    "producer",
    "composer",
    "cinematographer",
    "editor",
)
_RELATIONS: Final[tuple[FilmRelationKind, ...]] = ("remake of", "sequel of", "based on")
_COMPANIES: Final = ("companies", "distributors")
_MONEY: Final = ("budget", "box office")

KEYS: Final = (
    "film",
    "other titles",
    *_PEOPLE,
    "runtime",
    "countries",
    "languages",
    "genres",
    "released",
    *_COMPANIES,
    *_MONEY,
    "production",
    "post-credit scene",
    "links",
    "identifiers",
    *_RELATIONS,
    "series",
    "synopsis",
)
"""The keys of a timeline that tell of the film and not of its story."""

_TITLE: Final = re.compile(r"(.*\S)\s*\((\d{4})\)")
_AMOUNT: Final = re.compile(
    r"(?P<before>[A-Z]{3}|[$€£])?\s*(?P<number>\d[\d,]*(?:\.\d+)?)"
    r"(?:\s*(?P<times>thousand|million|billion))?\s*(?P<after>[A-Z]{3}|[$€£])?"
)
_CURRENCIES: Final = {"$": "USD", "€": "EUR", "£": "GBP"}
_TIMES: Final = {"thousand": 10**3, "million": 10**6, "billion": 10**9}
_MOST: Final = 10**15
_LONGEST_RUNTIME: Final = 100_000


def title_and_year(text: str) -> tuple[str, int] | None:
    """The title and the year of `Title (1995)`; None where the text is not written so.

    Examples
    --------
    >>> title_and_year("Leaving Las Vegas (1995)")
    ('Leaving Las Vegas', 1995)
    >>> title_and_year("Leaving Las Vegas")
    """
    match = _TITLE.fullmatch(text)
    if match is None or not FIRST_YEAR <= int(match.group(2)) <= LAST_YEAR:
        return None
    return match.group(1), int(match.group(2))


def facts(form: Form, faults: Faults) -> dict[str, Any]:
    """The fields of a film record for what a timeline says of its film.

    Examples
    --------
    >>> from filmgraph.intake.timeline.outline import read_outline
    >>> tree, _ = read_outline("runtime: 113\\ndirector: Christopher Nolan\\nbudget: $9 million")
    >>> found = facts(Form(tree, "a timeline", KEYS, Faults()), Faults())
    >>> found["runtime_minutes"], found["credits"][0].person, found["money"][0].amount
    (113, 'Christopher Nolan', 9000000)
    """
    scene = form.node("post-credit scene")
    return {
        "other_titles": tuple(Title(text=text) for text in form.names("other titles")),
        "identifiers": tuple(_identifiers(form, faults)),
        "releases": tuple(_releases(form)),
        "runtime_minutes": form.number("runtime", 1, _LONGEST_RUNTIME),
        "languages": form.names("languages"),
        "countries": form.names("countries"),
        "genres": form.names("genres"),
        "companies": (
            *(Company(name=name) for name in form.names("companies")),
            *(Company(name=name, part="distribution") for name in form.names("distributors")),
        ),
        "money": tuple(_money(form, faults)),
        "details": tuple(_details(form, faults)),
        "post_credit_scene": None if scene is None else _post_credit_scene(scene, faults),
        "credits": tuple(
            Credit(person=name, part=part) for part in _PEOPLE for name in form.names(part)
        ),
        "film_relations": tuple(_relations(form)),
        "links": tuple(_links(form)),
        "texts": tuple(_synopsis(form)),
    }


def _values(node: Node | None) -> Sequence[tuple[str, Node]]:
    """What stands at a key, with a name where it is a mapping."""
    if isinstance(node, Branch):
        return list(node.values.items())
    if isinstance(node, Row):
        return [("", item) for item in node.items]
    return [] if node is None else [("", node)]


def _identifiers(form: Form, faults: Faults) -> Iterator[Identifier]:
    for scheme, line, node in form.pairs("identifiers"):
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", scheme) or len(scheme) > 64:
            faults.add(line, f"The data set {shown(scheme)} is named in lower case, as imdb.")
        elif isinstance(node, Leaf) and node.text.strip():
            yield Identifier(scheme=scheme, value=node.text.strip())
        else:
            faults.add(line, f"What the film is called in {scheme} is missing.")


def _releases(form: Form) -> Iterator[Release]:
    for country, node in _values(form.node("released")):
        date = form.value(node, "released", Date, "1995, 1995-10 or 1995-10-27")
        if date is not None:
            yield Release(date=date, country=country or None)


def _money(form: Form, faults: Faults) -> Iterator[Money]:
    for kind in _MONEY:
        for area, node in _values(form.node(kind)):
            found = _amount(node.text) if isinstance(node, Leaf) else None
            if found is None:
                faults.add(
                    node.line,
                    f"{kind!r} is written as 4,000,000 USD or $4 million, or as AREA: AMOUNT.",
                )
                continue
            amount, currency = found
            yield Money(
                kind="budget" if kind == "budget" else "box office",
                amount=amount,
                currency=currency,
                area=area or None,
            )


def _amount(text: str) -> tuple[int, str] | None:
    match = _AMOUNT.fullmatch(text.strip())
    if match is None or bool(match["before"]) == bool(match["after"]):
        return None
    amount = Decimal(match["number"].replace(",", "")) * _TIMES.get(match["times"] or "", 1)
    mark = match["before"] or match["after"]
    whole = amount == amount.to_integral_value() and amount <= _MOST
    return (int(amount), _CURRENCIES.get(mark, mark)) if whole else None


def _details(form: Form, faults: Faults) -> Iterator[Detail]:
    for aspect, line, node in form.pairs("production"):
        for _, value in _values(node):
            if isinstance(value, Leaf) and value.text.strip():
                yield Detail(aspect=aspect, value=value.text.strip())
            else:
                faults.add(line, f"What the production's {aspect!r} was is missing.")


def _post_credit_scene(node: Node, faults: Faults) -> PostCreditScene | None:
    form = Form(node, "a post-credit scene", ("present", "what"), faults, "present")
    present, what = form.yes("present"), form.text("what")
    if "present" in form and present is None:
        return None
    if present is False and what is not None:
        form.fault("what", "A scene that is not there shows nothing.")
        return None
    if present is None and what is None:
        return None
    return PostCreditScene(present=present is not False, what=what)


def _relations(form: Form) -> Iterator[FilmRelation]:
    for kind in _RELATIONS:
        for text in form.names(kind):
            title, year = title_and_year(text) or (text, None)
            yield FilmRelation(kind=kind, title=title, year=year)
    for name in form.names("series"):
        yield FilmRelation(kind="in series", title=name)


def _links(form: Form) -> Iterator[Link]:
    for label, node in _values(form.node("links")):
        url = form.value(node, "links", Url, "https://example.org/page")
        if url is not None:
            yield Link(url=url, label=label or None)


def _synopsis(form: Form) -> Iterator[Text]:
    text = form.text("synopsis")
    if text is not None:
        yield Text(kind="synopsis", text=text)
