"""Whose a file is, by the names that platforms give to what they let an instructor download.

Canvas      lovelaceada_LATE_123_4567_conv2d.py   instructure/canvas-lms lib/content_zipper.rb: sortable name, user, attachment
Moodle      Ada Lovelace_123_assignsubmission_file_/conv2d.py   moodle/moodle mod/assign/classes/downloader.php; without folders
            Ada Lovelace_123_assignsubmission_file_conv2d.py
Blackboard  Homework 1_ada_attempt_2026-10-12-14-30-00_conv2d.py   kwurst/bb-file-cleanup
Brightspace 39786-640693 - Ada Lovelace - Oct 10, 2026 1022 AM/conv2d.py   cgmb/d2lmf
Gradescope  submission_123/conv2d.py beside submission_metadata.yml   ucbds-infra/otter-grader, and tests of exports
"""

from __future__ import annotations

import re

from grader.handed import Owner

METADATA = "submission_metadata.yml"
LONGEST_NAME = 255  # that a file system keeps
MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()

CANVAS = re.compile(
    r"(?:(?P<name>\w+?)(?P<late>_LATE)?_(?P<number>[0-9]{1,20})|(?:LATE_)?(?P<anonymous>anon_\w+?))_(?P<file>[0-9]{1,20})_(?P<rest>.+)"
)
MOODLE = re.compile(r"(?P<name>[^_]+)_(?P<number>[0-9]{1,20})_assignsubmission_(?:file|onlinetext)_(?P<rest>.*)")
BLACKBOARD = re.compile(r".+_(?P<name>[^_]+)_attempt_(?P<when>[0-9]{4}(?:-[0-9]{2}){5})(?:_(?P<rest>.+))?(?:\.txt)?")
BRIGHTSPACE = re.compile(
    r"(?P<number>[0-9]{1,20}-[0-9]{1,20}) - (?P<name>.+?) - (?P<month>[A-Z][a-z]{2})[a-z]* (?P<day>[0-9]{1,2}), "
    r"(?P<year>[0-9]{4}) (?P<hour>[0-9]{1,2}):?(?P<minute>[0-9]{2}) ?(?P<half>[AP]M)(?: - (?P<rest>.+))?"
)
SUBMITTER = re.compile(r"[ \t]*(?:-[ \t]+)?:(name|sid|email):[ \t]*(.*)")


def owner(name: str) -> Owner | None:
    """Who handed in a file or a folder of this name, or None where no platform names anything so."""
    if len(name) > LONGEST_NAME:
        return None
    return _canvas(name) or _moodle(name) or _blackboard(name) or _brightspace(name)


def _canvas(name: str) -> Owner | None:
    if not (found := CANVAS.fullmatch(name)):
        return None
    number = found["number"] or ""
    return Owner(
        found["name"] or found["anonymous"], number, (number,) if number else (), int(found["file"]), found["rest"], "Canvas"
    )


def _moodle(name: str) -> Owner | None:
    # Its number is of this student in this assignment alone: no roster knows it.
    found = MOODLE.fullmatch(name)
    return Owner(found["name"], found["number"], rest=found["rest"], platform="Moodle") if found else None


def _blackboard(name: str) -> Owner | None:
    if not (found := BLACKBOARD.fullmatch(name)):
        return None
    return Owner(found["name"], order=int(found["when"].replace("-", "")), rest=found["rest"] or "", platform="Blackboard")


def _brightspace(name: str) -> Owner | None:
    found = BRIGHTSPACE.fullmatch(name)
    if not found or found["month"].lower() not in MONTHS:
        return None
    hour = int(found["hour"]) % 12 + (12 if found["half"] == "PM" else 0)
    order = 0
    for part in (found["year"], MONTHS.index(found["month"].lower()) + 1, found["day"], hour, found["minute"]):
        order = 100 * order + int(part)
    # Students hand in again under the same name, and what its numbers count is not written anywhere: the name tells them apart.
    return Owner(found["name"], order=order, rest=found["rest"] or "", platform="Brightspace")


def gradescope(content: bytes) -> dict[str, tuple[Owner, ...]]:
    """The owners of each folder of a Gradescope export: several, where students handed in as a group.

    The few lines of it that matter are of one form, so that no reader of YAML is needed.
    """
    owners: dict[str, tuple[Owner, ...]] = {}
    folder, people, listing = "", list[dict[str, str]](), False
    for line in [*content.decode("utf-8", "replace").splitlines(), "end:"]:
        key = line.rstrip()
        if key.endswith(":") and key[0] not in " \t-#":
            if folder and people:
                owners[folder] = tuple(_submitter(person) for person in people)
            folder, people, listing = _unquoted(key[:-1]), [], False
        elif key.strip() == ":submitters:":  # later ones are of earlier attempts
            listing = not people
        elif listing and (found := SUBMITTER.fullmatch(line)):
            if key.lstrip().startswith("-"):
                people.append({})
            if people:
                people[-1].setdefault(found[1], _unquoted(found[2]))
        elif key.strip() and not key.lstrip().startswith("-") and key.lstrip().startswith(":"):
            listing = False
    return owners


def _submitter(person: dict[str, str]) -> Owner:
    ids = tuple(person[key] for key in ("sid", "email", "name") if person.get(key))
    return Owner(ids[0] if ids else "", ids=ids, platform="Gradescope")


def _unquoted(text: str) -> str:
    text = text.strip()
    quoted = len(text) > 1 and text[0] in "'\"" and text[-1] == text[0]
    text = text[1:-1].replace("''", "'") if quoted else text
    return "" if text in ("null", "~") else text
