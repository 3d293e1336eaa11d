"""Loop for ever in the call.

verdict: timeout
stopped by: deadline
"""

def row_softmax(x, temperature=1.0):
    while True:
        pass
