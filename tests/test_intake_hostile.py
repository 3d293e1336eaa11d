"""What is handed in with bad intent, or by bad luck: one sentence each, and the others are graded all the same."""

from __future__ import annotations

import io
import os
import socket
import stat
import struct
import time
import zipfile
from pathlib import Path

import pytest
from class_folder import CODE, CONV, EXERCISES, answers, fill, packed, reasons, remarks, who

from grader import archives, intake
from grader.handed import shown
from grader.reading import contents


def graded_with(folder: Path, files: dict[str, str | bytes]) -> dict[str, str]:
    """The reasons, after it was seen that an honest student is graded beside them."""
    fill(folder, {"zoe/conv2d.py": "conv2d"} | files)
    plan = intake.plan(folder, EXERCISES)
    assert ("zoe", "conv2d") in who(plan)
    assert intake.plan_text(plan, EXERCISES).isprintable() or all(
        c.isprintable() or c == "\n" for c in intake.plan_text(plan, EXERCISES)
    )
    return reasons(plan)


def archive(**infos: object) -> bytes:
    """A zip of one file of this name whose entry has these attributes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        info = zipfile.ZipInfo(str(infos.pop("name", "conv2d.py")))
        for name, value in infos.items():
            setattr(info, name, value)
        opened.writestr(info, CODE["conv2d"])
    return buffer.getvalue()


def test_links_are_never_followed(tmp_path: Path) -> None:
    secret = fill(tmp_path / "elsewhere", {"conv2d.py": "conv2d", "relu/relu.py": "relu"})
    folder = fill(tmp_path / "class", {"ada/notes.txt": ""})
    (folder / "ada/conv2d.py").symlink_to(secret / "conv2d.py")
    (folder / "ada/relu").symlink_to(secret / "relu", target_is_directory=True)
    (folder / "alan").symlink_to(secret, target_is_directory=True)
    (folder / "grace.zip").symlink_to(secret)
    found = graded_with(folder, {})
    said = "It is a symbolic link, and links are never followed."
    assert {where for where, reason in found.items() if reason == said} == {"ada/conv2d.py", "ada/relu", "alan", "grace.zip"}
    with pytest.raises(intake.Unreadable, match="symbolic link"):
        contents(folder / "ada/conv2d.py")


def test_hard_links_are_files(tmp_path: Path) -> None:
    fill(tmp_path, {"ada/conv2d.py": "conv2d", "alan/README": ""})
    os.link(tmp_path / "ada/conv2d.py", tmp_path / "alan/conv2d.py")
    assert who(intake.plan(tmp_path, EXERCISES)) == [("ada", "conv2d"), ("alan", "conv2d")]


def test_pipes_and_sockets_and_devices_are_not_waited_for(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "ada").mkdir()
    os.mkfifo(tmp_path / "ada/conv2d.py")
    monkeypatch.chdir(tmp_path / "ada")  # the name of a socket is short
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("relu.py")
        found = graded_with(tmp_path, {})
        said = "It is no ordinary file but a pipe, a socket or a device."
        assert found == {"ada/conv2d.py": said, "ada/relu.py": said}
        for name in ("ada/conv2d.py", "ada/relu.py"):
            with pytest.raises(intake.Unreadable) as caught:
                contents(tmp_path / name)
            assert str(caught.value) == said
    with pytest.raises(intake.Unreadable, match="no ordinary file"):
        contents(Path("/dev/null"))


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is closed to root")
def test_what_is_closed_is_said(tmp_path: Path) -> None:
    fill(tmp_path, {"ada/conv2d.py": "conv2d", "alan/conv2d.py": "conv2d"})
    (tmp_path / "ada/conv2d.py").chmod(0)
    (tmp_path / "alan").chmod(0)
    found = graded_with(tmp_path, {})
    (tmp_path / "alan").chmod(0o700)
    assert found == {"ada/conv2d.py": "It cannot be read (Permission denied).", "alan": "It cannot be read (Permission denied)."}


def test_what_is_too_large(tmp_path: Path) -> None:
    large = b"#" * (256 * 1024 + 1)
    fill(tmp_path, {"ada/relu.ipynb": b"", "alan/relu.zip": b""})
    os.truncate(tmp_path / "ada/relu.ipynb", 64_000_001)
    os.truncate(tmp_path / "alan/relu.zip", 200_000_001)
    found = graded_with(tmp_path, {"ada/conv2d.py": large, "bob.zip": packed({"conv2d.py": os.urandom(256 * 1024 + 1)})})
    assert found == {
        "ada/conv2d.py": "It is larger than 256 KiB, and no Python file that is graded may be.",
        "bob.zip/conv2d.py": "It is larger than 256 KiB, and no Python file that is graded may be.",
        "ada/relu.ipynb": "It is larger than 64 MB, and no notebook that is graded may be.",
        "alan/relu.zip": "It is larger than 200 MB, the most that an archive may have.",
    }
    assert who(intake.plan(fill(tmp_path, {"ada/conv2d.py": large[:-1]}), [CONV])) == [("ada", "conv2d"), ("zoe", "conv2d")]


def test_names_that_lead_out_of_an_archive(tmp_path: Path) -> None:
    names = ["../conv2d.py", "/etc/conv2d.py", "a/../../conv2d.py", "..\\conv2d.py", "C:\\conv2d.py", "\\\\host\\conv2d.py"]
    folder = tmp_path / "class"
    archives = {f"s{number}.zip": archive(name=name) for number, name in enumerate(names)}
    found = graded_with(folder, archives | {"none.zip": archive().replace(b"conv2d.py", b"\0onv2d.py")})
    assert len(found) == len(names) + 1
    assert set(found.values()) == {"Its name inside the archive leads out of it."}
    assert [path.name for path in tmp_path.iterdir()] == ["class"]


def test_files_that_are_none_inside_an_archive(tmp_path: Path) -> None:
    found = graded_with(
        tmp_path,
        {
            "link.zip": archive(external_attr=(stat.S_IFLNK | 0o777) << 16),
            "pipe.zip": archive(external_attr=(stat.S_IFIFO | 0o666) << 16),
            "long.zip": archive(name="a" * 1000 + "/conv2d.py"),
            "bz2.zip": archive(compress_type=zipfile.ZIP_BZIP2),
            "lzma.zip": archive(compress_type=zipfile.ZIP_LZMA),
        },
    )
    long = found.pop(next(where for where in found if where.startswith("long.zip")))
    assert long == "Its name has more than 1,000 characters."
    method = "It is packed in a way that is not read here: only stored and deflated files are."
    assert found == {
        "link.zip/conv2d.py": "It is a symbolic link, and links are never followed.",
        "pipe.zip/conv2d.py": "It is no ordinary file but a pipe, a socket or a device.",
        "bz2.zip/conv2d.py": method,
        "lzma.zip/conv2d.py": method,
    }


def encrypted() -> bytes:
    content = bytearray(packed({"conv2d.py": "conv2d"}))
    for mark, place in ((b"PK\3\4", 6), (b"PK\1\2", 8)):
        content[content.index(mark) + place] |= 1
    return bytes(content)


def test_broken_and_encrypted_archives(tmp_path: Path) -> None:
    whole = packed({"conv2d.py": os.urandom(1000)})
    bent = bytearray(whole)
    bent[200] ^= 255
    undecodable = bytearray(packed({"é.py": "conv2d"}))
    for at in (undecodable.index("é".encode()), undecodable.rindex("é".encode())):
        undecodable[at] = 0xFF
    found = graded_with(
        tmp_path,
        {
            "none.zip": b"no zip at all",
            "empty.zip": b"",
            "cut.zip": whole[:-30],
            "bent.zip": bytes(bent),
            "locked.zip": encrypted(),
            "named.zip": bytes(undecodable),
            "outer.zip": packed({"inner.zip": b"no zip at all", "relu.py": "relu"}),
            "rest.rar": b"",
            "rest.tar.gz": b"",
        },
    )
    packing = "It is an archive of a kind that is not opened here: pack it as a zip, or unpack it."
    no_zip = "It is no zip, or a broken one."
    assert found == {
        **dict.fromkeys(["none.zip", "empty.zip", "cut.zip", "named.zip", "outer.zip/inner.zip"], no_zip),
        "bent.zip/conv2d.py": "It is broken inside its archive.",
        "locked.zip/conv2d.py": "It is encrypted, and there is no password to open it with.",
        "rest.rar": packing,
        "rest.tar.gz": packing,
    }


def test_archives_that_are_bombs(tmp_path: Path) -> None:
    inner = packed({"zeros.txt": b"0" * 20_000_000})
    found = graded_with(tmp_path, {"ada.zip": inner, "alan.zip": packed({"hw.zip": inner, "conv2d.py": "conv2d"})})
    said = "It unpacks to more than 100 times its size, as archives do that are made to fill a disk."
    assert found == {"ada.zip": said, "alan.zip/hw.zip": said}
    assert who(intake.plan(tmp_path, EXERCISES)) == [("alan", "conv2d"), ("zoe", "conv2d")]


def test_an_archive_inside_an_archive_fits_into_memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archives, "LARGEST_INNER", 1000)
    found = graded_with(
        tmp_path, {"class.zip": packed({"ada.zip": packed({"conv2d.py": os.urandom(1001)}), "alan/relu.py": "relu"})}
    )
    said = "It is larger than 32 MB, the most that an archive inside an archive may have: unpack it first."
    assert found == {"class.zip/ada.zip": said}


def test_archives_with_too_many_files(tmp_path: Path) -> None:
    """A list of members is refused before it is in memory, when it is too long, and by its number when it is not."""
    central = b"PK\1\2" + bytes(24) + struct.pack("<HHHHHLL", 1, 0, 0, 0, 0, 0, 0) + b"x"
    lists = {"many.zip": central * 20_001, "more.zip": central * 100_000}
    files = {name: whole + struct.pack("<4s4H2LH", b"PK\5\6", 0, 0, 1, 1, len(whole), 0, 0) for name, whole in lists.items()}
    found = graded_with(tmp_path, files)
    assert found == dict.fromkeys(files, "It holds more than 20,000 files.")


def test_a_name_twice_in_one_archive(tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as opened:
        opened.writestr("conv2d.py", "first")
        with pytest.warns(UserWarning, match="Duplicate"):
            opened.writestr("conv2d.py", "second")
    fill(tmp_path, {"ada.zip": buffer.getvalue()})
    plan = intake.plan(tmp_path, EXERCISES)
    assert [intake.source(one) for one in plan.submissions] == [b"second"]
    assert reasons(plan) == {"ada.zip/conv2d.py": "A later file of the same name in the same archive takes its place."}


def test_shadows_of_a_mac_and_other_tools(tmp_path: Path) -> None:
    mac = packed(
        {"hw/conv2d.py": "conv2d", "__MACOSX/hw/._conv2d.py": b"\0", "__MACOSX/x": "", "hw/.DS_Store": b"", "hw/._x.py": b""}
    )
    found = graded_with(tmp_path, {"ada.zip": mac, "ada/.ipynb_checkpoints/relu.ipynb": b"", "ada/Thumbs.db": b""})
    assert set(found) == {
        "ada.zip/__MACOSX",
        "ada.zip/hw/.DS_Store",
        "ada.zip/hw/._x.py",
        "ada/.ipynb_checkpoints",
        "ada/Thumbs.db",
    }
    assert set(found.values()) == {"It belongs to a tool or to the system, not to an answer."}


def test_names_are_printed_on_one_line_and_command_no_terminal(tmp_path: Path) -> None:
    odd = os.fsdecode(b"ada\xff")
    fill(
        tmp_path,
        {f"{odd}/conv2d.py": "conv2d", "bob\nby\x1b[2J/relu.py": "relu", "bob\nby\x1b[2J/\u202egp.txt": "", "cid/\t.txt": ""},
    )
    plan = intake.plan(tmp_path, EXERCISES)
    assert who(plan) == [(r"ada\udcff", "conv2d"), (r"bob\nby\x1b[2J", "relu")]
    assert set(reasons(plan)) == {r"bob\nby\x1b[2J/\u202egp.txt", r"cid/\t.txt"}
    assert [intake.source(one).decode() for one in plan.submissions] == [CODE["conv2d"], CODE["relu"]]
    assert all(c.isprintable() or c == "\n" for c in intake.plan_text(plan, EXERCISES))
    assert intake.plan_text(plan, EXERCISES).encode()
    assert shown("a" * 301) == "a" * 299 + "…"


def test_accents_are_one_however_they_are_stored(tmp_path: Path) -> None:
    fill(tmp_path, {"Ren\u00e9/conv2d.py": "conv2d", "Rene\u0301/relu.py": "relu"})
    assert who(intake.plan(tmp_path, EXERCISES)) == [("Ren\u00e9", "conv2d"), ("Ren\u00e9", "relu")]


@pytest.mark.parametrize(
    "content",
    [
        b"# coding: latin-1\nname = '\xe9'\n",
        b"\xff\xfe\x00",
        "def conv2d(x): ...".encode("utf-16"),
        b"\0" * 100,
        b"(" * 100_000,
        b"conv2d:" * 30_000,
    ],
)
def test_what_a_file_says_is_nobodys_business_here(tmp_path: Path, content: bytes) -> None:
    plan = intake.plan(fill(tmp_path, {"ada/conv2d.py": content, "ada/hw.py": content}), EXERCISES)
    assert answers(plan) == [("ada", CONV, "conv2d.py")]
    assert intake.source(plan.submissions[0]) == content


def test_an_empty_file_is_handed_in(tmp_path: Path) -> None:
    plan = intake.plan(fill(tmp_path, {"ada/conv2d.py": b"", "alan.zip": packed({"conv2d.py": b" \n"})}), EXERCISES)
    assert who(plan) == [("ada", "conv2d"), ("alan", "conv2d")]
    assert remarks(plan) == dict.fromkeys(["ada/conv2d.py", "alan.zip/conv2d.py"], "It is empty, and graded as it is.")


def test_metadata_that_cannot_be_read_names_nobody(tmp_path: Path) -> None:
    (fill(tmp_path, {"submission_1/conv2d.py": "conv2d"}) / "submission_metadata.yml").symlink_to("/dev/zero")
    plan = intake.plan(tmp_path, EXERCISES)
    assert who(plan) == [("submission_1", "conv2d")]
    assert reasons(plan) == {"submission_metadata.yml": "It is a symbolic link, and links are never followed."}


def test_folders_without_end(tmp_path: Path) -> None:
    found = graded_with(tmp_path, {"/".join(["ada", *"d" * 30, "conv2d.py"]): "conv2d"})
    assert found == {"/".join(["ada", *"d" * 30]): "It lies more than 30 folders deep."}


def test_files_without_end(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(intake, "FILES", 3)
    found = graded_with(tmp_path, {f"ada/{number}.py": "relu" for number in range(5)})
    assert [where for where, reason in found.items() if reason == "It is one of more than 1,000 files of one student."] == [
        "ada/3.py",
        "ada/4.py",
    ]


def test_a_member_that_is_gone_or_an_archive_that_has_changed(tmp_path: Path) -> None:
    fill(tmp_path, {"ada.zip": packed({"conv2d.py": "conv2d"})})
    (one,) = intake.plan(tmp_path, EXERCISES).submissions
    fill(tmp_path, {"ada.zip": packed({"relu.py": "relu"})})
    with pytest.raises(intake.Unreadable, match=r"^It is broken inside its archive\.$"):
        intake.source(one)
    (tmp_path / "ada.zip").unlink()
    with pytest.raises(intake.Unreadable, match=r"^It cannot be read \(No such file or directory\)\.$"):
        intake.source(one)


def test_searching_hostile_text_takes_no_time(tmp_path: Path) -> None:
    """Texts that make a careless search try every beginning with every end."""
    texts = [
        b"a" * 250_000,
        b"a:" * 125_000,
        b"def " * 60_000,
        b"\n\t" * 120_000,
        b"x\n" * 120_000,
        b"x : " * 60_000,
        b"'\"" * 120_000,
    ]
    fill(tmp_path, {f"s{number}/hw.py": text for number, text in enumerate(texts)})
    started = time.process_time()
    intake.plan(tmp_path, EXERCISES)
    assert time.process_time() - started < 3
