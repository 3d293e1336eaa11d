"""Return something that hangs when it is destroyed, which is when the next call has begun.

verdict: wrong, timeout
stopped by: deadline
"""
import time


class Lasting:
    def __del__(self):
        while True:
            time.sleep(1)

def row_softmax(x, temperature=1.0):
    return Lasting()
