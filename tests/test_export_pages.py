"""The pages of GitHub, Classroom 50 and Gradescope: one screen each, and what they tell an instructor to type works."""

from __future__ import annotations

import csv
import os
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from conftest import ROOT
from course import part_of_course
from nbgrader_class import typed
from platform_class import DEADLINE, EXERCISES, RELU, RIGHT
from repositories import OUTSIDE, commit, git

FOLDER = ROOT / "grader" / "export"
PAGES = ("github", "classroom50", "gradescope")
SCREEN = 60  # lines
WHO = {f"GIT_{role}_{what}": "teacher" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}


def commands(page: str) -> list[list[str]]:
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    return [block.strip().splitlines() for block in re.findall(r"^```bash\n(.*?)^```", text, re.MULTILINE | re.DOTALL)]


@pytest.mark.parametrize("page", PAGES)
def test_a_page_is_a_screen(page: str) -> None:
    text = (FOLDER / f"{page}.md").read_text(encoding="utf-8")
    assert len(text.splitlines()) <= SCREEN
    for link in re.findall(r"\]\(([\w./]+\.md)\)", text):
        assert (FOLDER / link).is_file(), link


@pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
def test_what_the_pages_say_to_type(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in (OUTSIDE | WHO).items():
        monkeypatch.setenv(name, value)
    course = part_of_course(tmp_path / "course", EXERCISES, DEADLINE)
    hand_out, grade = commands("github")
    typed(hand_out, course)
    git(course, "clone", "--quiet", "homework1", os.fspath(course / "submissions" / "homework1-ada"))
    commit(course / "submissions" / "homework1-ada", {f"exercises/{RELU}.py": RIGHT.encode()}, "2026-11-19T12:00:00+0000")
    git(course, "clone", "--quiet", "homework1", os.fspath(course / "submissions" / "homework1-bob"))
    said = typed([f"{line} --before 2036-11-20T23:59" for line in grade], course).stdout
    assert "Other than handed out" not in said
    with (course / "results" / "grades.csv").open(encoding="utf-8-sig") as file:
        points = {row["student"]: row[RELU] for row in csv.DictReader(file)}
    assert points == {"ada": "5", "bob": "0"}
    shutil.rmtree(course / "homework1")
    for block in commands("classroom50"):
        typed(block, course)
    bundles = course / "dl101" / "autograders"
    assert (bundles / "homework1" / "autograder.py").is_file()
    assert not (bundles / "homework1" / "course").exists()
    assert (bundles / "homework2" / "course" / "solutions" / f"{RELU}.py").is_file()
    (block,) = commands("gradescope")
    typed(block, course)
    assert zipfile.is_zipfile(course / "homework1.zip")
