"""Film records without the words of others: what may be passed on as facts."""

from msgspec.structs import replace

from filmgraph.record import ConceptRecord, Record

__all__ = ["facts_only"]

_WITH_EVIDENCE = (
    "releases",
    "companies",
    "money",
    "details",
    "credits",
    "characters",
    "relations",
    "settings",
    "themes",
    "motifs",
    "film_relations",
)


def facts_only(record: Record) -> Record:
    """A record without texts, motivations, quotes, links and what events tell in prose.

    Examples
    --------
    >>> from filmgraph.record import FilmRecord, ThemeUse
    >>> use = ThemeUse(theme="android", weight="major", motivation="Ash is one.")
    >>> film = facts_only(FilmRecord(key="alien", title="Alien", themes=(use,)))
    >>> film.themes[0].theme, film.themes[0].motivation
    ('android', None)
    """
    if isinstance(record, ConceptRecord):
        return replace(record, texts=())
    bare = {
        name: tuple(replace(part, evidence=()) for part in getattr(record, name))
        for name in _WITH_EVIDENCE
    }
    bare["relations"] = tuple(replace(part, since=None) for part in bare["relations"])
    bare["themes"] = tuple(replace(part, motivation=None) for part in bare["themes"])
    scene = record.post_credit_scene
    return replace(
        record,
        **bare,
        events=(),
        texts=(),
        links=(),
        post_credit_scene=scene and replace(scene, what=None, evidence=()),
    )
