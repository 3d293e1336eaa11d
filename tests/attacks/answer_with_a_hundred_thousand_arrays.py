"""Answer each call with a message of 4 MB that takes the grader seconds to read: tens of thousands of odd empty arrays.

verdict: died
stopped by: wire
"""
import struct

from grader import child

AXES = ",".join(map(str, range(8)))
EMPTY = f'["a","bool",[{",".join("0" * 8)}],[[{AXES}],[{AXES}],[{",".join("1" * 8)}],1]]'  # laid out as strangely as may be
HEADER = ('["d","kind","returned","value",["l",' + ",".join([EMPTY] * 44_000) + "]]").encode()

child.encoded = lambda reply: [struct.pack("<Q", len(HEADER)), HEADER]


def row_softmax(x, temperature=1.0):
    return None
