"""Loop for ever in the call.

verdict: timeout
stopped by: deadline
deadline: 0.1
"""

def row_softmax(x, temperature=1.0):
    while True:
        pass
