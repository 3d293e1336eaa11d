"""Send thousands of random generators in a reply: each is seeded anew where it is read, which takes long.

verdict: died
stopped by: wire
"""
import contextlib
import json
import os
import stat
import struct
import numpy as np

def channel():
    for number in range(3, 32):
        with contextlib.suppress(OSError):
            if stat.S_ISSOCK(os.fstat(number).st_mode):
                return number
    raise OSError("no channel")

def row_softmax(x, temperature=1.0):
    here, state = channel(), np.random.PCG64(0).state
    node = json.dumps(["g", json.dumps(state, separators=(",", ":"), default=int)], separators=(",", ":")).encode()
    header = b'["d",["s","kind"],["s","returned"],["s","value"],["l",' + b",".join([node] * (2_000_000 // len(node))) + b"]]"
    body = struct.pack("<Q", len(header)) + header
    while True:  # answer every call so, in place of the kit
        rest = memoryview(struct.pack("<Q", len(body)) + body)
        while rest:
            rest = rest[os.write(here, rest):]
        os.read(here, 2**16)  # the next request
