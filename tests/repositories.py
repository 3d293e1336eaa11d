"""Repositories as students leave them, with commits of any date; and some that are traps."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Mapping
from pathlib import Path

from grader.report.files import write

OUTSIDE = {"GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull, "GIT_TERMINAL_PROMPT": "0"}


def git(folder: Path, *arguments: str, when: str = "2026-11-01T12:00:00+0000", said: str = "") -> str:
    """The real one, as nobody in particular."""
    who = {f"GIT_{role}_{what}": "ada" for role in ("AUTHOR", "COMMITTER") for what in ("NAME", "EMAIL")}
    dates = {"GIT_AUTHOR_DATE": when, "GIT_COMMITTER_DATE": when}
    environment = {**os.environ, **OUTSIDE, **who, **dates}
    done = subprocess.run(
        ["git", *arguments], cwd=folder, env=environment, input=said, check=True, capture_output=True, text=True
    )
    return done.stdout.strip()


def repository(folder: Path, files: Mapping[str, bytes], when: str = "2026-11-01T12:00:00+0000") -> Path:
    folder.mkdir(parents=True)
    git(folder, "init", "--quiet", "--initial-branch=main", "--template=")
    commit(folder, files, when)
    return folder


def commit(folder: Path, files: Mapping[str, bytes | None], when: str) -> None:
    """Write or remove files, and commit everything."""
    for path, content in files.items():
        if content is None:
            (folder / path).unlink()
        else:
            write(folder / path, [content])
    git(folder, "add", "--all", "--force")
    git(folder, "commit", "--quiet", "--allow-empty", "-m", "work", when=when)


def trap(folder: Path, marker: Path) -> None:
    """Configuration, hooks and attributes that run a program as soon as git works in this folder."""
    program = folder / ".git" / "program"
    program.write_text(f"#!/bin/sh\ntouch {marker}\ncat\n")
    program.chmod(0o755)
    settings = (
        "core.fsmonitor",
        "core.pager",
        "pager.log",
        "diff.external",
        "filter.x.smudge",
        "filter.x.clean",
        "core.sshCommand",
    )
    for setting in (*settings, "diff.x.textconv", "core.editor", "gpg.program", "uploadpack.packObjectsHook"):
        git(folder, "config", setting, str(program))
    git(folder, "config", "log.showSignature", "true")
    git(folder, "config", "core.hooksPath", str(folder / ".git" / "hooks"))
    (folder / ".git" / "info").mkdir(exist_ok=True)
    (folder / ".git" / "info" / "attributes").write_text("* filter=x diff=x\n")
    for hook in ("post-checkout", "reference-transaction", "post-index-change", "pre-auto-gc"):
        path = folder / ".git" / "hooks" / hook
        path.parent.mkdir(exist_ok=True)
        path.symlink_to(program)


def bomb(folder: Path, path: str, levels: int = 12, width: int = 12) -> None:
    """A commit in which a folder holds width ** levels files, all of them one object."""
    item = f"100644 blob {git(folder, 'hash-object', '-w', '--stdin', said='x')}"
    for _ in range(levels):
        item = _tree(folder, [f"{item}\tf{number:03}" for number in range(width)])
    for name in reversed(path.split("/")[1:]):
        item = _tree(folder, [f"{item}\t{name}"])
    top = "\t" + path.split("/", maxsplit=1)[0]
    kept = [line for line in git(folder, "ls-tree", "HEAD").splitlines() if not line.endswith(top)]
    tree = _tree(folder, [*kept, item + top]).split()[-1]
    made = git(folder, "commit-tree", "-p", "HEAD", "-m", "bomb", tree, when="2026-11-02T12:00:00+0000")
    git(folder, "update-ref", "refs/heads/main", made)


def _tree(folder: Path, lines: list[str]) -> str:
    name = git(folder, "mktree", said="".join(f"{line}\n" for line in lines))
    return f"040000 tree {name}"
