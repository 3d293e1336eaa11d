"""Pieces of HTML.  Everything that is written goes through `safe`, `name` or `prose`, and nothing else does."""

from __future__ import annotations

import base64
import hashlib
import html
import re
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from importlib import resources

from grader.words import clean

HEIGHT = 110  # of a histogram, in pixels
NAME = 60  # characters of a name
CODE = re.compile(r"`([^`]+)`")


def safe(text: str) -> str:
    """Anybody's text: it can neither close a tag nor turn the direction of reading."""
    return html.escape(clean(text))


def name(student: str) -> str:
    """A student's name, kept from mixing with what stands beside it, and from filling a page."""
    short = student if len(student) <= NAME else f"{student[: NAME - 1]}…"
    return f"<bdi>{safe(short) or '(no name)'}</bdi>"


def prose(text: str) -> str:
    """A sentence of an author, whose `code` is set as code."""
    return CODE.sub(r"<code>\1</code>", safe(text))


def block(text: str) -> str:
    """Lines as they are."""
    lines = "\n".join(safe(line) for line in text.splitlines())
    return f"<pre>{lines}</pre>" if text else ""


def anchor(exercise: str) -> str:
    return re.sub(r"[^A-Za-z0-9_]+", "-", exercise)


def broken_at_slash(exercise: str) -> str:
    """The name of an exercise, with a place where a narrow column may break it."""
    return safe(exercise).replace("/", "/<wbr>")


def identifier(text: str) -> str:
    """A name in code, with places where a narrow column may break it."""
    return f"<code>{safe(text).replace('_', '_<wbr>')}</code>"


def percent(part: float, whole: float) -> str:
    """A whole number, but never 0 % of something or 100 % of less than everything."""
    share = 100 * part / whole if whole else 0.0
    rounded = f"{share:.0f}"
    if rounded == "0" and part:
        rounded = "&lt; 1"
    elif rounded == "100" and part < whole:
        rounded = "&gt; 99"
    return f"{rounded}&nbsp;%"


def bar(part: float, whole: float) -> str:
    """A share as a bar, for the eye alone: a number stands beside it.  SVG, because backgrounds are not printed."""
    width = 100 * part / whole if whole else 0.0
    return (
        '<svg class="bar" aria-hidden="true" focusable="false" width="100%" height="10">'
        f'<rect class="track" width="100%" height="10"/><rect class="fill" width="{width:.1f}%" height="10"/></svg>'
    )


def histogram(counts: Sequence[int], label: str) -> str:
    """Bars with their numbers, in width as wide as the page; without a viewBox, letters keep their size on a telephone."""
    highest, step = max(*counts, 1), 100 / len(counts)
    parts = []
    for index, count in enumerate(counts):
        height, left = round(HEIGHT * count / highest, 1), index * step
        middle, foot = f'x="{left + step / 2:.2f}%"', HEIGHT + 18
        if count:
            rectangle = f'x="{left + step * 0.08:.2f}%" y="{foot - height}" width="{step * 0.84:.2f}%" height="{height}"'
            parts.append(f'<rect class="fill" {rectangle}/><text {middle} y="{foot - height - 5}">{count:,}</text>')
        tick = "all" if index == len(counts) - 1 else f"{10 * index}"
        parts.append(f'<text class="tick" {middle} y="{foot + 16}">{tick}</text>')
    base = f'<line class="axis" x1="0" x2="100%" y1="{HEIGHT + 18}" y2="{HEIGHT + 18}"/>'
    return (
        f'<svg class="histogram" role="img" aria-label="{html.escape(label)}" width="100%" height="{HEIGHT + 40}">'
        f"{''.join(parts)}{base}</svg>"
    )


def table(caption: str, heads: Sequence[str], rows: Iterable[str], kind: str = "") -> str:
    """A table with headed columns, in a box that scrolls sideways where the page is too narrow.  A head ">" is of numbers."""
    return "".join(long_table(caption, heads, rows, kind))


def long_table(caption: str, heads: Sequence[str], rows: Iterable[str], kind: str) -> Iterator[str]:
    """The same, a row at a time."""
    cells = "".join(f'<th scope="col"{" class=number" if head[0] == ">" else ""}>{head.lstrip(">")}</th>' for head in heads)
    yield (
        f'<div class="scroll" role="region" aria-label="{caption}" tabindex="0"><table class="{kind}">'
        f"<caption>{caption}</caption><thead><tr>{cells}</tr></thead>\n<tbody>\n"
    )
    yield from rows
    yield "</tbody></table></div>\n"


def row(head: str, *cells: str, before: Sequence[str] = ()) -> str:
    """A row: its head among cells that are ready."""
    return f'<tr>{"".join(before)}<th scope="row">{head}</th>{"".join(cells)}</tr>\n'


def of(part: int, whole: int) -> str:
    """A cell: ``31 of 212``."""
    return cell(f"{part:,} of {whole:,}", part, number=True)


def cell(content: str, value: float | str = "", number: bool = False, kind: str = "") -> str:
    """A cell; `value` is what it is sorted by, where that is not what it shows."""
    classes = " ".join(filter(None, ["number" if number else "", kind]))
    attributes = f' class="{classes}"' if classes else ""
    attributes += f' data-value="{value}"' if value != "" else ""
    return f"<td{attributes}>{content}</td>"


def share(part: float, whole: float) -> str:
    """A cell: the share of a whole in figures and as a bar."""
    figures = f'<span class="percent">{percent(part, whole)}</span>'
    return cell(f"{figures}{bar(part, whole)}", part / whole, kind="share")


@cache
def _file(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text(encoding="utf-8")


def _hash(text: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def document(title: str, body: Iterable[str], script: bool = False) -> Iterable[str]:
    """A whole page.  Its policy lets it load nothing, and run no script and use no style but its own."""
    before, after = _head(script)
    yield f"{before}{safe(title)}{after}"
    yield from body
    yield (f"<script>{_file('report.js')}</script>\n" if script else "") + "</body>\n</html>\n"


@cache
def _head(script: bool) -> tuple[str, str]:
    """What stands before the title, and behind it."""
    style = _file("report.css")
    policy = f"default-src 'none'; style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    policy += f"; script-src {_hash(_file('report.js'))}" if script else ""
    before = (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n<meta name="color-scheme" content="light dark">\n'
        "<title>"
    )
    return before, f"</title>\n<style>{style}</style>\n</head>\n<body>\n"
