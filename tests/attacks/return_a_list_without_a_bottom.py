"""Return a list nested 100000 deep, and one that holds itself.

verdict: wrong
stopped by: wire
"""

def row_softmax(x, temperature=1.0):
    deep, endless = [], []
    for _ in range(100_000):
        deep = [deep]
    endless.append(endless)
    return deep if len(x) > 1 else endless
