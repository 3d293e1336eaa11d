"""LaTeX -> MathML, which every browser draws without a script, and every screen reader reads.

The library does the work; what it leaves out, or writes in a way that browsers no longer know, is mended here.
"""

from __future__ import annotations

import re
from functools import cache
from html import escape

from grader.catalog import CatalogError
from grader.site.mends import mended

INSTALL = 'python -m pip install -e ".[site]" -c constraints.txt'
# What the library does not know, in what it knows: a formula in a text in a formula, names, columns, room below a line.
BEFORE = (
    (re.compile(r"\\text\{([^{}$]*)\$([^$]*)\$([^{}$]*)\}"), r"\\text{\1}\2\\text{\3}"),
    (re.compile(r"\\operatorname\b"), r"\\mathrm"),
    (re.compile(r"\\arg(?![a-zA-Z])"), r"\\mathrm{arg}"),
    (re.compile(r"\{aligned\}"), "{split}"),
    (re.compile(r"\\\\\[[\w.]+\]"), r"\\\\ "),
    (re.compile(r"\\mathrel\{(.)\}\s*="), r"\\mathrel{\1=}"),
)
NAMESPACE = ' xmlns="http://www.w3.org/1998/Math/MathML"'  # understood in HTML
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
    text = " ".join(latex.split())
    for pattern, known in BEFORE:
        text = pattern.sub(known, text)
    try:
        made = str(convert(text, display="block" if display else "inline"))
    except Exception as error:
        raise Unreadable(f"the formula {latex!r} cannot be drawn: {type(error).__name__}: {error}") from None
    made = mended(made.replace(NAMESPACE, ""), display).replace(r"\_", "_")
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
