"""LaTeX -> MathML, which every browser draws without a script, and every screen reader reads.

The library does the work; what it leaves out, or writes in a way that browsers no longer know, is mended here.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache
from html import escape

from grader.catalog import CatalogError

INSTALL = 'python -m pip install -e ".[site]" -c constraints.txt'
ARG = re.compile(r"\\arg(?![a-zA-Z])")  # the library does not know it
# Brackets of a given size are left as they are typed, without a word that they may be stretched.
SIZED = re.compile(r'<mo (minsize="[^"]*" maxsize="[^"]*")>([^<]*)</mo>')
DELIMITERS = {r"\{": "{", r"\}": "}", r"\langle": "⟨", r"\rangle": "⟩", r"\lVert": "‖", r"\rVert": "‖", r"\|": "‖"}
# MathML Core, which browsers implement, has neither named spaces nor alphabets: letters of these are characters of their own.
SPACES = {"negativethinmathspace": "-0.167em"}
LETTER = re.compile(r'<mi mathvariant="(sans-serif|double-struck|script)">(\w)</mi>')
COMMAND = re.compile(r"\\[a-zA-Z]+|\\[^a-zA-Z]")
ENVIRONMENT = re.compile(r"\\(begin|end)\{\w+\*?\}|\\\\(?:\[[^\]]*\])?")


class Unreadable(CatalogError):
    """A formula that cannot be drawn; the text names it."""


@cache
def mathml(latex: str, display: bool = False) -> str:
    """The formula as a `<math>` element.  Raises CatalogError for one that the library cannot read.

    >>> "<msup><mi>x</mi><mn>2</mn></msup>" in mathml("x^2")
    True
    """
    try:
        from latex2mathml.converter import convert  # noqa: PLC0415  # optional
    except ImportError:
        raise CatalogError(f"the site needs latex2mathml, which is not installed: {INSTALL}") from None
    text = ARG.sub(r"\\operatorname{arg}", " ".join(latex.split()))
    try:
        made = str(convert(text, display="block" if display else "inline"))
    except Exception as error:
        raise Unreadable(f"the formula {latex!r} cannot be drawn: {type(error).__name__}: {error}") from None
    made = _mended(made)
    left = COMMAND.search(made)
    if left:
        raise Unreadable(f"the formula {latex!r} cannot be drawn: {left.group()} is not known")
    return made.replace("<math", f'<math alttext="{escape(text)}"', 1)


def lines(latex: str) -> list[str]:
    r"""The lines of a displayed formula: what stands between line breaks outside of tables.

    >>> lines(r"a = b \\ c = d")
    ['a = b', 'c = d']
    """
    ends, depth = [0], 0
    for found in ENVIRONMENT.finditer(latex):
        if found.group(1):
            depth += 1 if found.group(1) == "begin" else -1
        elif depth == 0:
            ends += [found.start(), found.end()]
    ends.append(len(latex))
    return [line for i in range(0, len(ends), 2) if (line := latex[ends[i] : ends[i + 1]].strip())]


def _mended(made: str) -> str:
    made = SIZED.sub(lambda found: f'<mo stretchy="true" {found[1]}>{DELIMITERS.get(found[2], found[2])}</mo>', made)
    made = LETTER.sub(lambda found: f"<mi>{letter(found[1], found[2])}</mi>", made)
    for name, width in SPACES.items():
        made = made.replace(f'width="{name}"', f'width="{width}"')
    return made.replace(r"\_", "_").replace(' xmlns="http://www.w3.org/1998/Math/MathML"', "", 1)


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
