"""Raise exception groups nested ten thousand deep.

verdict: raised
stopped by: process
deadline: 5
"""

def row_softmax(x, temperature=1.0):
    error = ValueError("innermost")
    for depth in range(10_000):
        error = ExceptionGroup(f"group {depth}", [error])
    raise error
