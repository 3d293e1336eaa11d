"""JUnit XML that parses, whatever a learner is called, and counts what it says it counts."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from graded_class import HOSTILE, a_class, check, record

from grader.report.junit import LARGEST, Suites
from grader.report.record import outcome
from grader.report.students import by_student

KNOWN = {
    "testsuites": {"name"},
    "testsuite": {"name", "tests", "failures", "errors", "skipped", "time"},
    "properties": set(),
    "property": {"name", "value"},
    "testcase": {"classname", "name", "time"},
    "failure": {"type", "message"},
    "error": {"type", "message"},
}


def written(folder: Path, made: Iterable[dict[str, Any]], largest: int = LARGEST) -> list[Path]:
    with Suites(folder, largest) as suites:
        for student, own in by_student(made):
            suites.add(student, [outcome(each) for each in own])
    return suites.written


def parsed(made: Iterable[dict[str, Any]]) -> ET.Element:
    with TemporaryDirectory() as folder:
        (path,) = written(Path(folder), made)
        return ET.parse(path).getroot()


def test_the_file_word_for_word(tmp_path: Path) -> None:
    (path,) = written(tmp_path, [record("ada.l", verdicts=["passed", "wrong", "broken"])])
    assert path.read_text(encoding="utf-8") == (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<testsuites name="gradlings">\n'
        '  <testsuite name="ada.l" tests="3" failures="1" errors="1" skipped="0" time="0">\n'
        "    <properties>\n"
        '      <property name="points filters/blur" value="3.33"/>\n'
        '      <property name="max_points filters/blur" value="10"/>\n'
        "    </properties>\n"
        '    <testcase classname="ada_l.filters.blur" name="examples" time="0"/>\n'
        '    <testcase classname="ada_l.filters.blur" name="ordinary" time="0">\n'
        '      <failure type="wrong" message="wrong: Right for ordinary input.">blur(x[3])\n'
        "returned nonsense: wrong.</failure>\n"
        "    </testcase>\n"
        '    <testcase classname="ada_l.filters.blur" name="edges" time="0">\n'
        '      <error type="broken" message="broken: Edges are kept: `pad`.">blur(x[3])\n'
        "returned nonsense: broken.</error>\n"
        "    </testcase>\n"
        "  </testsuite>\n"
        "</testsuites>\n"
    )


def test_counts_and_elements_are_those_that_servers_know() -> None:
    root = parsed(a_class())
    for element in root.iter():
        assert set(element.attrib) <= KNOWN[element.tag]
    for suite in root:
        cases = suite.findall("testcase")
        found = Counter(child.tag for case in cases for child in case)
        assert [suite.get(of) for of in ("tests", "failures", "errors")] == [
            str(n) for n in (len(cases), found["failure"], found["error"])
        ]


def test_no_two_cases_are_one_to_gitlab() -> None:
    cases = [(case.get("classname"), case.get("name")) for case in parsed(a_class()).iter("testcase")]
    assert len(cases) == len(set(cases))


def test_what_is_not_written_yet_fails() -> None:
    assert [case[0].tag for case in parsed([record(verdicts=["todo"] * 3)]).iter("testcase")] == ["failure"] * 3


@pytest.mark.parametrize("name", HOSTILE)
def test_any_name_gives_xml(name: str) -> None:
    suite = parsed([record(name)])[0]
    assert all(character.isprintable() for character in suite.get("name", ""))


def test_text_that_xml_forbids_becomes_visible() -> None:
    made = record()
    made["checks"] = [check("edges", "wrong", "a\x00b\x0b\ufffe\udc80<]]>&\r\n\U0001f600")]
    failure = next(parsed([made]).iter("failure"))
    assert failure.text == "a\\x00b\\x0b\\ufffe\\udc80<]]>&\r\n\U0001f600"


def test_an_empty_class() -> None:
    assert len(parsed([])) == 0


def test_a_file_never_grows_larger_than_servers_take(tmp_path: Path) -> None:
    """Nothing is lost where one ends and the next begins, and no file of a larger class is left."""
    (tmp_path / "junit-99.xml").write_text("of an earlier run")
    made = a_class()
    (whole,) = written(tmp_path / "whole", made)
    parts = written(tmp_path, made, largest=6000)
    assert len(parts) > 3
    assert [path.name for path in parts[:2]] == ["junit.xml", "junit-2.xml"]
    assert {path.name for path in tmp_path.glob("junit*")} == {path.name for path in parts}
    assert all(path.stat().st_size <= 6000 for path in parts)
    suites = [ET.tostring(suite).strip() for path in parts for suite in ET.parse(path).getroot()]
    assert suites == [ET.tostring(suite).strip() for suite in ET.parse(whole).getroot()]


def test_a_student_larger_than_a_file_has_one_alone(tmp_path: Path) -> None:
    assert len(written(tmp_path, [record("ada"), record("bob")], largest=10)) == 2
