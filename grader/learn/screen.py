"""What `gradlings watch` shows, as rows of text: of one state of things, and of nothing else."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import NamedTuple

from grader.exercise import Verdict
from grader.learn.listing import LEVELS, bar, score
from grader.learn.live import Graded
from grader.learn.standing import Standing
from grader.learn.terminal import Row
from grader.phrases import count

KEYS = "h hint   n next   a run all   s show   r reset   q quit"
SHORT_KEYS = "h n a s r q"
STATES = {Verdict.PASSED: ("green", 0), Verdict.TODO: ("yellow", 2)}
LEAST = 3  # rows of the body without which the frame is left out


class View(NamedTuple):
    """All that is to be seen."""

    standing: Standing
    standings: tuple[Standing, ...]
    graded: Graded | None = None
    running: str = ""  # what is being done
    message: tuple[str, ...] = ()  # a hint, a question, what came of a key


def rows(view: View, width: int, height: int, marks: str) -> list[Row]:
    """The whole terminal; what has no room is counted, never lost in silence."""
    head, foot = _head(view, width), _foot(view, width)
    room = height - len(head) - len(foot)
    if room < LEAST:  # a very small window
        head, foot, room = head[:1], foot[-1:], max(height - 2, 0)
    body = _body(view, width, marks)
    if len(body) > room:
        body = _body(view, width, marks, short=True)
    if len(body) > room and view.message and view.graded:  # what was asked for comes first; any other key brings the rest back
        body = _body(view._replace(graded=view.graded._replace(told=())), width, marks, short=True)
    if len(body) > room:
        hidden = count(len(body) - room + 1, "more line")
        body = [*body[: max(room - 1, 0)], [(f"... {hidden}: a taller window shows them"[:width], "dim")]][-room or len(body) :]
    return [*head, *body, *[[] for _ in range(room - len(body))], *foot][:height]


def lines(view: View, before: View | None, marks: str, width: int) -> list[str]:
    """What there is to say in plain lines where this comes after that."""
    found = [f"{view.standing.id}: {view.running}"] if view.running and (before is None or not before.running) else []
    if view.graded is not None and (before is None or view.graded is not before.graded):
        shown = [*_body(view._replace(message=()), width, marks), *_foot(view, width)[1:3]]
        found += ["", f"{view.standing.id}: {view.standing.title}", *["".join(text for text, _ in row).rstrip() for row in shown]]
    if view.message and (before is None or view.message != before.message):
        found += ["", *[line for _, line in _wrapped(view.message, width)]]
    return found


def _head(view: View, width: int) -> list[Row]:
    one = view.standing
    left, right = f" {one.id}: {one.title}", f"{LEVELS[one.difficulty]}, {count(one.points, 'point')} "
    if len(left) + len(right) + 2 > width:
        right = ""
    title = left[: width - len(right)] + " " * max(width - len(left) - len(right), 0) + right
    return [[(title, "title")], [(f" exercises/{one.id}.py"[:width], "dim")], []]


def _foot(view: View, width: int) -> list[Row]:
    done = sum(one.done for one in view.standings)
    progress = f" {bar(done, len(view.standings))} {score(view.standings)}"
    state = f" {view.running}" if view.running else f" {view.graded.summary}" if view.graded else " what you save is graded"
    style = "yellow" if view.running else "green" if view.graded and view.graded.passed else ""
    keys = KEYS if len(KEYS) + 1 <= width else SHORT_KEYS
    return [[], [(state[:width], style)], [(progress[:width], "")], [(f" {keys}"[:width], "bold")]]


def _body(view: View, width: int, marks: str, short: bool = False) -> list[Row]:
    graded = view.graded
    found: list[Row] = []
    if graded is not None:
        checks = [one for one in graded.checks if not short or one[1] is not Verdict.PASSED]
        found += _grid(checks[: 2 if short else None], width, marks)
        style = "green" if graded.passed else "red" if graded.written else "yellow"
        done = (f"All {count(len(graded.checks), 'check')} passed: {view.standing.title} is done.",)
        text = graded.told or (done if graded.passed else ())
        found += [[]] * bool(text) + [*[[(line, style if first else "")] for first, line in _wrapped(text, width)]]
    if view.message:
        found += [[], *[[(line, "bold" if first else "")] for first, line in _wrapped(view.message, width)]]
    return found


def _grid(checks: Sequence[tuple[str, Verdict]], width: int, marks: str) -> list[Row]:
    """Every check with its mark, in as many columns as there is room for."""
    room = max((len(name) for name, _ in checks), default=0) + 4
    columns = max((width - 1) // room, 1)
    cells = []
    for name, verdict in checks:
        style, mark = STATES.get(verdict, ("red", 1))
        cells.append((f" {marks[mark]} {name}"[: width - 1].ljust(min(room, width - 1)), style))
    return [cells[start : start + columns] for start in range(0, len(cells), columns)]


def _wrapped(text: Sequence[str], width: int) -> list[tuple[bool, str]]:
    """(whether it belongs to the first line, line) of everything, one column from the edge; tables and code keep their spaces."""
    found = []
    for number, line in enumerate(text):
        indent = " " * (1 + len(line) - len(line.lstrip()))
        parts = textwrap.wrap(line.strip(), max(width - 1, 20), initial_indent=indent, subsequent_indent=f"{indent}  ") or [""]
        found += [(number == 0, part) for part in parts]
    return found
