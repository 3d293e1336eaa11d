# verdict: wrong
# mistake: Searches column by column, so at a tie the smallest column comes first and not the smallest row.
# told: reads_column_by_column
import numpy as np


def som_bmu(x, weight):
    best = None
    winner = (0, 0)
    n_rows, n_cols = weight.shape[:2]
    for c in range(n_cols):
        for r in range(n_rows):
            d = np.sum((x - weight[r, c]) ** 2)
            if best is None or d < best:
                best = d
                winner = (r, c)
    return winner
