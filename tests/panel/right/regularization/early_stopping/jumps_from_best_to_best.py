# verdict: passed
# style: NumPy, jumps from one best epoch to the next by looking into a window of patience epochs
import numpy as np


def early_stopping(val_losses, patience, min_delta=0.0):
    if patience < 1:
        raise ValueError(f"patience must be at least 1, got {patience}")
    v = np.asarray(val_losses)
    n = len(v)
    where, best = -1, float("inf")
    while True:
        window = v[where + 1 : where + 1 + patience]
        hits = np.flatnonzero(window < best - min_delta)
        if hits.size == 0:
            break
        where = where + 1 + int(hits[0])
        best = v[where]
    return {
        "best_epoch": where if where >= 0 else None,
        "stop_epoch": min(where + patience, n - 1),
        "best_loss": float(best),
    }
