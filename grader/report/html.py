"""One page for the instructor: how a class did, where it failed, and for what reasons.

It is one file that loads nothing; its script sorts tables, and without it the page lacks no more than that.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from statistics import fmean, median

from grader.exercise import Verdict
from grader.handed import Student
from grader.phrases import count
from grader.report import markup
from grader.report.markup import cell, name, percent, row, safe, table
from grader.report.record import Ungraded
from grader.report.sections import chart, exercise_section, mistake_row
from grader.report.tally import Tally, alphabetical, number

MOST_COMMON = 10
PRINTED = 300  # rows of students, which are some ten sheets of paper
BROKEN = "The kit itself failed in {checks}: {titles}"


def page(
    tally: Tally, title: str = "Class report", roster: Sequence[Student] = (), ungraded: Sequence[Ungraded] = ()
) -> Iterable[str]:
    """The page, in pieces.  With a roster, those on it who handed nothing in are counted too, and shown by their names."""
    return markup.document(title, _body(tally, title, roster, ungraded), script=True)


def _body(tally: Tally, title: str, roster: Sequence[Student], ungraded: Sequence[Ungraded]) -> Iterator[str]:
    yield f"<header><h1>{safe(title)}</h1>\n<p>{_first_sentence(tally, roster)}</p>\n{_contents(tally)}</header>\n<main>\n"
    yield f'<section id="summary"><h2>Summary</h2>\n{_marks(tally)}{_overview(tally)}{_mistakes(tally)}</section>\n'
    for exercise in tally.in_order():
        yield exercise_section(exercise)
    yield f'<section id="attention"><h2>Not graded</h2>\n{_attention(tally, roster, ungraded)}</section>\n'
    yield f'<section id="how"><h2>How this was graded</h2>\n{_how(tally)}</section>\n'
    yield '<section id="students"><h2>Students</h2>\n'
    yield from _students(tally, roster)
    yield "</section>\n</main>\n"


def _first_sentence(tally: Tally, roster: Sequence[Student]) -> str:
    handed = f"{count(len(tally.points), 'student')} handed in {count(tally.submissions, 'submission')}"
    listed = f" The roster lists {count(len(roster), 'student')}." if roster else ""
    return f"{handed} of {count(len(tally.exercises), 'exercise')}, worth {number(tally.max_points)} points in all.{listed}"


def _contents(tally: Tally) -> str:
    places = [("summary", "Summary"), *((markup.anchor(e.id), safe(e.id)) for e in tally.in_order())]
    places += [("attention", "Not graded"), ("how", "How this was graded"), ("students", "Students")]
    links = "".join(f'<li><a href="#{place}">{text}</a></li>\n' for place, text in places)
    return f'<nav aria-label="On this page"><ul>\n{links}</ul></nav>\n'


def _marks(tally: Tally) -> str:
    """How the marks of the class lie."""
    if not tally.points:
        return "<p>Nothing has been graded yet.</p>\n"
    totals, most = [tally.total(student) for student in tally.points], tally.max_points
    figures = {"Mean": f"{fmean(totals):.2f}", "Median": number(median(totals)), "Best": number(max(totals))}
    figures |= {"Lowest": number(min(totals)), "All points": f"{sum(points >= most for points in totals):,}"}
    facts = "".join(f"<div><dt>{fact}</dt><dd>{value}</dd></div>" for fact, value in figures.items())
    return f"<dl>{facts}</dl>\n{chart('Students', totals, most)}<p>What was not handed in adds nothing.</p>\n"


def _overview(tally: Tally) -> str:
    rows = []
    for exercise in tally.in_order():
        link = f'<a href="#{markup.anchor(exercise.id)}">{markup.broken_at_slash(exercise.id)}</a>'
        n = exercise.submissions
        if not n:
            rows.append(row(link, cell("0", number=True), *[cell("–", -1, number=True)] * 5))
            continue
        counts = (exercise.full, exercise.nothing, exercise.only_imprecise)
        rows.append(
            row(
                link,
                cell(f"{n:,}", n, number=True),
                cell(f"{exercise.mean:.2f}", number=True),
                cell(f"{number(exercise.median)} of {number(exercise.max_points)}", exercise.median, number=True),
                *(cell(f"{some:,} ({percent(some, n)})", some / n, number=True) for some in counts),
            )
        )
    heads = ["Exercise", ">Submissions", ">Mean", ">Median", ">All points", ">No points", ">Right but imprecise"]
    return table("Exercises", heads, rows, "sortable") if rows else ""


def _mistakes(tally: Tally) -> str:
    found = tally.common()[:MOST_COMMON]
    rows = [
        mistake_row(each, tally.exercises[each.exercise].submissions, markup.broken_at_slash(each.exercise)) for each in found
    ]
    heads = [">Students", "Share", "What they are told", "Exercise"]
    return table("Most common mistakes", heads, rows, "sortable told") if rows else ""


def _attention(tally: Tally, roster: Sequence[Student], ungraded: Sequence[Ungraded]) -> str:
    """Everything that a person has to look at."""
    found = [(each.student, each.exercise, each.reason) for each in ungraded]
    for student, exercise, titles in tally.broken:
        found.append((student, exercise, BROKEN.format(checks=count(len(titles), "check"), titles=" ".join(titles))))
    rows = [row(name(s), cell(markup.broken_at_slash(e) or "–"), cell(safe(why))) for s, e, why in sorted(found)]
    told = (
        table("Submissions that could not be graded, or not entirely", ["Student", "Exercise", "Why"], rows, "told")
        if rows
        else ""
    )
    listed = {student.key for student in roster}
    strangers = [student for student in tally.students() if student not in listed] if roster else []
    absent = [student.name or student.key for student in roster if student.key not in tally.points]
    for people, what in ((strangers, "on no line of the roster"), (absent, "on the roster without any submission")):
        told += f"<h3>{count(len(people), 'student')} {what}</h3>\n<p>{', '.join(map(name, people))}</p>\n" if people else ""
    return told or "<p>Everything that was handed in has been graded.</p>\n"


def _students(tally: Tally, roster: Sequence[Student]) -> Iterator[str]:
    """Students by exercises.  One who handed nothing in stands on the roster alone."""
    named = {student.key: student.name or student.key for student in roster}
    named |= {student: student for student in tally.students() if student not in named}
    if not named:
        yield "<p>There are none.</p>\n"
        return
    heads = ["Student", ">Total", *(f">{markup.broken_at_slash(exercise.id)}" for exercise in tally.in_order())]
    kind = "sortable wide" if len(named) <= PRINTED else "sortable wide unprinted"
    if len(named) > PRINTED:
        yield f"<p class=printed>The table of {len(named):,} students is not printed; grades.csv has it.</p>\n"
    rows = (
        _student(tally, key, shown) for key, shown in sorted(named.items(), key=lambda item: (alphabetical(item[1]), item[0]))
    )
    caption = f"Points, of {number(tally.max_points)} in all; a dash where nothing was handed in"
    yield from markup.long_table(caption, heads, rows, kind)


def _student(tally: Tally, key: str, shown: str) -> str:
    points = tally.points.get(key, {})
    cells = [cell(f"<strong>{number(tally.total(key))}</strong>" if points else _missing(), tally.total(key), number=True)]
    for exercise in tally.in_order():
        has = points.get(exercise.id)
        cells.append(cell(_missing(), -1, number=True) if has is None else cell(number(has), number=True))
    return row(name(shown), *cells)


def _missing() -> str:
    return '<span aria-label="nothing handed in">–</span>'


def _how(tally: Tally) -> str:
    rows = [
        row(what.capitalize(), cell(safe(way)), cell(f"{n:,}", n, number=True))
        for (what, way), n in sorted(tally.ways.items(), key=lambda item: (item[0][0], -item[1], item[0][1]))
    ]
    told = table("What submissions were graded with", ["What", "Which", ">Submissions"], rows, "told") if rows else ""
    verdicts = ", ".join(verdict for verdict in Verdict)
    return (
        f"{told}<p>Every check of an exercise carries an equal share of its points. A verdict is one of: {verdicts}. "
        "Submissions that resemble each other are not sought here: <code>gradlings grade --similarity</code> lays them out for "
        "Dolos, JPlag, compare50 and MOSS, which do.</p>\n"
    )
