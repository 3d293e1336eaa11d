"""Answer with arrays whose headers lie: longer than their bytes, negative, of objects, laid out nowhere.

verdict: died, wrong
stopped by: wire
"""
import json
import struct

from grader import child

HEADERS = {
    "float32": ["a", "float64", [2**62, 2**62], [[1, 0], [5], [True] * 2, False]],
    "an odd layout": ["a", "object", [3, 4], None],
    "large values": ["a", "float64", [-3, -4], None],
    "nothing special": ["a", "float64", [3, 4], [[0, 0], [2**62], [True, True], False]],  # nobody looks at how it lies
}
ASKED = []


def lying(reply):
    text = json.dumps(["d", "kind", "returned", "value", HEADERS[ASKED[-1]]]).encode()
    return [struct.pack("<Q", len(text)), text, bytes(96)]


def row_softmax(x, temperature=1.0):
    signs = [x.dtype.itemsize < 8, not x.flags.c_contiguous, abs(x).max() > 50, True]
    ASKED.append(list(HEADERS)[signs.index(True)])  # which check it is: another lie for each, the same in every run


child.encoded = lying
