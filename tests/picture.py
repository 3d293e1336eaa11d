"""Draws README's picture from a real run: python tests/picture.py writes docs/run.svg.

A learner's conv2d first ignores its stride and is then mended.  The text is what pytest printed, less times and the
parts that do not concern the exercise.
"""

from __future__ import annotations

import re
import sys
import tempfile
from html import escape
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from course import ROOT, Course, copy_course

PICTURE = ROOT / "docs" / "run.svg"
EXERCISE = "convolution/conv2d"
TEST = "exercises/convolution/test_convolution.py::test_conv2d"
ANSI = re.compile(r"\x1b\[([\d;]*)m")
COLOURS = {"31": "#e5534b", "32": "#57ab5a", "33": "#c69026", "36": "#39c5cf"}
TEXT, GROUND, LINE, CHARACTER = "#d0d7de", "#1c2128", 18, 8.4
WIDTH = 118


def lines() -> list[str]:
    """What a terminal shows, with its colours."""
    with tempfile.TemporaryDirectory() as folder:
        course = copy_course(Path(folder))
        course.hand_in_function(EXERCISE, "ignores_the_stride")
        failing = shown(course, "-x")
        course.hand_in_function(EXERCISE, "kernel_position_by_position")
        return [f"$ pytest {TEST} -x", *failing, "", f"$ pytest {TEST}", *shown(course)]


def shown(course: Course, *options: str) -> list[str]:
    printed = course.pytest(TEST, "-q", "--color=yes", *options, COLUMNS=str(WIDTH)).stdout
    return [re.sub(r"in \d+\.\d+s", "in a moment", line) for line in printed.splitlines()]


def svg(text: list[str]) -> str:
    """The lines as a picture that any browser draws alike: monospaced text on a dark ground."""
    height, width = LINE * (len(text) + 2), int(CHARACTER * WIDTH + 40)
    rows = [f'<text x="20" y="{LINE * (i + 2)}" xml:space="preserve">{_spans(line)}</text>' for i, line in enumerate(text)]
    head = f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="img">'
    title = "<title>A run that names the mistake, and a run that passes</title>"
    ground = f'<rect width="{width}" height="{height}" rx="8" fill="{GROUND}"/>'
    group = f'<g font-family="ui-monospace, Menlo, Consolas, monospace" font-size="14" fill="{TEXT}">'
    return "\n".join([head, title, ground, group, *rows, "</g>", "</svg>", ""])


def _spans(line: str) -> str:
    """ANSI colours as <tspan>s."""
    parts, colour = [], ""
    for i, piece in enumerate(ANSI.split(line)):
        if i % 2:
            colour = next((COLOURS[code] for code in piece.split(";") if code in COLOURS), "")
        elif piece:
            parts.append(f'<tspan fill="{colour}">{escape(piece)}</tspan>' if colour else escape(piece))
    return "".join(parts)


if __name__ == "__main__":
    PICTURE.parent.mkdir(exist_ok=True)
    PICTURE.write_text(svg(lines()), encoding="utf-8")
    print(f"wrote {PICTURE.relative_to(ROOT)}")
