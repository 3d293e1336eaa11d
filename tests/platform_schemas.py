"""What platforms demand of a result, as JSON Schemas, from what they say of themselves.

CLASSROOM50  foundation50/classroom50, schemas/result-v1.schema.json, of 2026: held against it key by key
GRADESCOPE   gradescope-autograders.readthedocs.io, "Specifications", output format
CONTRACT     classroom-resources/autograding-grading-reporter, src: what it reads of a grader's result
"""

from __future__ import annotations

from typing import Any

TEXT = {"type": "string", "minLength": 1}
WHOLE = {"type": "integer", "minimum": 0}
INSTANT = {"type": "string", "pattern": r"^\d{4}-\d{2}-\d{2}T([01]\d|2[0-3]):[0-5]\d:[0-5]\dZ$"}
POINTS = {"type": "number", "minimum": 0}
FORMAT = {"enum": ["text", "html", "simple_format", "md", "ansi"]}
VISIBILITY = {"enum": ["hidden", "after_due_date", "after_published", "visible"]}


def _object(required: dict[str, Any], optional: dict[str, Any], more: bool = False) -> dict[str, Any]:
    known = {"properties": {**required, **optional}, "required": list(required)}
    return {"type": "object", "additionalProperties": more, **known}


CLASSROOM50 = _object(
    {
        "schema": {"const": "classroom50/result/v1"},
        "classroom": TEXT,
        "assignment": TEXT,
        "assignment_type": {"enum": ["individual", "group"]},
        "owner": TEXT,
        "submission": {"type": "string", "pattern": "^submit/"},
        "commit": TEXT,
        "release": TEXT,
        "review": TEXT,
        "datetime": INSTANT,
        "score": WHOLE,
        "max-score": WHOLE,
        "tests": {
            "type": "array",
            "items": _object(
                {"test-name": TEXT, "passed": {"type": "boolean"}, "score": WHOLE, "max-score": WHOLE}, {}, more=True
            ),
        },
    },
    {"graded_at": INSTANT, "submitted_by": _object({"username": TEXT}, {"id": {"type": ["integer", "null"]}})},
)
GRADESCOPE = _object(
    {"score": POINTS},
    {
        "execution_time": WHOLE,
        "output": {"type": "string"},
        "output_format": FORMAT,
        "test_output_format": FORMAT,
        "test_name_format": FORMAT,
        "visibility": VISIBILITY,
        "stdout_visibility": VISIBILITY,
        "extra_data": {"type": "object"},
        "leaderboard": {"type": "array"},
        "tests": {
            "type": "array",
            "items": _object(
                {},
                {
                    "score": POINTS,
                    "max_score": POINTS,
                    "status": {"enum": ["passed", "failed"]},
                    "name": {"type": "string"},
                    "name_format": FORMAT,
                    "number": {"type": "string"},
                    "output": {"type": "string"},
                    "output_format": FORMAT,
                    "tags": {"type": "array", "items": {"type": "string"}},
                    "visibility": VISIBILITY,
                    "extra_data": {"type": "object"},
                },
            ),
        },
    },
)
STATUS = {"enum": ["pass", "fail", "error"]}
CONTRACT = _object(
    {
        "version": WHOLE,
        "status": STATUS,
        "max_score": POINTS,
        "tests": {
            "type": "array",
            "items": _object(
                {"name": TEXT, "status": STATUS, "score": POINTS, "message": {"type": "string"}},
                {
                    "test_code": {"type": "string"},
                    "filename": TEXT,
                    "line_no": WHOLE,
                    "duration": POINTS,
                    "task_id": WHOLE,
                    "output": {"type": "string"},
                },
            ),
        },
    },
    {},
)
