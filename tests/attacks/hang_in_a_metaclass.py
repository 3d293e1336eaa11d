"""Raise an exception whose metaclass hangs when the kit asks for the name of the class.

verdict: timeout
stopped by: deadline
"""
import time


class Endless(type):
    @property
    def __name__(cls):
        while True:
            time.sleep(1)

class Nameless(Exception, metaclass=Endless):
    pass

def row_softmax(x, temperature=1.0):
    raise Nameless
