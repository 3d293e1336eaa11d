"""Draws the questions of a mock interview, and finds the answers that are said aloud."""

from __future__ import annotations

import random
import re
import textwrap
from collections.abc import Sequence
from pathlib import Path

from grader import catalog, submission
from grader.learn import logbook
from grader.learn.standing import Standing

FENCE = "```"
PATTERN = (1, 2, 2, 3)  # difficulties, from the first question on; the last one for all that follow


def draw(standings: Sequence[Standing], number: int, difficulty: int, seed: int) -> list[Standing]:
    """`number` exercises that an interview question asks for, each of another topic while there are enough.

    The first is easy and the last is not, unless one `difficulty` is asked for; what is not passed yet comes before what is.
    """
    chance, drawn = random.Random(seed), list[Standing]()
    for place in range(number):
        level = difficulty or PATTERN[min(place, len(PATTERN) - 1)]
        left = [one for one in standings if one not in drawn and one.questions]
        if not left:
            break
        topics = {one.topic for one in drawn}
        least = min(_cost(one, level, topics) for one in left)
        drawn.append(chance.choice([one for one in left if _cost(one, level, topics) == least]))
    return drawn


def _cost(one: Standing, level: int, topics: set[str]) -> tuple[int, bool, bool]:
    return abs(one.difficulty - level), one.topic in topics, one.done


def blank(root: Path, one: Standing) -> str | None:
    """The file as it was at the start, or None where this copy has it no more."""
    solution = catalog.solution_file(root, one.id)
    if solution.is_file():
        return submission.stub(solution)
    content = catalog.read_learner_file(catalog.learner_file(root, one.id))
    return content.decode("utf-8") if logbook.digest(content) == one.stub else None


def spoken(root: Path, one: Standing) -> list[tuple[str, str]]:
    """(question, answer) of what an exercise is asked for, as far as the pages of the topics answer it."""
    pages = sorted((root / "exercises").glob("*/README.md"), key=lambda path: path.parent.name != one.topic)
    answers: dict[str, str] = {}
    for page in pages:
        for question, answer in re.findall(r"^### (.+)\n+((?:(?!#{1,3} ).*\n)*)", page.read_text(encoding="utf-8"), re.MULTILINE):
            answers.setdefault(question, answer.strip())
    return [(question, answers[question]) for question in one.questions if question in answers]


def fitted(text: str, width: int) -> str:
    """A part of such a page for a terminal of that width: prose is filled anew, and code, formulas and tables stay."""
    found, fenced = list[str](), False
    for block in text.split("\n\n"):
        stays = fenced or FENCE in block or block.startswith(("|", "#"))
        fenced ^= block.count(FENCE) % 2 == 1
        items = [] if stays else re.split(r"\n(?=[-*] |\d+\. )", block)
        found.append("\n".join(_filled(item, width) for item in items) if items else block)
    return "\n\n".join(found)


def _filled(item: str, width: int) -> str:
    indent = " " * (len(item) - len(item.lstrip()))
    hanging = indent + "  " * (indent != "" or item.startswith(("- ", "* ")))
    return textwrap.fill(
        item.strip(), width, initial_indent=indent, subsequent_indent=hanging, break_long_words=False, break_on_hyphens=False
    )
