"""What a reader sees first: lint, types, README."""

from __future__ import annotations

import re
import subprocess
import sys

import picture
import pytest
from conftest import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", [["ruff", "check", "."], ["ruff", "format", "--check", "."], ["mypy"]], ids=" ".join)
def test_tools_find_nothing(command: list[str]) -> None:
    finished = subprocess.run(
        [sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False, timeout=300
    )
    assert finished.returncode == 0, finished.stdout + finished.stderr


def test_readme_commands_are_the_ones_that_ci_runs() -> None:
    setups = re.findall(r"^python -m pip install .*$", README, re.MULTILINE)
    assert [command.split(" && ")[1] for command in setups] == [
        "pytest exercises/convolution",
        "gradlings site public",
        "pytest tests -n auto",
    ]
    assert "README.md" in (ROOT / ".ci" / "run").read_text(encoding="utf-8")
    assert "bash .ci/run" in (ROOT / ".github/workflows/ci.yml").read_text(encoding="utf-8")


def test_readme_links_lead_somewhere() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README):
        assert (ROOT / target).exists(), target


def test_picture_shows_what_a_learner_sees_today() -> None:
    assert picture.PICTURE.read_text(encoding="utf-8") == picture.svg(picture.lines()), "run: python tests/picture.py"


def test_no_path_of_a_machine_is_committed() -> None:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    if listed.returncode:
        pytest.skip("not a git checkout")
    for name in filter(None, listed.stdout.split("\0")):
        text = (ROOT / name).read_bytes()
        for trace in (b"/root" + b"/", b"/wo" + b"rk/", b"pypi" + b".org", b"/ho" + b"me/"):
            assert trace not in text, f"{name} holds {trace.decode()}"
