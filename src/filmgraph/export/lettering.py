"""How wide words are, where they break, and how labels in a column make room for each other.

A picture is laid out before a browser sees it, so its labels are measured here, by the widths of
Arial and of the free fonts made to its measure (Liberation Sans, Arimo).  The page asks for those
fonts, and squeezes a line that comes out wider after all, so a label never leaves its box.
"""

import unicodedata
from collections.abc import Callable, Sequence
from typing import Final, TypeAlias

__all__ = ["shown", "spread", "text_width", "wrap"]

_Measure: TypeAlias = Callable[[str], float]

# Hundredths of the letter height: the letters that are so wide.
_WIDTHS: Final[dict[int, str]] = {
    0: "\u00ad",
    19: "'",
    22: "ijlįĵĺļłſΐίιϊіј‘’|¦\u2009",
    28: " !,./:;I[\\]ft\u00a0·ÌÍÎÏìíîïĨĩĪīĬĭĮİıţŧΙΪІЇїľ",
    33: "()-`r{}¡¨²³´¸¹ŀŕŗř“”",
    37: '"•гѓªºťΊ*',
    44: "°τĳζкќέεξзт",
    50: "^ςJcksvxyzçýÿćĉċčĴķĸśŝşšŷźżžγκλνЈсухѕў",
    56: (
        "#$0123456789?L_abdeghnopqu¢£¤¥§«»àáâãäåèéêëðñòóôõöùúûüþāăąđēĕėęěĝğġģĥħĹĻĽĿŁńņňŋōŏőũūŭůűų"
        "ήδηθοόаеийорѐёђћѝ–¶ЃГпя¯±÷Γΰυϋύнџэєχчьв"
    ),
    61: "ρбц+<=>~¬µ×άαβμЌКдлŉЗFTZ¿ßøďŢŤŦŹŻŽΖΤТΣσъ",
    67: "ЎУΞφБЛЬ&ABEKPSVXYÀÁÂÃÄÅÈÉÊËÝÞĀĂĄĒĔĖĘĚĶŚŜŞŠŶŸΆΑΒΔΕΚΛΡΥΧΫЀЁЅАВЕРХЧж",
    72: "ДπмψCDHNRUwÇÐÑÙÚÛÜĆĈĊČĎĐĤĦŃŅŇŊŔŖŘŨŪŬŮŰŲŵΗΝΠЄЍЏИЙНПСЭЯы",
    78: "Ĳ©®ЦΏΩюФΌGOQÒÓÔÕÖØĜĞĠĢŌŎŐΈΘΟωώО",
    84: "ЪΦшњфщMm¼½¾ΜМΉΨЋЎЂ",
    94: "%æЫљЖШWœŴЩ",
    102: "ÆŒ—…ЊЮ@Љ",
}
_WIDTH_OF: Final[dict[str, int]] = {c: width for width, cs in _WIDTHS.items() for c in cs}
_OTHER: Final = 75
_WIDE: Final = 105
_PICTOGRAM: Final = 140
_STRONG: Final = 1.075

