"""The doors of platforms in a process of their own: python -P tests/platform_doors.py PLATFORM HOME TOPIC...

In an attacked course, with a line of input to begin.  Each topic is exported as a bundle of its own, laid out in HOME as the
platform does it, and graded by what the platform starts; what a student handed in waits in handed_in/TOPIC.py.
"""

from __future__ import annotations

import contextlib
import json
import os
import sys
from pathlib import Path

from grader import doctor
from grader.export import classroom50, gradescope
from grader.launch import launcher
from grader.platforms import classroom50 as on_classroom50
from grader.platforms import gradescope as on_gradescope
from grader.platforms.settings import Settings
from grader.report.files import write

RUNNER = ("CLASSROOM", "ASSIGNMENT", "ASSIGNMENT_TYPE", "OWNER", "SUBMISSION_TAG", "COMMIT_URL", "RELEASE_URL")


def lay(folder: Path, files: dict[str, bytes]) -> Path:
    for path, content in files.items():
        if not path.endswith(".whl"):  # the kit that is running grades
            write(folder / path, [content])
    return folder


def with_gradescope(root: Path, home: Path, topic: str) -> None:
    autograder, exercise = home / topic, f"{topic}/row_softmax"
    lay(autograder / "source", gradescope.files(root, Settings((exercise,), untrusted=False)))
    write(autograder / "submission" / "row_softmax.py", [(root / "handed_in" / f"{topic}.py").read_bytes()])
    on_gradescope.main([str(autograder)])


def with_classroom50(root: Path, home: Path, topic: str) -> None:
    exercise = f"{topic}/row_softmax"
    bundle = lay(home / topic / "bundle", classroom50.files(root, Settings((exercise,)), hidden=True))
    settings = Settings((exercise,), hidden_checks="visible", untrusted=False)
    write(bundle / "gradlings.json", [settings.text()])
    checkout = home / topic / "checkout"
    write(checkout / "exercises" / f"{exercise}.py", [(root / "handed_in" / f"{topic}.py").read_bytes()])
    os.environ |= dict.fromkeys(RUNNER, "submit/x")
    with contextlib.chdir(checkout):
        on_classroom50.main([str(bundle)])


def main() -> None:
    platform, home, *topics = sys.argv[1:]
    sys.stdin.readline()
    root = Path.cwd()
    started = launcher()
    write(Path(home) / "missing.json", [json.dumps(sorted(doctor.confinement(started).missing))])
    started.close()
    for topic in topics:
        {"gradescope": with_gradescope, "classroom50": with_classroom50}[platform](root, Path(home), topic)


if __name__ == "__main__":
    main()
