"""The questions of a folder, by name."""

import difflib
from collections.abc import Iterator, Mapping
from pathlib import Path

from filmgraph.errors import NEAR_MATCHES, InputError, UnknownQuestion
from filmgraph.questions.front_matter import parse_question
from filmgraph.questions.question import Question

__all__ = ["catalogue", "find_question", "read_question"]


def catalogue(folder: Path) -> Mapping[str, Question]:
    """The questions of a folder: one in each file `NAME.rq`.

    A file is read when its question is looked up.

    Parameters
    ----------
    folder : Path
        The shipped `queries/`, or a folder of one's own.

    Raises
    ------
    InputError
        If there is no such folder.

    Examples
    --------
    >>> from filmgraph.shipped import folder
    >>> "co-stars" in catalogue(folder("queries"))
    True
    """
    if not folder.is_dir():
        raise InputError(
            f"There is no folder {str(folder)!r} of questions.",
            hint="A folder of questions holds files such as co-stars.rq.",
        )
    return _Catalogue(folder)


def find_question(questions: Mapping[str, Question], name: str) -> Question:
    """The question of that name.

    Raises
    ------
    UnknownQuestion
        If there is none; near matches are named.

    Examples
    --------
    >>> from filmgraph.shipped import folder
    >>> find_question(catalogue(folder("queries")), "costars")
    Traceback (most recent call last):
    filmgraph.errors.UnknownQuestion: There is no question 'costars'. Did you mean: co-stars?
    """
    if name in questions:
        return questions[name]
    near = difflib.get_close_matches(name, sorted(questions), NEAR_MATCHES)
    hint = "" if near else f"The questions are: {', '.join(sorted(questions)) or 'none'}."
    raise UnknownQuestion(f"There is no question {name!r}.", candidates=near, hint=hint)


def read_question(path: Path) -> Question:
    """The question in a file.

    Raises
    ------
    InputError
        If the file cannot be read or its front matter is wrong.

    Examples
    --------
    >>> from filmgraph.shipped import folder
    >>> read_question(folder("queries") / "co-stars.rq").name
    'co-stars'
    """
    try:
        content = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"The question {str(path)!r} cannot be read: {error}.") from None
    return parse_question(path.stem, content, f"{path.parent.name}/{path.name}")


class _Catalogue(Mapping[str, Question]):
    def __init__(self, folder: Path) -> None:
        self._paths = {path.stem: path for path in sorted(folder.glob("*.rq"))}
        self._read: dict[str, Question] = {}

    def __getitem__(self, name: str) -> Question:
        if name not in self._read:
            self._read[name] = read_question(self._paths[name])
        return self._read[name]

    def __contains__(self, name: object) -> bool:
        return name in self._paths

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)

    def __repr__(self) -> str:
        return f"<{len(self)} questions: {', '.join(self)}>"
