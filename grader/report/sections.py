"""The part of the instructor's page that is about one exercise."""

from __future__ import annotations

from collections.abc import Sequence

from grader.exercise import Verdict
from grader.phrases import count
from grader.report import markup
from grader.report.markup import cell, of, percent, prose, row, safe, share, table
from grader.report.tally import CheckTally, ExerciseTally, MistakeTally, histogram, number

MEANINGS = {
    Verdict.TODO: "not written yet",
    Verdict.WRONG: "a wrong result",
    Verdict.RAISED: "an exception, or a file that does not load",
    Verdict.TIMEOUT: "no answer in time",
    Verdict.DIED: "exited, crashed or ran out of memory",
    Verdict.IMPRECISE: "right, but loses precision in float32",
    Verdict.FORBIDDEN: "called the builtin that it should write",
    Verdict.BROKEN: "the kit's own fault, never the learner's",
}


def exercise_section(exercise: ExerciseTally) -> str:
    """Histogram, checks, mistakes and verdicts of one exercise."""
    head = f'<section id="{markup.anchor(exercise.id)}"><div class="head"><h2>{safe(exercise.id)}</h2>\n'
    if not exercise.submissions:
        return f"{head}<p>Nobody has handed this in.</p></div></section>\n"
    return f"{head}{_facts(exercise)}</div>{_checks(exercise)}{_mistakes(exercise)}{_verdicts(exercise)}</section>\n"


def _facts(exercise: ExerciseTally) -> str:
    n, most = exercise.submissions, exercise.max_points
    return (
        f"<p>{count(n, 'submission')}; {exercise.mean:.2f} of {number(most)} points on average, "
        f"{number(exercise.median)} in the middle. {exercise.full:,} ({percent(exercise.full, n)}) have all points, "
        f"{exercise.nothing:,} ({percent(exercise.nothing, n)}) have none.{_imprecise(exercise)}</p>\n"
        f"{chart('Submissions', exercise.points, most)}"
    )


def chart(noun: str, points: Sequence[float], most: float) -> str:
    """A histogram of points, and the same in words."""
    counts = histogram(points, most)
    parts = [f"{10 * tenth} to under {10 * tenth + 10} %: {n}" for tenth, n in enumerate(counts[:-1]) if n]
    words = f"{noun} by share of points. {'; '.join([*parts, f'all points: {counts[-1]}'])}."
    caption = f"{noun} by their share of the {number(most)} points; 10 stands for 10 to under 20 %"
    return f"<figure><figcaption>{caption}</figcaption>{markup.histogram(counts, words)}</figure>\n"


def _imprecise(exercise: ExerciseTally) -> str:
    some, n = exercise.only_imprecise, exercise.submissions
    return f" {some:,} ({percent(some, n)}) {'is' if some == 1 else 'are'} right but imprecise." if some else ""


def _checks(exercise: ExerciseTally) -> str:
    rows = (_check(check) for check in exercise.hardest())
    heads = [">Passed", "Share", "Check", "Kind", "The others"]
    return table("Checks, the hardest first", heads, rows, "sortable told")


def _check(check: CheckTally) -> str:
    others = [f"{check.verdicts[verdict]:,}&nbsp;{verdict}" for verdict in MEANINGS if check.verdicts[verdict]]
    return row(
        f"{prose(check.title)} {markup.identifier(check.id)}",
        cell(check.kind),
        cell(", ".join(others) or "–"),
        before=[of(check.passed, check.run), share(check.passed, check.run)],
    )


def _mistakes(exercise: ExerciseTally) -> str:
    found = exercise.common()
    if not found:
        return "<p>No known mistake was recognised.</p>\n"
    rows = (mistake_row(mistake, exercise.submissions, markup.identifier(mistake.name)) for mistake in found)
    heads = [">Students", "Share", "What they are told", "Name"]
    return table("Named mistakes, the most common first", heads, rows, "sortable told")


def mistake_row(mistake: MistakeTally, whole: int, last: str) -> str:
    """``31 of 212 | 15 % | You scale by p instead of 1/(1-p)``, and something else."""
    return row(prose(mistake.message), cell(last), before=[of(mistake.count, whole), share(mistake.count, whole)])


def _verdicts(exercise: ExerciseTally) -> str:
    rows = [_verdict(exercise, verdict) for verdict in MEANINGS if exercise.verdicts[verdict]]
    if not rows:
        return "<p>Every check of every submission passed.</p>\n"
    never = [verdict.value for verdict in MEANINGS if not exercise.verdicts[verdict]]
    note = f"<p>In no submission: {', '.join(never)}.</p>\n" if never else ""
    heads = [">Students", "Share", "Verdict", "Meaning", ">Checks"]
    return table("What went wrong, in at least one check of a submission", heads, rows, "sortable") + note


def _verdict(exercise: ExerciseTally, verdict: Verdict) -> str:
    some, n = exercise.verdicts[verdict], exercise.submissions
    checks = sum(check.verdicts[verdict] for check in exercise.checks.values())
    return row(
        verdict.value, cell(MEANINGS[verdict]), cell(f"{checks:,}", checks, number=True), before=[of(some, n), share(some, n)]
    )
