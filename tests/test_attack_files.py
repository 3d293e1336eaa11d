"""A file of tests/attacks that does not keep the contract is refused with one sentence."""

from __future__ import annotations

from pathlib import Path

import pytest
from attack_files import FOLDER, AttackError, overview, read, read_all

GOOD = '"""Try it.\n\nverdict: raised\nsucceeds without: landlock; privileges+seccomp\n"""\nimport os\n'


def written(folder: Path, text: str) -> Path:
    path = folder / "try_it.py"
    path.write_text(text, encoding="utf-8")
    return path


def test_settings_are_read(tmp_path: Path) -> None:
    attack = read(written(tmp_path, GOOD.replace("raised", "died, wrong\nbackend: torch\nharmful: yes\ndeadline: 5")))
    assert attack.tries == "Try it."
    assert attack.verdicts == {"died", "wrong"}
    assert attack.succeeds_without == ({"landlock"}, {"privileges", "seccomp"})
    assert (attack.backend, attack.harmful, attack.deadline, attack.raw) == ("torch", True, 5.0, False)


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("verdict: raised\n", "", "verdict must name"),
        ("raised", "broken", "verdict must name"),
        ("verdict:", "verdicts:", "there is no setting 'verdicts'"),
        ("landlock;", "landlok;", "succeeds without must name"),
        ("succeeds without: landlock; privileges+seccomp\n", "", "it must say what stops it"),
        ("succeeds without: landlock; privileges+seccomp", "stopped by: luck", "stopped by must name"),
        ("verdict: raised", "verdict: raised\nverdict: died", "verdict is said twice"),
        ("verdict: raised", "verdict: raised\ndeadline: soon", "deadline must be a number"),
        ("verdict: raised", "verdict: raised\nharmful: maybe", "harmful must be yes or no"),
        ("verdict: raised", "verdict: raised\nbackend: jax", "backend must be numpy or torch"),
        ("Try it.", "", "its first line must be a sentence"),
        ('"""', "", "it must begin with a docstring"),
    ],
)
def test_what_is_misspelt_or_missing_is_named(tmp_path: Path, old: str, new: str, complaint: str) -> None:
    with pytest.raises(AttackError, match=rf"^try_it\.py: {complaint}"):
        read(written(tmp_path, GOOD.replace(old, new)))


def test_what_is_known_goes_below_what_must_stand_first(tmp_path: Path) -> None:
    future = "from __future__ import annotations\n"
    attack = read(written(tmp_path, GOOD.replace("import os", f"{future}import os")))
    assert attack.handed_in({"mark": "x"}).decode().endswith(f"{future}KNOWN = {{'mark': 'x'}}\nimport os\n")
    raw = read(written(tmp_path, GOOD.replace("verdict:", "raw: yes\nverdict:")))
    assert raw.handed_in({"mark": "x"}) == raw.source


def test_every_file_keeps_the_contract_and_no_two_are_the_same() -> None:
    attacks = read_all()
    assert len({attack.tries for attack in attacks}) == len(attacks)


def test_the_page_of_the_folder_is_current() -> None:
    assert overview(read_all()) in (FOLDER / "README.md").read_text(encoding="utf-8"), "run: python tests/attack_files.py"
