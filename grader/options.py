"""What can be asked for on pytest's command line."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from grader import backends
from grader.launch import REQUIRED, Fresh, Launchers, WorkerError

if TYPE_CHECKING:
    from grader.bench import Wish


def add(parser: pytest.Parser) -> None:
    group = parser.getgroup("gradlings", "grading exercises")
    group.addoption("--seed", type=int, default=0, help="draw other hidden inputs (default: 0)")
    group.addoption("--reference", action="store_true", help="grade the solutions instead of the learner's files")
    group.addoption("--backend", choices=["numpy", "torch"], default="", help="what arguments are (default: what a file imports)")
    group.addoption("--device", choices=["cpu", "cuda", "auto"], default="cpu", help="where tensors lie (default: cpu)")
    group.addoption("--require-cuda", action="store_true", help="fail, and do not skip, what needs CUDA where there is none")
    group.addoption("--dtype", choices=["float16", "bfloat16"], default="", help="grade this type too, where an exercise has it")
    group.addoption("--in-process", action="store_true", help="run the learner's code in this process, for debuggers")
    group.addoption("--untrusted", action="store_true", help="the files are strangers': refuse where they cannot be confined")


def check(config: pytest.Config) -> None:
    """Refuse at once what cannot be."""
    if config.option.backend == "torch" and not backends.installed():
        raise pytest.UsageError("--backend torch needs PyTorch, which is not installed; try: python -m pip install torch")
    if config.option.untrusted and (config.option.in_process or config.option.usepdb or config.option.trace):
        raise pytest.UsageError("--untrusted runs nothing in pytest's own process: leave out --in-process, --pdb and --trace")
    if config.option.untrusted and config.option.device != "cpu":
        raise pytest.UsageError("--untrusted cannot confine an accelerator's driver: leave out --device, or --untrusted")
    config.option.in_process = config.option.in_process or os.name != "posix"  # elsewhere no process can be handed a channel


def launchers(config: pytest.Config) -> Launchers:
    """What starts learners' processes in this run.  Raises UsageError where --untrusted asks for what this machine lacks."""
    if not config.option.untrusted:
        return Launchers()
    from grader import doctor  # noqa: PLC0415  # starts a process: only where it is asked for

    found = Launchers(REQUIRED)
    try:
        doctor.confinement(found.of("numpy"))
    except WorkerError as error:
        found.close()
        raise pytest.UsageError(f"--untrusted: {error}") from None
    return found


def wish(config: pytest.Config) -> Wish:
    from grader.bench import Wish  # noqa: PLC0415  # imports NumPy: only where something is graded

    asked = config.option
    return Wish(asked.seed, asked.reference, asked.backend, asked.device, asked.dtype)


def refuse_strangers(config: pytest.Config, module: Path) -> None:
    """Test modules run in pytest's own process: with --untrusted, none may hold more than `gradlings sync` writes."""
    if not config.option.untrusted or "exercises" not in module.parts:
        return
    from grader import generate  # noqa: PLC0415  # only where it is asked for

    text = module.read_text(encoding="utf-8", errors="replace")
    if text != generate.test_module(module.parent.name, generate.tested(text)):
        why = f"{module.name} is not as `gradlings sync` writes it, and would run in pytest's own process"
        raise pytest.Collector.CollectError(f"{why}: copy exercise files alone from other people, no tests")


SKIPPED = pytest.StashKey[set[str]]()  # reasons why something was not graded


@cache
def lacks_cuda() -> str:
    """Why tests marked `cuda` cannot run here; asked of a process of its own, once."""
    return backends.lacks_cuda(Fresh().describe())


def skip_or_fail(config: pytest.Config, missing: str) -> None:
    """What cannot be done here is skipped, unless someone insists on it."""
    __tracebackhide__ = True
    if missing and config.option.require_cuda:
        pytest.fail(f"{missing}, and --require-cuda asks for it", pytrace=False)
    if missing:
        config.stash.setdefault(SKIPPED, set()).add(missing)
        pytest.skip(missing)
