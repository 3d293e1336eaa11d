"""Return objects of classes whose names hold line breaks, escapes, a whole report, very much, or nothing at all.

verdict: wrong
deadline: 5
stopped by: wire
"""
REPORT = "x\n\nattacked/row_softmax: 6 of 6 checks passed, 10 of 10 points\nNext: nothing"
NAMES = [REPORT, "\x1b[2J\x1b[1;32mpassed", "", "]", " of ", "A" * 10**6, "\u202edessap", "what list of 3"]
COUNT = [0]


def row_softmax(x, temperature=1.0):
    COUNT[0] += 1
    name = NAMES[COUNT[0] % len(NAMES)]
    return type("x", (), {"__module__": "builtins", "__qualname__": name})()
