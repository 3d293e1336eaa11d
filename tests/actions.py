"""A runner of GitHub Actions as far as a template's workflow needs one: its steps, in their order, as GitHub runs them.

What a step prints is read as GitHub's own runner reads it (actions/runner, src/Runner.Common/ActionCommand.cs and
src/Runner.Worker/ActionCommandManager.cs): a command may stand behind spaces, one of the older kind anywhere in a line, and
`stop-commands` switches all off until its token comes.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import dataclass, field
from importlib import metadata
from itertools import pairwise
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from grader.export.pins import requirements

COMMANDS = frozenset(
    "notice warning error debug set-env set-output add-path add-mask save-state stop-commands group endgroup"
    " remove-matcher".split()
)
NEW = re.compile(r"\s*::([a-z-]+)(?: ([^\n]*?))?::(.*)")
# What actions/setup-python has the runner look for in the log from then on (.github/python.json there).
MATCHER = (re.compile(r"^\s*File\s\"(.*)\",\sline\s(\d+),\sin\s(.*)$"), re.compile(r"^\s*raise\s(.*)\(\'(.*)\'\)$"))
OLD = re.compile(r"##\[([a-z-]+)(?: ([^\]]*))?\](.*)")


class Command(NamedTuple):
    """One that the runner has obeyed."""

    name: str
    message: str
    properties: dict[str, str]


@dataclass
class Job:
    """What came of a job."""

    status: dict[str, int | None] = field(default_factory=dict)  # of each step; None for an action, which is stood in for
    log: str = ""
    commands: list[Command] = field(default_factory=list)
    matched: list[str] = field(default_factory=list)  # errors that were read out of the log
    outputs: dict[str, str] = field(default_factory=dict)
    summary: str = ""
    kept: dict[str, bytes] = field(default_factory=dict)  # what is uploaded

    def annotations(self, level: str) -> list[Command]:
        return [command for command in self.commands if command.name == level]


def environment(folder: Path) -> Path:
    """An environment without packages, but where pip finds what the kit needs and is installed here; its interpreter."""
    packages = folder / "site-packages"
    packages.mkdir(parents=True)
    pinned = [line.split("==")[0] for line in requirements("", "numpy").decode().splitlines() if line]
    for distribution in map(metadata.distribution, [*pinned, "pip"]):
        for name in {file.parts[0] for file in distribution.files or ()} - {".."}:
            place = Path(str(distribution.locate_file(name)))
            if place.exists() and not (packages / name).exists():
                (packages / name).symlink_to(place)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(folder / "venv")], check=True)
    (found,) = (folder / "venv").glob("lib/python*/site-packages")
    (found / "installed_here.pth").write_text(f"{packages}\n")
    return folder / "venv" / "bin" / "python"


def run(repository: Path, python: Path, temporary: Path, installed: bool = False) -> Job:
    """All steps of the template's workflow in a checkout; `installed` where the same was installed before."""
    (path,) = (repository / ".github" / "workflows").glob("*.yml")
    workflow: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    (job,) = workflow["jobs"].values()
    done = Job()
    shutil.rmtree(temporary, ignore_errors=True)
    temporary.mkdir(parents=True)
    failed = False
    for step in job["steps"]:
        if failed and step.get("if") != "always()":
            continue
        if installed and step["name"] == "Install":
            continue
        if "run" in step:
            status = _step(step["run"], repository, python, temporary, done)
            done.status[step["name"]], failed = status, failed or status != 0
        else:
            _action(step, temporary, done)
    return done


def _action(step: dict[str, Any], temporary: Path, done: Job) -> None:
    """Checking out and setting up has been done; what is to be kept is collected."""
    name, _, commit = step["uses"].partition("@")
    assert re.fullmatch("[0-9a-f]{40}", commit), f"{name} is not pinned to a commit"
    done.status[step["name"]] = None
    if name == "actions/upload-artifact":
        folder = Path(step["with"]["path"].replace("${{ runner.temp }}", str(temporary)))
        done.kept = {path.name: path.read_bytes() for path in folder.iterdir()} if folder.is_dir() else {}


def _step(script: str, repository: Path, python: Path, temporary: Path, done: Job) -> int:
    files = {name: temporary / name for name in ("GITHUB_ENV", "GITHUB_OUTPUT", "GITHUB_PATH", "GITHUB_STEP_SUMMARY")}
    for file in files.values():
        file.touch()
    (temporary / "step.sh").write_text(script)
    known = {name: os.environ[name] for name in ("HOME", "LANG", "TMPDIR") if name in os.environ}
    told = {name: str(file) for name, file in files.items()} | {
        "PATH": f"{python.parent}{os.pathsep}{os.environ['PATH']}",
        "RUNNER_TEMP": str(temporary),
        "GITHUB_WORKSPACE": str(repository),
        "GITHUB_REPOSITORY": "dl101/homework-ada",
        "GITHUB_ACTIONS": "true",
        "CI": "true",
        "PIP_NO_INDEX": "1",  # what is needed is here
    }
    shell = ["bash", "--noprofile", "--norc", "-eo", "pipefail", str(temporary / "step.sh")]
    ran = subprocess.run(
        shell, cwd=repository, env=known | told, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=300, check=False
    )
    said = ran.stdout.decode("utf-8", "replace")
    done.log += said
    done.commands += obeyed(said)
    done.matched += matched(said)
    done.summary += files["GITHUB_STEP_SUMMARY"].read_text(encoding="utf-8")
    lines = files["GITHUB_OUTPUT"].read_text(encoding="utf-8").splitlines()
    done.outputs |= dict(line.split("=", 1) for line in lines)
    assert not files["GITHUB_ENV"].read_bytes() + files["GITHUB_PATH"].read_bytes()
    for file in files.values():
        file.unlink()
    return ran.returncode


def obeyed(said: str) -> list[Command]:
    """The commands that are carried out."""
    found: list[Command] = []
    stopped = ""
    for line in re.split(r"\r\n|\n|\r", said):
        match = NEW.match(line) or OLD.search(line)
        if stopped:
            if line.strip() == f"::{stopped}::":
                stopped = ""
        elif match and match[1] == "stop-commands":
            stopped = match[3]
        elif match and match[1] in COMMANDS:
            properties = dict(pair.split("=", 1) for pair in re.split("[,;]", match[2] or "") if "=" in pair)
            found.append(Command(match[1], _plain(match[3]), {key: _plain(value) for key, value in properties.items()}))
    return found


def matched(said: str) -> list[str]:
    """The errors that are read out of a log which is scanned for tracebacks, commands switched off or not, until that ends."""
    lines = re.split(r"\r\n|\n|\r", said)
    ends = next((place for place, line in enumerate(lines) if line == "::remove-matcher owner=python::"), len(lines))
    return [
        found[2] for first, second in pairwise(lines[:ends]) if MATCHER[0].match(first) and (found := MATCHER[1].match(second))
    ]


def _plain(text: str) -> str:
    for code, character in (("%0A", "\n"), ("%0D", "\r"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        text = text.replace(code, character)
    return text
