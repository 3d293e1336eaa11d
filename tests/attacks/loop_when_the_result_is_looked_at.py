"""Return an object that loops as soon as anyone asks for one of its attributes.

verdict: timeout
stopped by: deadline
"""

class Shy:
    def __getattr__(self, name):
        while True:
            pass

def row_softmax(x, temperature=1.0):
    return Shy()
