"""Start another program in a session of its own, which knows nothing of Python and stays when this process ends.

verdict: raised
succeeds without: landlock+seccomp+sweep
"""
import os

import numpy as np


def row_softmax(x, temperature=1.0):
    quiet = [(os.POSIX_SPAWN_CLOSE, fd) for fd in (1, 2)]
    os.posix_spawn("/bin/sleep", [KNOWN["mark"], "20"], {}, setsid=True, file_actions=quiet)
    return np.zeros_like(x)
