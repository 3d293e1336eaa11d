"""Send half of a right message, then close every descriptor and live on without them.

verdict: died
stopped by: wire
"""
import os
import time

import numpy as np

from grader import wire


def row_softmax(x, temperature=1.0):
    message = wire.encode({"kind": "returned", "value": np.zeros_like(x)})
    whole = wire.LENGTH.pack(len(message)) + message
    for fd in range(3, 32):
        try:
            os.write(fd, whole[:-1])
        except OSError:
            continue
    os.closerange(0, 64)
    time.sleep(10)  # whoever waits for the exit status waits
