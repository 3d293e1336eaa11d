"""What surrounds the sentences: order, repetitions, the score, the next step, and nothing that steers a terminal."""

from __future__ import annotations

from typing import Any

import pytest

from grader import advice, words
from grader.exercise import About, Exercise, Finding, HiddenTest, Mistake, Report, Result, Verdict
from grader.wire import MISSING

EXERCISE = Exercise(
    id="filters/blur",
    about=About("Blur", 1, 5, ("a", "b", "c")),
    statement="",
    parameters=("x",),
    returns="",
    examples=(),
    tests=(HiddenTest("edges", "Edges are kept.", lambda yours: None, {}),),
)
SHAPE = Finding("shape", {"path": "", "got": [2], "expected": [3]})
CAUSE = Mistake("blurs_twice", "You blur twice. Blur once.", lambda x: x)
NEXT = "Next: edit exercises/filters/blur.py; for a nudge, run: gradlings hint filters/blur"


def failed(finding: Finding | None = SHAPE, verdict: Verdict = Verdict.WRONG, check: str = "ordinary", **more: Any) -> Result:
    return Result(check, "Right for ordinary input.", verdict, finding, **{"call": "blur(x[3])", **more})


def ended(kind: str, **facts: Any) -> Finding:
    return Finding(kind, {"type": "ValueError", "message": "", "frames": ["line 3, in blur: return y"], "status": 0, **facts})


def test_call_then_result_then_cause_then_output() -> None:
    told = words.explain(EXERCISE, failed(cause=CAUSE, printed="here\n\nthere\n"))
    assert told.splitlines() == [
        "blur(x[3])",
        "returned shape (2,); expected (3,).",
        "Likely cause: You blur twice. Blur once.",
        "It printed:",
        "  | here",
        "  | ",
        "  | there",
    ]


def test_without_a_known_mistake_the_cause_is_general() -> None:
    assert f"Likely cause: {advice.ADVICE['shape']}" in words.explain(EXERCISE, failed()).splitlines()
    assert "Likely cause" not in words.explain(EXERCISE, failed(Finding("todo"), Verdict.TODO))


def test_a_hidden_test_may_compare_what_it_computed() -> None:
    assert "the check got shape (2,); expected (3,)." in words.explain(EXERCISE, failed(check="edges"))


def test_a_call_that_never_took_place_is_not_shown() -> None:
    assert "blur(x[3])" not in words.explain(EXERCISE, failed(ended("unloadable"), Verdict.RAISED))


def test_an_example_is_shown_below_its_call() -> None:
    told = words.explain(EXERCISE, failed(Finding("shape", {**SHAPE.facts, "example": "blur(np.ones(3))"})))
    assert told.splitlines()[:3] == ["blur(x[3])", ">>> blur(np.ones(3))", "returned shape (2,); expected (3,)."]


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        (["a"] * 8, "  | a"),
        (["a"] * 9, "  | ... and 1 more line"),
        (["a"] * 10, "  | ... and 2 more lines"),
        ([*["a"] * 10, "... (the rest is not kept)"], "  | ... and over 3 more lines"),
        (["b" * 170], f"  | {'b' * 160}"),
    ],
)
def test_output_is_shown_in_part(lines: list[str], last: str) -> None:
    assert words.explain(EXERCISE, failed(printed="\n".join(lines))).splitlines()[-1] == last


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("naïve ± 5 °C\tend", "naïve ± 5 °C\tend"),
        ("\x1b[2J", r"\x1b[2J"),
        ("a\rb\x08\x07\0", r"a\rb\x08\x07\x00"),
        ("\u202eright to left", r"\u202eright to left"),
        ("one\u2028two", r"one\u2028two"),
        ("\udc80", r"\udc80"),
        ("C:\\new 'n'", "C:\\new 'n'"),
    ],
)
def test_nothing_steers_the_terminal(text: str, shown: str) -> None:
    assert words.clean(text) == shown


