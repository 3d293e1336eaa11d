"""Report exceptions that claim to be of classes with which tests and loops are controlled.

verdict: raised, died
deadline: 5
stopped by: wire
"""
import os
import stat

from grader import wire

CLAIMS = [
    ["StopIteration", "StopAsyncIteration"],  # ends a loop of whoever lets it through
    ["AssertionError", "Exception", "BaseException"],
    ["GeneratorExit", "SystemExit", "KeyboardInterrupt", "BaseException"],
    ["ExceptionGroup", "BaseExceptionGroup", "UnicodeDecodeError", "SyntaxError"],
    ["__import__", "exec", "type", "object", "bool", "print", "__debug__", ""],
    ["Wrong", "Stopped", "LearnerRaised", "Failed", "WorkerError", "\ud800"],
    ["ValueError"] * 30_000,
]


def row_softmax(x, temperature=1.0):
    which = int(abs(x).sum() * 1e6)  # another one for each input, the same in each run
    name = CLAIMS[which % len(CLAIMS)]
    message = wire.encode({"kind": "raised", "error": [name[0] or "E", name, "DID NOT RAISE", ["line 1: raise ValueError"]]})
    for fd in range(3, 32):
        try:
            if stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, wire.LENGTH.pack(len(message)) + message)
        except OSError:
            continue
    os.read(0, 1)
    os._exit(0)
