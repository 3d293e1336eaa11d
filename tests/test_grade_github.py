"""`gradlings grade --github`: last commits before a deadline, and nothing that a repository says or holds besides is trusted."""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from conftest import ROOT
from course import part_of_course
from platform_class import DEADLINE, EXERCISES, RELU, RIGHT, SOFTMAX, gradlings
from repositories import bomb, commit, git, repository, trap

from grader import cli, clones, collected, submission
from grader.export import github
from grader.export.workflow import PATH
from grader.handed import IntakeError, Remark, Unreadable
from grader.report.files import write

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="there is no git here")
RELU_FILE, SOFTMAX_FILE = (f"exercises/{name}.py" for name in EXERCISES)
WRONG = b"def relu(x):\n    return None\n"
SOON, LATE, DUE = "2026-11-19T12:00:00+0000", "2026-11-21T12:00:00+0000", "2026-11-20T23:59+00:00"
TESTS = "exercises/activations/test_activations.py"


class Class(NamedTuple):
    """A class whose repositories are cloned, graded at once."""

    said: str
    records: dict[tuple[str, str], dict[str, Any]]
    marker: Path  # a file that no trap may write
    out: Path


def students(folder: Path, handed_out: dict[str, bytes], marker: Path) -> None:
    """Cloned repositories, named as GitHub Classroom names them."""
    right = {RELU_FILE: RIGHT.encode(), SOFTMAX_FILE: submission.standalone(ROOT, SOFTMAX).encode()}

    def one(name: str, files: dict[str, bytes] = right, when: str = SOON) -> Path:
        path = repository(folder / f"homework-{name}", handed_out)
        if files:
            commit(path, files, when)
        return path

    one("untouched", {})
    one("right")
    git(one("packed"), "gc", "--quiet", "--aggressive")
    commit(one("too_late", {RELU_FILE: WRONG}), right, LATE)
    commit(one("spoiled_later"), {RELU_FILE: WRONG}, LATE)
    commit(one("begins_late", {}), right, LATE)
    repository(folder / "homework-born_late", handed_out | right, LATE)
    backdated = one("backdated", right, LATE)
    commit(backdated, {"notes.txt": b"in time, honestly\n"}, SOON)
    tampers = {PATH: b"on: push\n", TESTS: b"def test_relu(): pass\n", "conftest.py": b"raise SystemExit(0)\n"}
    commit(one("tampers", {RELU_FILE: WRONG}), {**tampers, "exercises/catalog.json": None}, SOON)
    trap(one("traps"), marker)
    links = one("links", {SOFTMAX_FILE: right[SOFTMAX_FILE]})
    (links / RELU_FILE).unlink()
    (links / RELU_FILE).symlink_to(ROOT / "solutions" / f"{RELU}.py")
    commit(links, {}, SOON)
    one("large", {RELU_FILE: b"#" * 300_000, SOFTMAX_FILE: right[SOFTMAX_FILE]})
    bomb(one("bomb"), ".github/workflows")
    bomb(one("buried", {}), "exercises")
    git(folder, "clone", "--quiet", "--depth", "1", f"file://{folder / 'homework-right'}", "homework-shallow")
    origin = one("cut", right, SOON)
    commit(origin, {"notes.txt": b"too late"}, LATE)
    git(folder, "clone", "--quiet", "--depth", "1", f"file://{origin}", "homework-cut_off")
    shutil.rmtree(origin)
    git(folder, "clone", "--quiet", "--shared", str(folder / "homework-right"), "homework-borrows")
    (folder / "homework-empty").mkdir()
    git(folder / "homework-empty", "init", "--quiet", "--template=")
    write(folder / "homework-no_clone" / RELU_FILE, [RIGHT])
    torn = one("torn")
    for path in (torn / ".git" / "objects").glob("??/*"):
        write(path, [b"torn"])  # git's own may not be written to
    (folder / "homework-outside").symlink_to(folder / "homework-right")


@pytest.fixture(scope="module")
def handed_out() -> dict[str, bytes]:
    return github.files(ROOT, "homework", EXERCISES)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory, handed_out: dict[str, bytes]) -> Class:
    folder = tmp_path_factory.mktemp("class")
    course, marker = part_of_course(folder / "course", EXERCISES, DEADLINE), folder / "marker"
    students(folder / "repositories", handed_out, marker)
    for path, content in handed_out.items():
        write(folder / "template" / path, [content])
    command = ["grade", "--github", str(folder / "repositories"), "--out", str(folder / "out"), "--before", DUE]
    done = gradlings(course, *command, "--exercises", *EXERCISES, "--template", str(folder / "template"), "--jobs", "2")
    assert done.returncode == 0, done.stdout + done.stderr
    records = json.loads((folder / "out" / "results.json").read_text("utf-8"))
    return Class(done.stdout, {(r["student"], r["exercise"]): r for r in records}, marker, folder / "out")


