"""Attack files: what each file of `tests/attacks` says of itself, and the overview of what each layer stops.

The contract is written down in tests/attacks/README.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from grader.backends import backend_of
from grader.exercise import Verdict

FOLDER = Path(__file__).parent / "attacks"
LAYERS = {
    "landlock": "files and connections",
    "seccomp": "system calls",
    "rlimits": "memory, descriptors, file size, CPU time",
    "privileges": "no capabilities",
    "sweep": "what survives is killed",
    "undumpable": "the grader's memory is closed",
}
WALLS = {  # what no test can take away
    "process": "the grader and its secrets are in another process",
    "wire": "plain data alone goes over, within limits",
    "deadline": "each call has its time, and all of them together",
    "compare": "verdicts come from comparing, in the grader",
    "loading": "a file that cannot be loaded gets a verdict, too",
}
VERDICTS = [verdict.value for verdict in Verdict if verdict is not Verdict.BROKEN]
MARK = "<!-- layers -->"  # in README.md, above the overview
HEAD = 3000  # bytes in which a raw file says what it is
DOCSTRING = re.compile(r'\A(?:#[^\n]*\n)*[rR]?("""|\'\'\')(.*?)\1[^\n]*(?:\n|\Z)', re.DOTALL)
FUTURE = re.compile(r"(?:\s*\n|#[^\n]*\n)*(?:from __future__ import [^\n]*\n)+")
SETTINGS = ("verdict", "succeeds without", "stopped by", "deadline", "backend", "harmful", "raw", "as root")


class AttackError(Exception):
    """A file that does not keep the contract; the text is one sentence that says where and why."""


@dataclass(frozen=True)
class Attack:
    """One hostile file: what it tries, what must become of it, and which walls stand in its way."""

    name: str
    source: bytes
    tries: str
    verdicts: frozenset[str]
    succeeds_without: tuple[frozenset[str], ...] = ()  # alternatives: layers that must all be gone for it to succeed
    stopped_by: str = ""
    deadline: float = 0.4
    backend: str = "numpy"
    harmful: bool = False
    raw: bool = False
    as_root: bool = False  # without the layers it succeeds, but as root alone

    @cached_property
    def body(self) -> tuple[str, str]:
        """The file's text before and after the place where `KNOWN` goes: below the docstring and what must stand first."""
        text = self.source.decode("utf-8")
        start = DOCSTRING.match(text)
        assert start is not None  # a file without a docstring is refused
        future = FUTURE.match(text, start.end())
        end = future.end() if future else start.end()
        return text[:end], text[end:]

    def handed_in(self, known: dict[str, Any]) -> bytes:
        """What the grader is given."""
        if self.raw:
            return self.source
        above, below = self.body
        return f"{above}KNOWN = {known!r}\n{below}".encode()


def read(path: Path) -> Attack:
    """The attack in a file.  Raises AttackError where it does not keep the contract."""
    source = path.read_bytes()
    said = _settings(path, source)
    if said.get("backend", "numpy") not in ("numpy", "torch"):
        raise AttackError(f"{path.name}: backend must be numpy or torch, not {said['backend']!r}")
    attack = Attack(
        name=path.stem,
        source=source,
        tries=said["tries"],
        verdicts=frozenset(_words(path, "verdict", said.get("verdict", ""), ",", VERDICTS)),
        succeeds_without=_alternatives(path, said.get("succeeds without", "")),
        stopped_by=said.get("stopped by", ""),
        deadline=_number(path, "deadline", said.get("deadline", "0.4")),
        backend=said.get("backend", backend_of(source)),
        harmful=_yes(path, "harmful", said),
        raw=_yes(path, "raw", said),
        as_root=_yes(path, "as root", said),
    )
    if attack.stopped_by:
        _words(path, "stopped by", attack.stopped_by, ",", WALLS)
    elif not attack.succeeds_without:
        raise AttackError(f"{path.name}: it must say what stops it, by `succeeds without: ...` or `stopped by: ...`")
    return attack