def test_everything_that_a_learner_wrote_is_cleaned() -> None:
    nasty = "\x1b[31m"
    finding = ended("raised", type=f"E{nasty}", message=nasty, frames=[f"line 1: {nasty}"])
    assert "\x1b" not in words.explain(EXERCISE, failed(finding, Verdict.RAISED, printed=nasty))
    finding = Finding("keys", {"path": f"[{nasty}]", "got": [nasty], "expected": ["a"]})
    assert "\x1b" not in words.explain(EXERCISE, failed(finding))


def test_headline() -> None:
    assert words.headline(EXERCISE, failed()) == "filters/blur [ordinary] wrong: Right for ordinary input."


@pytest.mark.parametrize(
    ("verdict", "finding", "told"),
    [
        (Verdict.BROKEN, Finding("broken"), "Next: nothing for you to do. Please report this, with the lines above."),
        (Verdict.TODO, Finding("todo"), "Next: write blur in exercises/filters/blur.py."),
        (
            Verdict.RAISED,
            ended("unloadable"),
            "Next: edit exercises/filters/blur.py until this runs: python exercises/filters/blur.py",
        ),
        (Verdict.RAISED, ended("unloadable", type=MISSING), "Next: define blur in exercises/filters/blur.py."),
        (Verdict.RAISED, ended("raised"), NEXT),
        (Verdict.WRONG, SHAPE, NEXT),
        (Verdict.FORBIDDEN, Finding("forbidden"), NEXT),
    ],
)
def test_next_step(verdict: Verdict, finding: Finding, told: str) -> None:
    assert words.next_step(EXERCISE, failed(finding, verdict)) == told


ONCE = ["todo", "unloadable", "timeout", "exited", "killed", "memory", "monster", "garbled", "loading", "untried", "overdrawn"]
KINDS = {kind: ended(kind) for kind in ONCE}
RAISED = ended("raised", message="3 is too small")
NONE = Finding("type", {"path": "", "got": "None", "expected": "int"})
FORBIDDEN = Finding("forbidden", {"name": "torch.softmax", "called": "torch.softmax", "frames": []})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        *[(finding, finding) for finding in KINDS.values()],
        (RAISED, ended("raised", message="4 is too small")),
        (NONE, NONE),
        (FORBIDDEN, FORBIDDEN),
        (Finding("type", {"path": "", "got": "list of 3"}), Finding("type", {"path": "", "got": "list of 5"})),
        (Finding("dtype", {"path": "[1]", "got": "bool"}), Finding("dtype", {"path": "[1]", "got": "bool"})),
    ],
)
def test_the_same_thing_in_two_checks_is_a_repetition(first: Finding, second: Finding) -> None:
    keys = {words.repetition(EXERCISE, failed(finding, check=check)) for finding, check in ((first, "a"), (second, "b"))}
    assert len(keys) == 1


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (SHAPE, SHAPE),
        (KINDS["exited"], KINDS["killed"]),
        (RAISED, ended("raised", type="KeyError")),
        (RAISED, ended("raised", frames=["line 4, in blur: return y"])),
        (RAISED, ended("raised", expected="KeyError: x")),
        (NONE, Finding("type", {"path": "", "got": "list of 3"})),
        (NONE, Finding("type", {"path": "[1]", "got": "None"})),
        (FORBIDDEN, Finding("forbidden", {**FORBIDDEN.facts, "called": "Tensor.softmax"})),
    ],
)
def test_two_things_are_no_repetition(first: Finding, second: Finding) -> None:
    keys = {words.repetition(EXERCISE, failed(finding, check=check)) for finding, check in ((first, "a"), (second, "b"))}
    assert len(keys) == 2


def test_a_named_mistake_is_told_once_whatever_it_breaks() -> None:
    keys = {words.repetition(EXERCISE, failed(finding, cause=CAUSE)) for finding in (SHAPE, RAISED)}
    assert keys == {"filters/blur blurs_twice"}


