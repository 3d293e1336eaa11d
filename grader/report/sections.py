"""The part of the instructor's page that is about one exercise."""

from __future__ import annotations

from grader.exercise import Verdict
from grader.phrases import count
from grader.report import markup
from grader.report.markup import bar, cell, percent, prose, row, safe, table
from grader.report.tally import CheckTally, ExerciseTally, histogram, number

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
    head = f'<section class="exercise" id="{markup.anchor(exercise.id)}"><h2>{safe(exercise.id)}</h2>\n'
    if not exercise.submissions:
        return f"{head}<p>Nobody has handed this in.</p></section>\n"
    return f"{head}{_facts(exercise)}{_checks(exercise)}{_mistakes(exercise)}{_verdicts(exercise)}</section>\n"


def _facts(exercise: ExerciseTally) -> str:
    n, most = exercise.submissions, exercise.max_points
    counts = histogram(exercise.points, most)
    label = f"Number of submissions by tenth of the points, then with all points: {', '.join(map(str, counts))}"
    return (
        f"<p>{count(n, 'submission')}; {number(exercise.mean)} of {number(most)} points on average, "
        f"{number(exercise.median)} in the middle. {exercise.full} ({percent(exercise.full, n)}) have all points, "
        f"{exercise.nothing} ({percent(exercise.nothing, n)}) have none.{_imprecise(exercise)}</p>\n"
        f"<figure><figcaption>Submissions by their share of the {number(most)} points, in %</figcaption>"
        f"{markup.histogram(counts, label)}</figure>\n"
    )


def _imprecise(exercise: ExerciseTally) -> str:
    some, n = exercise.only_imprecise, exercise.submissions
    return f" {some} ({percent(some, n)}) {'is' if some == 1 else 'are'} right but imprecise." if some else ""


def _checks(exercise: ExerciseTally) -> str:
    rows = (_check(check) for check in exercise.hardest())
    return table(
        "Checks, the hardest first", ["Check", "Kind", ">Passed", "Share", "What else became of it"], rows, "sortable told"
    )


def _check(check: CheckTally) -> str:
    others = [f"{check.verdicts[verdict]} {verdict}" for verdict in MEANINGS if check.verdicts[verdict]]
    return row(
        f"{prose(check.title)} <code>{safe(check.id)}</code>",
        cell(check.kind),
        cell(f"{check.passed} of {check.run}", check.passed, number=True),
        cell(f"{percent(check.passed, check.run)}{bar(check.passed, check.run)}", check.passed / check.run, kind="share"),
        cell(", ".join(others) or "–"),
    )


def _mistakes(exercise: ExerciseTally) -> str:
    n, rows = exercise.submissions, []
    for mistake in exercise.common():
        rows.append(
            row(
                prose(mistake.message),
                cell(f"{mistake.count} of {n}", mistake.count, number=True),
                cell(f"{percent(mistake.count, n)}{bar(mistake.count, n)}", mistake.count / n, kind="share"),
                cell(f"<code>{safe(mistake.name)}</code>"),
            )
        )
    if not rows:
        return "<p>No known mistake was recognised.</p>\n"
    return table(
        "Named mistakes, the most common first", ["What students are told", ">Submissions", "Share", "Name"], rows, "told"
    )


def _verdicts(exercise: ExerciseTally) -> str:
    rows = [_verdict(exercise, verdict) for verdict in MEANINGS if exercise.verdicts[verdict]]
    never = [verdict.value for verdict in MEANINGS if not exercise.verdicts[verdict]]
    note = f"<p>In no submission: {', '.join(never)}.</p>\n" if rows and never else ""
    if not rows:
        return "<p>Every check of every submission passed.</p>\n"
    heads = ["Verdict", "Meaning", ">Submissions with it", "Share", ">Checks"]
    return table("What went wrong", heads, rows) + note


def _verdict(exercise: ExerciseTally, verdict: Verdict) -> str:
    with_it, n = exercise.verdicts[verdict], exercise.submissions
    checks = sum(check.verdicts[verdict] for check in exercise.checks.values())
    return row(
        verdict.value,
        cell(MEANINGS[verdict]),
        cell(f"{with_it} of {n}", with_it, number=True),
        cell(f"{percent(with_it, n)}{bar(with_it, n)}", with_it / n, kind="share"),
        cell(str(checks), number=True),
    )
