"""Where you are, what there is to do and how much is done, as lines of text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from grader.learn.standing import Course, Standing, State, current, following
from grader.phrases import count

LEVELS = {1: "a few lines", 2: "needs thought", 3: "a long evening"}
BAR = 20
SPOKEN = "spoken.md"


def bar(done: float, total: float, width: int = BAR) -> str:
    """``[#####---------------]``; full only when all is done, and empty only when nothing is."""
    share = width * done / total if total else 0.0
    filled = width if done >= total else min(max(int(share), int(done > 0)), width - 1)
    return f"[{'#' * filled}{'-' * (width - filled)}]"


def where(course: Course) -> list[str]:
    """What `gradlings` alone says: how far you are, where you are, what to type."""
    done = sum(one.done for one in course.standings)
    lines = [f"{bar(done, len(course.standings))} {score(course.standings)}"]
    here = current(course)
    if here is None:
        return [*lines, "", "All exercises are passed. `gradlings interview` asks for them against the clock."]
    started = here.id == course.last or here.state is State.STARTED
    lines += ["", "You are at:" if started else "Next:" if done else "Begin with:", *_named(here), *_builds_on(course, here)]
    after = following(course.standings, here.id)
    if started and after is not None:
        lines += ["", "After that:", *_named(after)]
    return [*lines, "", *_commands(here)]


def upcoming(course: Course, topic: str = "") -> list[str]:
    """What `gradlings next` says."""
    standings = [one for one in course.standings if one.topic == topic] if topic else course.standings
    here = current(Course(tuple(standings), course.last if course.last.startswith(f"{topic}/") or not topic else ""))
    if here is None:
        return [f"All of {topic} is passed." if topic else "All exercises are passed."]
    return [*_named(here), *_builds_on(course, here), "", *_commands(here)]


def _builds_on(course: Course, here: Standing) -> list[str]:
    """What an exercise builds on and is not passed, as far as the curriculum has it."""
    missing = [one.id for one in course.standings if one.id in here.needs and not one.done]
    return [f"  it builds on {', '.join(missing)}"] if missing else []


def progress(course: Course) -> list[str]:
    """A bar for each topic, and one for all."""
    topics = list(dict.fromkeys(one.topic for one in course.standings))
    width = max(map(len, topics))
    lines = []
    for topic in topics:
        mine = [one for one in course.standings if one.topic == topic]
        lines.append(f"{topic:<{width}}  {bar(sum(one.done for one in mine), len(mine))} {score(mine)}")
    total = sum(one.done for one in course.standings)
    lines += ["", f"{'all':<{width}}  {bar(total, len(course.standings))} {score(course.standings)}"]
    again = [one.id for one in course.standings if one.state is State.BEFORE]
    if again:
        lines += ["", f"Passed before, and changed since: {', '.join(again)}"]
    return lines


def table(found: Sequence[Standing], words: Sequence[str] = (), columns: int = 0) -> list[str]:
    """A row for each exercise; below it the questions in which a word was found.  `columns` cuts what is longer."""
    width = max((len(one.id) for one in found), default=0)
    lines = []
    for one in found:
        row = f"{_mark(one.state)} {one.id:<{width}}  {LEVELS[one.difficulty]:<14}  {one.points:>2} points  {one.title}"
        asked = [question for question in one.questions if words and _has(question, words)]
        lines += [row, *[f"      {question}" for question in asked]]
    return [line[:columns] if columns else line for line in lines]


def legend() -> str:
    return f"{_mark(State.PASSED)} passed   {_mark(State.BEFORE)} passed before   {_mark(State.STARTED)} started   [ ] new"


def find(standings: Iterable[Standing], words: Sequence[str]) -> list[Standing]:
    """The exercises that have every word in their names, their title or one of their questions, whatever its case."""
    return [one for one in standings if all(_has(f"{one.id} {one.title} {' '.join(one.questions)}", [word]) for word in words)]


def spoken(root: Path, words: Sequence[str]) -> list[str]:
    """The questions that no code answers in which every word stands."""
    path = root / "exercises" / SPOKEN
    text = path.read_text(encoding="utf-8") if words and path.is_file() else ""
    questions = [line.removeprefix("## ") for line in text.splitlines() if line.startswith("## ")]
    return [question for question in questions if all(_has(question, [word]) for word in words)]


def _has(text: str, words: Sequence[str]) -> bool:
    return any(word.casefold() in text.casefold() for word in words)


def _mark(state: State) -> str:
    return {State.PASSED: "[x]", State.BEFORE: "[+]", State.STARTED: "[~]", State.NEW: "[ ]"}[state]


def score(standings: Sequence[Standing]) -> str:
    """``12 of 246 exercises, 75 of 1,925 points``"""
    done = [one for one in standings if one.done]
    points = f"{sum(one.points for one in done):,} of {count(sum(one.points for one in standings), 'point')}"
    return f"{len(done)} of {count(len(standings), 'exercise')}, {points}"


def _named(one: Standing) -> Iterator[str]:
    yield f"  {one.id}: {one.title} ({LEVELS[one.difficulty]}, {count(one.points, 'point')})"
    yield f"  exercises/{one.id}.py"


def _commands(here: Standing) -> list[str]:
    seen = f"{here.known.hints} of {len(here.hints)} seen" if here.known.hints else "a nudge"
    rows = {
        f"gradlings watch {here.id}": "grade it whenever you save it",
        f"gradlings hint {here.id}": seen,
        'gradlings list "gradient"': "what there is, by words, topic, difficulty and state",
        "gradlings --help": "all commands",
    }
    width = max(map(len, rows))
    return [f"  {command:<{width}}  {what}" for command, what in rows.items()]