def test_report_tells_a_thing_once_and_ends_with_what_to_do() -> None:
    results = [
        Result("good", "Good.", Verdict.PASSED),
        failed(check="a"),
        failed(check="b"),
        failed(check="c", cause=CAUSE),
        failed(check="d", cause=CAUSE),
    ]
    report = Report("filters/blur", tuple(results), 5, 0)
    assert words.report_text(EXERCISE, report).splitlines() == [
        "filters/blur [a] wrong: Right for ordinary input.",
        "    blur(x[3])",
        "    returned shape (2,); expected (3,).",
        f"    Likely cause: {advice.ADVICE['shape']}",
        "filters/blur [b] wrong: Right for ordinary input.",
        "    blur(x[3])",
        "    returned shape (2,); expected (3,).",
        "filters/blur [c] wrong: Right for ordinary input.",
        "    blur(x[3])",
        "    returned shape (2,); expected (3,).",
        "    Likely cause: You blur twice. Blur once.",
        "filters/blur [d] wrong: Right for ordinary input. (as above)",
        "filters/blur: 1 of 5 checks passed, 1 of 5 points",
        NEXT,
    ]


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [(0, ""), (1, "; 1 hidden check with your instructor"), (7, "; 7 hidden checks with your instructor")],
)
def test_summary(elsewhere: int, told: str) -> None:
    results = (Result("good", "Good.", Verdict.PASSED), failed(), failed())
    report = Report("filters/blur", results, 5, 0, hidden_elsewhere=elsewhere)
    assert words.summary(report) == f"filters/blur: 1 of 3 checks passed, 1.67 of 5 points{told}"


def record(exercise: str, order: int, verdict: str = "passed", **more: Any) -> dict[str, Any]:
    checks = {"check": f"check{order}", "order": order, "checks": 4, "points": 5, "hidden_elsewhere": 0, "setup": ""}
    return {"exercise": exercise, "verdict": verdict, **checks, **more}


def test_scoreboard_gives_each_exercise_a_line_and_its_colour() -> None:
    done = [record("a/done", order) for order in range(4)]
    part = [record("a/part", 0)]
    todo = [record("b/unwritten", order, "todo") for order in range(4)]
    wrong = [record("b/wrong", 3, "raised"), record("b/wrong", 2, "wrong"), record("b/wrong", 1), record("b/wrong", 0, "todo")]
    assert words.scoreboard([*done, *part, *todo, *wrong]) == [
        ("a/done       [##########]   4/4   checks      5/5 points  done", "green"),
        ("a/part       [##        ]   1/4   checks   1.25/5 points  3 checks not run", "green"),
        ("b/unwritten  [          ]   0/4   checks      0/5 points  to do", "yellow"),
        ("b/wrong      [##        ]   1/4   checks   1.25/5 points  check2: wrong", "red"),
        ("next: edit exercises/b/wrong.py, then: pytest exercises/b/test_b.py::test_wrong", ""),
    ]


def test_scoreboard_says_with_what_a_file_was_graded_unless_it_is_numpy() -> None:
    board = words.scoreboard([record("a/tensors", 0, setup="torch on cpu")])
    assert board[0][0].endswith("  3 checks not run (torch on cpu)")


def test_scoreboard_without_anything_begun_points_at_the_first_exercise() -> None:
    board = words.scoreboard([record("a/one", 0, "todo"), record("a/two", 0, "todo")])
    assert board[-1] == ("next: edit exercises/a/one.py, then: pytest exercises/a/test_a.py::test_one", "")
    assert words.scoreboard([record("a/one", order) for order in range(4)])[-1][1] == "green"


@pytest.mark.parametrize(
    ("elsewhere", "told"),
    [
        ((1, 0), "1 hidden check is not in this copy; your instructor runs it."),
        ((7, 3), "10 hidden checks are not in this copy; your instructor runs them."),
    ],
)
def test_scoreboard_counts_what_is_graded_elsewhere_once(elsewhere: tuple[int, int], told: str) -> None:
    both = [record(f"a/{name}", order, hidden_elsewhere=n) for name, n in zip("xy", elsewhere, strict=True) for order in (0, 1)]
    assert words.scoreboard(both)[2:] == [(told, "")]
