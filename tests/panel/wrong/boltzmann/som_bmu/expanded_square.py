# verdict: wrong
# mistake: Expands the square and drops x.x, so the digits that matter cancel when the data lie far from the origin.
# told: expands_the_square
import numpy as np


def som_bmu(x, weight):
    score = np.einsum("rcd,rcd->rc", weight, weight) - 2 * weight @ x
    row, column = np.unravel_index(np.argmin(score), score.shape)
    return int(row), int(column)
