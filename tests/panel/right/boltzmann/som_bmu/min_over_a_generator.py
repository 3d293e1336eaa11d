# verdict: passed
# style: Python's min over (distance, row, column) triples, so the tie rule comes for free
import numpy as np


def som_bmu(x, weight):
    rows, columns, _ = weight.shape
    triples = (
        (float(np.square(weight[r, c].astype(np.float64) - x).sum()), r, c) for r in range(rows) for c in range(columns)
    )
    _, row, column = min(triples)
    return row, column
