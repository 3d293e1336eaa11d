"""Raise an exception whose class has a name of 400 KB, a hundred ancestors with long names, and a line of 100 KB.

verdict: raised
stopped by: wire
deadline: 5
"""

def row_softmax(x, temperature=1.0):
    kind = Exception
    for number in range(100):
        kind = type(f"A{number}" + "a" * 1000, (kind,), {"__module__": "builtins"})
    raise type("N" + "o" * 400_000, (kind,), {})("short")
