# verdict: wrong
# mistake: Labels below 0 are not rejected and count for the last classes.
import numpy as np


def confusion_scores(y, pred, num_classes):
    if y.max() >= num_classes:
        raise ValueError("y has a label that is not below num_classes")
    if pred.max() >= num_classes:
        raise ValueError("pred has a label that is not below num_classes")
    m = np.zeros((num_classes, num_classes), dtype=np.int64)
    for t, p in zip(y, pred):
        m[t, p] += 1
    precision, recall, f1 = (np.zeros(num_classes) for _ in range(3))
    for c in range(num_classes):
        col, row = m[:, c].sum(), m[c].sum()
        if col:
            precision[c] = m[c, c] / col
        if row:
            recall[c] = m[c, c] / row
        if col + row:
            f1[c] = 2 * m[c, c] / (col + row)
    return {
        "confusion": m,
        "accuracy": float(np.mean(y == pred)),
        "precision": precision,
        "recall": recall,
        "f1": f1,
    }