def points(graded: Class) -> dict[str, list[float | None]]:
    """Of each student, in both exercises."""
    names = sorted({student for student, _ in graded.records})
    found = {name: [graded.records.get((name, exercise)) for exercise in EXERCISES] for name in names}
    return {name: [record["points"] if record else None for record in records] for name, records in found.items()}


def test_last_commits_in_time_count(graded: Class) -> None:
    """Students are called what follows the assignment's name; what cannot be read is left out, and nobody else is."""
    assert points(graded) == {
        "untouched": [0.0, 0.0],
        "right": [5.0, 5.0],
        "packed": [5.0, 5.0],
        "too_late": [0.0, 0.0],
        "spoiled_later": [5.0, 5.0],
        "begins_late": [0.0, 0.0],
        "backdated": [5.0, 5.0],
        "tampers": [0.0, 0.0],
        "traps": [5.0, 5.0],
        "links": [None, 5.0],
        "large": [None, 5.0],
        "bomb": [5.0, 5.0],
        "shallow": [5.0, 5.0],
    }


def test_what_is_odd_is_told(graded: Class) -> None:
    told = [line.strip() for line in graded.said.splitlines()]
    assert "homework-too_late: 1 commit after the deadline is left out." in told
    assert f"homework-backdated: {collected.BY_HAND}" in told
    assert (
        "homework-tampers: Other than handed out, and without effect here: .github/workflows/grade.yml (changed), "
        "conftest.py (new), exercises/activations/test_activations.py (changed), exercises/catalog.json (gone)."
    ) in told
    assert not any(line.startswith("homework-right:") for line in told)
    assert f"every repository: {collected.OWN_WORD}" in told
    nothing, cut_off = ("born_late", collected.EARLY), ("cut_off", collected.CUT_OFF)
    for name, reason in (
        nothing,
        cut_off,
        ("borrows", clones.BORROWS),
        ("empty", clones.NO_COMMIT),
        ("no_clone", clones.NO_CLONE),
    ):
        assert told.index(f"homework-{name}/.git") == told.index(reason) + 1
    after = told[told.index("It is a symbolic link or a submodule, and no file.") + 1]
    assert after == f"homework-links/{RELU_FILE}"
    assert "homework-torn/.git" in told


def test_no_program_of_a_repository_runs(graded: Class) -> None:
    assert not graded.marker.exists()


def test_the_trap_works(tmp_path: Path) -> None:
    """The test above can fail: git in the repository itself runs the program."""
    trap(repository(tmp_path / "a", {"a.txt": b"a"}), tmp_path / "marker")
    git(tmp_path / "a", "status")
    assert (tmp_path / "marker").exists()


def test_what_is_graded_can_be_looked_at(graded: Class) -> None:
    kept = graded.out / collected.FOLDER / "homework-spoiled_later" / RELU_FILE
    assert kept.read_text() == RIGHT


def test_without_a_template_the_first_commit_is_what_was_handed_out(tmp_path: Path, handed_out: dict[str, bytes]) -> None:
    commit(repository(tmp_path / "in" / "hw-ada", handed_out), {PATH: b"on: push\n"}, SOON)
    made = collected.plan(tmp_path / "in", tmp_path / "out", collected.Wanted(EXERCISES))
    assert [remark.text for remark in made.remarks] == [
        "Other than handed out, and without effect here: .github/workflows/grade.yml (changed)."
    ]
    assert [(one.student, one.exercise) for one in made.submissions] == [("hw-ada", RELU), ("hw-ada", SOFTMAX)]


def test_a_shallow_clone_does_not_tell_what_was_changed(tmp_path: Path, handed_out: dict[str, bytes]) -> None:
    """Its first commit is its last one: compared with itself, nothing would ever have been changed."""
    commit(repository(tmp_path / "origin", handed_out), {PATH: b"on: push\n"}, SOON)
    (tmp_path / "in").mkdir()
    git(tmp_path / "in", "clone", "--quiet", "--depth", "1", f"file://{tmp_path / 'origin'}", "hw-ada")
    made = collected.plan(tmp_path / "in", tmp_path / "out", collected.Wanted(EXERCISES))
    assert made.remarks == (Remark("hw-ada", collected.UNTOLD),)
    assert len(made.submissions) == 2


def test_what_an_earlier_deadline_collected_goes(tmp_path: Path, handed_out: dict[str, bytes]) -> None:
    clone = repository(tmp_path / "in" / "hw-ada", handed_out)
    kept = tmp_path / "out" / collected.FOLDER / "hw-ada" / RELU_FILE
    for files, there in (({}, True), ({RELU_FILE: None}, False)):
        commit(clone, files, SOON)
        collected.plan(tmp_path / "in", tmp_path / "out", collected.Wanted(EXERCISES))
        assert kept.exists() == there


