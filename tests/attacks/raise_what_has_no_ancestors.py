"""Raise an exception whose class lies about its ancestors: asking for them raises, in the kit's own code.

verdict: died
stopped by: process
"""

class Orphanage(type):
    @property
    def __mro__(cls):
        raise KeyboardInterrupt("no ancestors")

class Orphan(BaseException, metaclass=Orphanage):
    pass

def row_softmax(x, temperature=1.0):
    raise Orphan
