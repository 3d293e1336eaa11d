"""Be an object that is callable but hangs when the kit looks up how.

verdict: timeout
stopped by: deadline
"""
import time


class Callable:
    @property
    def __call__(self):
        while True:
            time.sleep(1)

row_softmax = Callable()