def test_what_is_so_in_every_repository_is_told_once(tmp_path: Path, handed_out: dict[str, bytes]) -> None:
    """Classroom 50 adds a workflow of its own to each."""
    added = {".github/workflows/autograde.yaml": b"on: push\n"}
    for name, own in {"ada": {}, "bob": {PATH: b"on: push\n"}, "cy": {}}.items():
        commit(repository(tmp_path / "in" / f"hw-{name}", handed_out), added | own, SOON)
    made = collected.plan(tmp_path / "in", tmp_path / "out", collected.Wanted(EXERCISES))
    assert made.remarks == (
        Remark("every repository", f"{collected.OTHER}: .github/workflows/autograde.yaml (new)."),
        Remark("hw-bob", f"{collected.OTHER}: .github/workflows/grade.yml (changed)."),
    )


@pytest.mark.parametrize(
    ("head", "why"),
    [
        ("ref: refs/heads/../../../secret", "Its HEAD names no branch."),
        ("ref: refs/heads/.invalid", clones.NO_COMMIT),
        ("ref: refs/heads/\udcff", clones.NO_COMMIT),
        (f"ref: refs/heads/{'a' * 300}", "It cannot be read (File name too long)."),
        ("ref: /etc/passwd", "Its HEAD names no branch."),
        ("--output=x", clones.NO_COMMIT),
        ("", clones.NO_COMMIT),
    ],
)
def test_odd_heads(head: str, why: str, tmp_path: Path) -> None:
    clone = repository(tmp_path / "a", {"a.txt": b"a"})
    (clone / ".git" / "HEAD").write_bytes(head.encode("utf-8", "surrogateescape"))
    with clones.Git() as git_, pytest.raises(Unreadable) as caught:
        git_.history(clone)
    assert str(caught.value) == why


def test_a_reference_that_is_a_link(tmp_path: Path) -> None:
    clone = repository(tmp_path / "a", {"a.txt": b"a"})
    shutil.move(clone / ".git" / "refs" / "heads", tmp_path / "heads")
    (clone / ".git" / "refs" / "heads").symlink_to(tmp_path / "heads")
    with clones.Git() as git_, pytest.raises(Unreadable, match="symbolic link"):
        git_.history(clone)


@pytest.mark.parametrize("name", ["hand-in/week#1", "f\xfcr_Ada,(final)!", "a'b;$c&d", "\udcff"])
@pytest.mark.parametrize("packed", [False, True])
def test_odd_names_of_branches(name: str, packed: bool, tmp_path: Path) -> None:
    """All that git allows."""
    clone = repository(tmp_path / "a", {"a.txt": b"a"})
    git(clone, "checkout", "--quiet", "-b", name)
    if packed:
        git(clone, "pack-refs", "--all", "--prune")
    with clones.Git() as git_:
        assert len(git_.history(clone).commits) == 1


def by_links(clone: Path) -> None:
    """Its objects are links to somebody else's, whose commit it claims."""
    somebody = clone.parent / "b"
    shutil.rmtree(clone / ".git" / "objects")
    (clone / ".git" / "objects").mkdir()
    for place in (somebody / ".git" / "objects").iterdir():
        (clone / ".git" / "objects" / place.name).symlink_to(place)
    shutil.copy(somebody / ".git" / "refs" / "heads" / "main", clone / ".git" / "refs" / "heads")


def by_a_link_to_one(clone: Path) -> None:
    name = (clone.parent / "b" / ".git" / "refs" / "heads" / "main").read_text().strip()
    place = Path(".git", "objects", name[:2])
    (clone / place).mkdir(exist_ok=True)
    (clone / place / name[2:]).symlink_to(clone.parent / "b" / place / name[2:])


def by_a_pipe(clone: Path) -> None:
    os.mkfifo(clone / ".git" / "objects" / "pack" / "pack-x.idx")


def by_an_alternate(clone: Path) -> None:
    write(clone / ".git" / "objects" / "info" / "alternates", [f"{clone.parent / 'b' / '.git' / 'objects'}\n"])


def by_a_file(clone: Path) -> None:
    shutil.move(clone / ".git", clone / "elsewhere")
    (clone / ".git").write_text("gitdir: elsewhere\n")


def by_a_reftable(clone: Path) -> None:
    (clone / ".git" / "reftable").mkdir()
    (clone / ".git" / "HEAD").write_text("ref: refs/heads/.invalid\n")


