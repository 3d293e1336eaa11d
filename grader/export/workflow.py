"""The workflow of a template repository: what GitHub does on every push."""

from __future__ import annotations

PATH = ".github/workflows/grade.yml"
PYTHON = "3.13"  # of workflow and devcontainer: every version that is pinned has wheels for it
RESULTS = "$RUNNER_TEMP/gradlings"
# Actions are pinned to commits, because a tag can be moved.  All three run on Node 24.
WORKFLOW = f"""# Written by `gradlings export github`. It grades every push with the checks that students may see.
# The mark that counts is the instructor's, who runs all checks: a change to this file changes no mark, and is reported.
name: Grade

on:
  push:
    branches: ["**"]
  workflow_dispatch:

permissions:
  contents: read

concurrency:
  group: grade-${{{{ github.ref }}}}
  cancel-in-progress: true

jobs:
  grade:
    runs-on: ubuntu-24.04
    timeout-minutes: 15
    steps:
      - name: Check out
        uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - name: Set up Python
        uses: actions/setup-python@5fda3b95a4ea91299a34e894583c3862153e4b97 # v7.0.0
        with:
          python-version: "{PYTHON}"
          cache: pip
          cache-dependency-path: requirements.txt
      - name: Install
        run: python -I -m pip install --disable-pip-version-check --quiet -r requirements.txt
      - name: Grade
        id: grade
        run: python -I -m grader.platforms.github "{RESULTS}"
      - name: Keep the report
        if: always()
        uses: actions/upload-artifact@bbbca2ddaa5d8feaa63e36b76fdaad77386f024f # v7.0.0
        with:
          name: report
          path: ${{{{ runner.temp }}}}/gradlings/
          if-no-files-found: ignore
          retention-days: 30
"""
