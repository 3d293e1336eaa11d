"""System calls that Python has no function for."""

from __future__ import annotations

import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Linux alone has them")
JOIN = """
import os
from grader import kernel

many = [bytes([n % 251]) * 4096 for n in range(4000)]  # 16 MB
kernel.join_pages()
rolled = open("/proc/self/smaps_rollup").read().split()
print(rolled[rolled.index("AnonHugePages:") + 1])
pid = os.fork()
if pid == 0:
    many[7] = b"of the child alone"
    os._exit(0)
os.waitpid(pid, 0)
assert all(part == bytes([n % 251]) * 4096 for n, part in enumerate(many))
"""


def test_pages_are_joined_and_hold_what_they_held() -> None:
    done = subprocess.run([sys.executable, "-P", "-c", JOIN], capture_output=True, text=True, check=True)
    if done.stdout.strip() == "0":
        pytest.skip("this system joins none")
    assert int(done.stdout) >= 4096  # kB
