"""Return the largest array that may be sent, again and again, all of which the grader keeps for its report.

verdict: wrong
deadline: 5
stopped by: compare
"""
import numpy as np

COUNT = [0]


def row_softmax(x, temperature=1.0):
    COUNT[0] += 1
    if COUNT[0] > 2:  # 128 MiB are enough to be seen
        return None
    return np.full((8, 2**20), float(COUNT[0]))  # 64 MiB, touched to the last byte