def _settings(path: Path, source: bytes) -> dict[str, str]:
    """The first sentence, as `tries`, and the settings below it."""
    head = source[:HEAD].decode("utf-8", "replace").removeprefix("\ufeff")
    if re.search(r"^raw: yes\s*$", head, re.MULTILINE):
        lines = [line for line in head.splitlines() if line.partition(":")[0] in SETTINGS]
        first = re.search(r"[A-Z][^\n]*\.\s*$", head, re.MULTILINE)
    else:
        found = DOCSTRING.match(source.decode("utf-8", "replace"))
        if found is None:
            raise AttackError(f"{path.name}: it must begin with a docstring")
        lines = [line.strip() for line in found[2].strip().splitlines()[1:] if line.strip()]
        first = re.match(r"\s*([A-Z][^\n]*\.)\s*(?:\n|$)", found[2])
    if first is None:
        raise AttackError(f"{path.name}: its first line must be a sentence that says what it tries")
    said = {"tries": first[0].strip().strip("\"'")}
    for line in lines:
        name, colon, value = line.partition(":")
        if not colon or name not in SETTINGS:
            raise AttackError(f"{path.name}: there is no setting {name!r}; there are {', '.join(SETTINGS)}")
        if name in said:
            raise AttackError(f"{path.name}: {name} is said twice")
        said[name] = value.strip()
    return said


def _words(path: Path, setting: str, text: str, mark: str, known: Any) -> list[str]:
    words = [word.strip() for word in text.split(mark)]
    for word in words:
        if word not in known:
            raise AttackError(f"{path.name}: {setting} must name {', '.join(known)}, and not {word!r}")
    return words


def _alternatives(path: Path, text: str) -> tuple[frozenset[str], ...]:
    parts = [part for part in text.split(";") if part.strip()]
    return tuple(frozenset(_words(path, "succeeds without", part, "+", LAYERS)) for part in parts)


def _number(path: Path, setting: str, text: str) -> float:
    try:
        return float(text)
    except ValueError:
        raise AttackError(f"{path.name}: {setting} must be a number of seconds, and not {text!r}") from None


def _yes(path: Path, setting: str, said: dict[str, str]) -> bool:
    if said.get(setting, "no") not in ("yes", "no"):
        raise AttackError(f"{path.name}: {setting} must be yes or no, and not {said[setting]!r}")
    return said.get(setting) == "yes"


def read_all(folder: Path = FOLDER) -> list[Attack]:
    return [read(path) for path in sorted(folder.glob("*.py"))]


def overview(attacks: list[Attack]) -> str:
    """How many attacks each layer stops, alone or as one of several walls, and which ones, as Markdown."""
    rows = ["| layer | it guards | attacks that it alone stops | attacks that another stops, too |", "|---|---|---|---|"]
    for layer, guards in LAYERS.items():
        named = [walls for attack in attacks for walls in attack.succeeds_without if layer in walls]
        alone = named.count(frozenset({layer}))
        rows.append(f"| {layer} | {guards} | {alone} | {len(named) - alone} |")
    for wall, holds in WALLS.items():
        rows.append(f"| ({wall}) | {holds} | {sum(wall in attack.stopped_by.split(', ') for attack in attacks)} | |")
    return "\n".join(rows) + "".join(f"\n\n### {title}\n\n{_listed(its)}" for title, its in _groups(attacks).items() if its)


def _groups(attacks: list[Attack]) -> dict[str, list[Attack]]:
    """Attacks by what stops them: a layer alone, several, one of which is enough, or what no test can take away."""
    found = {f"Stopped by {layer} alone": [a for a in attacks if {layer} in a.succeeds_without] for layer in LAYERS}
    several = {walls for attack in attacks for walls in attack.succeeds_without if len(walls) > 1}
    for walls in sorted(several, key=lambda walls: (len(walls), _joined(walls))):
        found[f"Stopped by {_joined(walls)}, each of which is enough"] = [a for a in attacks if walls in a.succeeds_without]
    return found | {f"Stopped by ({wall})": [a for a in attacks if wall in a.stopped_by.split(", ")] for wall in WALLS}


def _joined(walls: frozenset[str]) -> str:
    *others, last = [layer for layer in LAYERS if layer in walls]
    return f"{', '.join(others)} and {last}"


def _listed(attacks: list[Attack]) -> str:
    return "\n".join(f"- [{attack.name}]({attack.name}.py): {attack.tries}" for attack in attacks)


def main() -> None:
    """Write the overview into the page of the folder."""
    page = FOLDER / "README.md"
    above = page.read_text(encoding="utf-8").partition(MARK)[0]
    page.write_text(f"{above}{MARK}\n{overview(read_all())}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