@pytest.mark.parametrize(
    ("arrange", "why"),
    [
        (by_links, clones.BORROWS),
        (by_a_link_to_one, clones.BORROWS),
        (by_a_pipe, clones.BORROWS),
        (by_an_alternate, clones.BORROWS),
        (by_a_file, clones.BORROWS),
        (by_a_reftable, clones.REFTABLE),
    ],
)
def test_nothing_of_anybody_elses_is_read(arrange: Callable[[Path], None], why: str, tmp_path: Path) -> None:
    clone = repository(tmp_path / "a", {"a.txt": b"a"})
    repository(tmp_path / "b", {"a.txt": b"b"})
    arrange(clone)
    with clones.Git() as git_, pytest.raises(Unreadable) as caught:
        git_.history(clone)
    assert str(caught.value) == why


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
@pytest.mark.parametrize("closed", [".git", ".git/HEAD", ".git/objects/pack", ".git/objects/info", ".git/refs"])
def test_what_is_closed_stops_nobody_else(closed: str, tmp_path: Path) -> None:
    clone = repository(tmp_path / "a", {"a.txt": b"a"})
    (clone / closed).chmod(0)
    with clones.Git() as git_, pytest.raises(Unreadable, match=r"It cannot be read \(Permission denied\)\."):
        git_.history(clone)
    (clone / closed).chmod(0o755)


def test_which_commit_counts_is_not_a_matter_of_replacements(tmp_path: Path) -> None:
    """Replaced and grafted commits, tags and other branches play no part, nor does a file of another case or of no name."""
    clone = repository(tmp_path / "a", {"exercises/t/f.py": b"handed out"})
    commit(clone, {"exercises/t/f.py": b"in time", "Exercises/t/f.py": b"other", "exercises/t/f.PY": b"other"}, SOON)
    right = git(clone, "rev-parse", "HEAD")
    commit(clone, {"exercises/t/f.py": b"too late", os.fsdecode(b"exercises/t/\xff.py"): b"x"}, LATE)
    late = git(clone, "rev-parse", "HEAD")
    forged = git(clone, "commit-tree", "-m", "forged", f"{late}^{{tree}}", when=SOON)
    git(clone, "update-index", "--add", "--cacheinfo", f"160000,{right},exercises/t/g.py")
    git(clone, "commit", "--quiet", "-m", "a submodule", when=LATE)
    late = git(clone, "rev-parse", "HEAD")
    git(clone, "replace", right, forged)
    git(clone, "replace", late, forged)
    write(clone / ".git" / "info" / "grafts", [f"{late} {forged}\n"])
    for reference in ("refs/tags/main", "refs/heads/other", "refs/heads/refs/heads/main", "refs/tags/HEAD"):
        git(clone, "update-ref", reference, forged)
    with clones.Git() as git_:
        commits = git_.history(clone).commits
        assert [one.name for one in commits][::2] == [late, right]
        items = git_.items(clone, right, ["exercises/t/f.py"])
        assert git_.content(clone, items["exercises/t/f.py"]) == b"in time"
        with pytest.raises(Unreadable, match=r"It is a symbolic link or a submodule, and no file\."):
            git_.content(clone, git_.items(clone, late, ["exercises/t/g.py"])["exercises/t/g.py"])


@pytest.mark.parametrize("text", ["yesterday", "2026-11-20", "2026-13-01T00:00", ""])
def test_a_deadline_needs_a_time(text: str) -> None:
    with pytest.raises(IntakeError, match="--before needs a day and a time, such as 2026-11-20T23:59"):
        collected.moment(text)


def test_deadlines() -> None:
    assert collected.moment("2026-11-20T23:59+01:00").timestamp() == collected.moment("2026-11-20T22:59Z").timestamp()
    assert collected.moment("2026-11-20 23:59").tzinfo is not None


@pytest.mark.parametrize(
    ("arguments", "why"),
    [
        (["in", "--before", DUE, "--out", "out"], "--before and --template belong to --github FOLDER"),
        (["--github", "in"], "a folder needs --out FOLDER, and no --assignment"),
        (
            ["--github", "in", "--out", "out", "--pattern", "{student}"],
            "--pattern is nothing for --github, where files have their places",
        ),
        (["--github", "in", "--out", "out", "--template", "nowhere"], "the template nowhere is no folder"),
        (
            ["--github", "collected", "--out", "."],
            "what is graded would be written into the repositories in collected: choose another --out",
        ),
        (["--github", "nowhere", "--out", "out"], "nowhere is no folder of cloned repositories"),
        (["--github", "in", "--out", "out"], "there are no cloned repositories in in"),
    ],
)
def test_bad_input(
    arguments: list[str], why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    part_of_course(tmp_path, EXERCISES, DEADLINE)
    (tmp_path / "in" / "no_clone").mkdir(parents=True)
    (tmp_path / "collected").mkdir()
    monkeypatch.chdir(tmp_path)
    assert cli.main(["grade", *arguments]) == 1
    assert capsys.readouterr().err.splitlines()[-1] == f"gradlings: {why}"
    assert not (tmp_path / "out").exists()


def test_without_git(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(IntakeError, match="git is needed to read cloned repositories"), clones.Git():
        pass
