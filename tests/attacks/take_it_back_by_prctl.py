"""Take back what the kit has set for the process: end with the parent, no dump of its memory, no adopted children.

verdict: raised
succeeds without: seccomp
"""
import ctypes
import numpy as np

PR_SET_PDEATHSIG, PR_SET_DUMPABLE, PR_SET_CHILD_SUBREAPER, PR_SET_PTRACER = 1, 4, 36, 0x59616D61

def row_softmax(x, temperature=1.0):
    libc = ctypes.CDLL(None, use_errno=True)
    settings = ((PR_SET_PDEATHSIG, 0), (PR_SET_DUMPABLE, 1), (PR_SET_CHILD_SUBREAPER, 1))
    if not any(libc.prctl(option, ctypes.c_ulong(value), 0, 0, 0) == 0 for option, value in settings):
        raise OSError(ctypes.get_errno(), "prctl")
    if temperature <= 0:
        raise ValueError("temperature must be above 0")
    e = np.exp((x - x.max(axis=1, keepdims=True)) / temperature)
    return e / e.sum(axis=1, keepdims=True)
