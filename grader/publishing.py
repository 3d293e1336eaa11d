"""What an instructor finds in the folder of results: tables, reports, and a layout for tools that compare submissions."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from pathlib import Path

from grader import catalog, freshness, intake, submission
from grader.progress import Progress
from grader.report import gradebook, similarity
from grader.report.publish import publish
from grader.report.record import Ungraded
from grader.selection import weights
from grader.store import Store
from grader.workforce import read


def write_reports(
    root: Path, store: Store, plan: intake.Plan, exercises: Sequence[str], options: argparse.Namespace, token: str
) -> None:
    """Tables and reports of all marks.  `token` stands for what decides on them, see `grader.freshness`."""
    ungraded = [Ungraded("", "", f"{one.where}: {one.reason}") for one in plan.skipped]
    points = weights(root, options.points)
    planned = {name: float(points.get(name, catalog.load(root, name).about.points)) for name in exercises if options.exercises}
    print("Writing tables and reports.", flush=True)
    progress = Progress(store.handed_out())
    written = publish(
        options.out, store.records(), roster=plan.enrolled, planned=planned or None, ungraded=ungraded, done=progress.add
    )
    progress.close()
    freshness.remember(store, token, [*written, options.out / "feedback"])
    by, known = gradebook.known_to_moodle(plan.enrolled)
    if left_out := sorted({one.key for one in plan.enrolled} - {one.key for one in known}):
        unknown = f"the roster gives {gradebook.IDENTITIES[by][1]}"
        print(f"Not in moodle.csv, because {unknown} of others and not of them: {', '.join(left_out)}.")
    print(f"Written to {options.out}: {', '.join(path.name for path in written)}, and a page for each student in feedback/.")


def lay_out(root: Path, submissions: Sequence[intake.Submission], folder: Path) -> None:
    """For a tool that compares submissions."""
    names = sorted({one.exercise for one in submissions})
    handed_out = {name: submission.stub(catalog.solution_file(root, name)).encode() for name in names}
    progress = Progress(len(submissions))
    files = read((one.student, one) for one in submissions)
    for _ in similarity.export(folder, ((one.exercise, student, source) for student, one, source in files), handed_out):
        progress.add(1)
    progress.close()
    print(f"Written to {folder}: submissions, for a tool that finds those alike; README.md there says how.")