_TURNERS: Final = frozenset(
    "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_BLANKS: Final = frozenset("\u115f\u1160\u2800\u3164\uffa0")
_NAMELESS: Final = "(no name)"


def shown(text: str) -> str:
    """The text as a label may show it: one line that is seen and turns nothing around it.

    Control characters and the marks that turn the direction of writing are left out, since a
    label of one film could else rewrite its neighbours; a name of nothing visible says so.

    Examples
    --------
    >>> shown("Blade\\n Runner\\u202e")
    'Blade Runner'
    >>> shown(" \\u200b ")
    '(no name)'
    """
    kept = "".join(
        c
        for c in text
        if c.isspace() or (unicodedata.category(c) not in ("Cc", "Cs", "Cn") and c not in _TURNERS)
    )
    line = " ".join(kept.split())
    return line if any(_seen(c) for c in line) else _NAMELESS


def _seen(character: str) -> bool:
    category = unicodedata.category(character)
    return category[0] not in "ZC" and category != "Mn" and character not in _BLANKS


def text_width(text: str, size: float, *, strong: bool = False) -> float:
    """Width of a text in pixels, in letters `size` pixels high.

    Examples
    --------
    >>> round(text_width("Blade Runner", 13.5), 1)
    82.9
    """
    hundredths = sum(_letter(c) for c in text)
    return hundredths * size / 100 * (_STRONG if strong else 1)


def _letter(character: str) -> int:
    known = _WIDTH_OF.get(character)
    if known is not None:
        return known
    if unicodedata.combining(character) or unicodedata.category(character) in ("Mn", "Me", "Cf"):
        return 0
    if unicodedata.category(character) == "So":
        return _PICTOGRAM
    return _WIDE if unicodedata.east_asian_width(character) in "WF" else _OTHER


def wrap(
    text: str, size: float, limit: float, *, strong: bool = False, most: int = 4
) -> tuple[str, ...]:
    """The text in lines no wider than `limit` pixels, two lines about equally long.

    A word wider than a line is broken after a hyphen or slash, else between letters; what does
    not fit into `most` lines ends in `…`.

    Examples
    --------
    >>> wrap("Raiders of the Lost Ark", 13.5, 110)
    ('Raiders of', 'the Lost Ark')
    """

    def width(part: str) -> float:
        return text_width(part, size, strong=strong)

    words = [piece for word in text.split(" ") for piece in _pieces(word, width, limit)]
    lines = _fill(words, width, limit)
    if len(lines) == 2 and len(words) > 2:
        lines = _balance(words, width, limit) or lines
    if len(lines) <= most:
        return tuple(lines)
    last = lines[most - 1]
    while last and width(last + "…") > limit:
        last = last[:-1]
    return (*lines[: most - 1], last.rstrip() + "…")


def _pieces(word: str, width: _Measure, limit: float) -> list[str]:
    if width(word) <= limit:
        return [word]
    pieces: list[str] = []
    rest = word
    while width(rest) > limit:
        end = _fitting(rest, width, limit)
        joint = max(rest.rfind("-", 0, end), rest.rfind("/", 0, end)) + 1
        pieces.append(rest[: joint or end])
        rest = rest[joint or end :]
    return [*pieces, rest] if rest else pieces


def _fitting(word: str, width: _Measure, limit: float) -> int:
    end = 1
    while end < len(word) and width(word[: end + 1]) <= limit:
        end += 1
    return end


def _fill(words: Sequence[str], width: _Measure, limit: float) -> list[str]:
    lines: list[str] = []
    line = ""
    for word in words:
        longer = f"{line} {word}" if line else word
        if line and width(longer) > limit:
            lines.append(line)
            line = word
        else:
            line = longer
    return [*lines, line]


def _balance(words: Sequence[str], width: _Measure, limit: float) -> list[str] | None:
    splits = [(" ".join(words[:i]), " ".join(words[i:])) for i in range(1, len(words))]
    widest = [(max(width(first), width(second)), first, second) for first, second in splits]
    best = min(widest, default=None)
    return [best[1], best[2]] if best and best[0] <= limit else None


def spread(wanted: Sequence[float], sizes: Sequence[float], low: float, high: float) -> list[float]:
    """Places on a line, in the order given, without overlap, moved as little as can be.

    Parameters
    ----------
    wanted : sequence of float
        Where each would stand if alone (its middle); ascending.
    sizes : sequence of float
        How much room each takes.
    low, high : float
        Between which all stand; `high - low` is at least the sum of the sizes.

    Returns
    -------
    list of float
        The middles.

    Notes
    -----
    Least squares under the order by pooling neighbours that would overlap (pool adjacent
    violators: Ayer and others, 1955), then clamped from both ends.

    Examples
    --------
    >>> spread([10, 11, 50], [10, 10, 10], 0, 100)
    [5.5, 15.5, 50.0]
    """
    blocks: list[list[float]] = []  # [how many, height, sum of the tops its members want, top]
    for want, size in zip(wanted, sizes, strict=True):
        blocks.append([1, size, want - size / 2, want - size / 2])
        while len(blocks) > 1 and blocks[-2][3] + blocks[-2][1] > blocks[-1][3]:
            count, height, total, _ = blocks.pop()
            last = blocks[-1]
            last[2] += total - last[1] * count
            last[0] += count
            last[1] += height
            last[3] = last[2] / last[0]
    tops = _tops(blocks, sizes)
    edge = low
    for i, size in enumerate(sizes):
        tops[i] = max(tops[i], edge)
        edge = tops[i] + size
    edge = high
    for i in range(len(sizes) - 1, -1, -1):
        tops[i] = min(tops[i], edge - sizes[i])
        edge = tops[i]
    return [top + size / 2 for top, size in zip(tops, sizes, strict=True)]


def _tops(blocks: Sequence[Sequence[float]], sizes: Sequence[float]) -> list[float]:
    tops: list[float] = []
    for count, _, _, top in blocks:
        edge = top
        for _ in range(int(count)):
            tops.append(edge)
            edge += sizes[len(tops) - 1]
    return tops
