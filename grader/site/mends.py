"""What `latex2mathml` writes, as browsers want it: MathML Core, which knows less than MathML did, and spaces as TeX sets them.

Each mend looks at one element and its children; all are made on every element, one mend after the other.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

DELIMITERS = {r"\{": "{", r"\}": "}", r"\langle": "⟨", r"\rangle": "⟩", r"\lVert": "‖", r"\rVert": "‖", r"\|": "‖"}
OPENING = dict(zip(")]}⟩⌋⌉", "([{⟨⌊⌈", strict=True))
BARS = ("|", "‖")
SIGNS = ("-", "−", "+", "±")
NAMES = ("arg", "cos", "exp", "inf", "ln", "log", "max", "min", "sin", "sup", "tan", "tanh")
LIMITS = ("max", "min", "sup", "inf")
SPACES = {"negativethinmathspace": "-0.167em"}
ALPHABETS = ("sans-serif", "double-struck", "script")
THIN = {"width": "0.167em"}
SCRIPTS = ("msub", "msup", "msubsup")


def mended(made: str, display: bool) -> str:
    top = ElementTree.fromstring(made)
    for mend in MENDS:
        for element in list(top.iter()):
            mend(element)
    if display:
        _limits(top)
    for element in list(top.iter()):
        _named(element)
    return ElementTree.tostring(top, encoding="unicode")


def _flat(element: Element) -> None:
    """An operator holds text alone, and not another operator."""
    if element.tag == "mo" and len(element):
        text = "".join(element.itertext())
        element[:] = []
        element.text = text


def _delimiter(element: Element) -> None:
    """A bracket of a given size is stretched to it."""
    if element.tag == "mo":
        element.text = DELIMITERS.get(element.text or "", element.text)
        if "minsize" in element.attrib:
            element.set("stretchy", "true")


def _number(element: Element) -> None:
    """Infinity is a number, and no operator with spaces beside it."""
    if element.tag == "mo" and element.text == "∞":
        element.tag = "mi"
        element.attrib = {"mathvariant": "normal"}


def _letter(element: Element) -> None:
    """A letter of another alphabet is a character of its own."""
    if element.get("mathvariant") in ALPHABETS and len(element.text or "") == 1:
        element.text = letter(element.attrib.pop("mathvariant"), element.text or "")


def letter(alphabet: str, plain: str) -> str:
    """A letter of another alphabet.

    >>> letter("double-struck", "R"), letter("sans-serif", "T")
    ('ℝ', '𝖳')
    """
    size = "CAPITAL" if plain.isupper() else "SMALL"
    for name in (f"MATHEMATICAL {alphabet} {size} {plain}", f"{alphabet} {size} {plain}"):
        try:
            return unicodedata.lookup(name.upper())
        except KeyError:
            continue
    return plain


def _word(element: Element) -> None:
    """Upright letters in a row are one word, which is read as such too."""
    kept: list[Element] = []
    for child in element:
        upright = child.get("mathvariant") == "normal" and child.tag == "mi" and child.text != "∞"
        digit = child.tag == "mn" and (child.text or "").isdigit()
        begun = bool(kept) and kept[-1].get("mathvariant") == "normal" and kept[-1].text != "∞"
        if begun and (upright or digit):
            kept[-1].text = f"{kept[-1].text}{child.text}"
        else:
            kept.append(child)
    element[:] = kept


def _space(element: Element) -> None:
    if element.tag == "mspace":
        element.set("width", SPACES.get(element.get("width", ""), element.get("width", "0")))


def _power(element: Element) -> None:
    """What is raised to a power is all that stands in the brackets, which then are of one height."""
    children = list(element)
    for place, child in enumerate(children):
        if child.tag not in SCRIPTS or child[0].tag != "mo":
            continue
        start = _opening(children, place, child[0].text or "")
        if start is not None:
            row = Element("mrow")
            row[:] = [*children[start:place], child[0]]
            child[0] = row
            element[:] = [*children[:start], child, *children[place + 1 :]]
            return _power(element)


def _opening(children: list[Element], place: int, closing: str) -> int | None:
    """Where the bracket is opened that is closed at `place`."""
    opening, depth = closing if closing in BARS else OPENING.get(closing), 0
    if opening is None:
        return None
    for start in range(place - 1, -1, -1):
        if children[start].tag != "mo":
            continue
        if children[start].text == opening and depth == 0:
            return start
        depth += (children[start].text == closing) - (children[start].text == opening)
    return None


def _tight(element: Element) -> None:
    """Bars have no space around them, and a sign has none where nothing stands before it."""
    before: Element | None = None
    for child in element:
        if child.tag == "mo" and child.text in BARS:
            child.attrib |= {"lspace": "0", "rspace": "0"}
        starts = before is None or (before.tag == "mo" and before.text not in (*OPENING, *BARS, "!"))
        if child.tag == "mo" and child.text in SIGNS and starts:
            child.attrib |= {"form": "prefix", "lspace": "0", "rspace": "0"}
        if child.tag != "mspace":
            before = child


def _limits(element: Element) -> None:
    """In a displayed formula, what a maximum is taken over stands below it; not so in a fraction, a table or an index."""
    for child in element:
        if child.tag == "msub" and child[0].tag == "mo" and child[0].text in LIMITS:
            child.tag = "munder"
        if child.tag in ("mrow", "mstyle"):
            _limits(child)


def _named(element: Element) -> None:
    """A function's name is a word, with a thin space where neither a bracket nor an operator stands beside it."""
    made: list[Element] = []
    for child in element:
        base = child[0] if child.tag in (*SCRIPTS, "munder") else child
        name = (base.text or "").strip() in NAMES and base.tag in ("mi", "mo")
        if name:
            base.tag = "mi"
        after = bool(made) and made[-1].get("class") == "name" and child.tag not in ("mo", "mspace")
        if (
            made
            and (after or (name and made[-1].tag not in ("mo", "mspace")))
            and element.tag in ("mrow", "math", "mtd", "mstyle")
        ):
            made.append(Element("mspace", THIN))
        if name:
            child.set("class", "name")
        made.append(child)
    element[:] = made


MENDS: tuple[Callable[[Element], None], ...] = (_flat, _delimiter, _number, _letter, _word, _space, _power, _tight)
