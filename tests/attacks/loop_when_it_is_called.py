"""Be an object that is callable but loops when the kit looks up how.

verdict: timeout
stopped by: deadline
"""

class Callable:
    @property
    def __call__(self):
        while True:
            pass

row_softmax = Callable()
