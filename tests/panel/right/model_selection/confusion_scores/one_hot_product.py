# verdict: passed
# style: one-hot tables multiplied, safe division by a helper
import numpy as np


def _safe(a, b):
    return np.divide(a, b, out=np.zeros(len(a), dtype=np.float64), where=b != 0)


def _one_hot(labels, c):
    return (labels[:, None] == np.arange(c)).astype(np.int64)


def confusion_scores(y, pred, num_classes):
    for name, labels in (("y", y), ("pred", pred)):
        if labels.min() < 0 or labels.max() >= num_classes:
            raise ValueError(f"{name} must hold classes from 0 to {num_classes - 1}")
    m = _one_hot(y, num_classes).T @ _one_hot(pred, num_classes)
    hits, called, are = np.diag(m), m.sum(axis=0), m.sum(axis=1)
    return {
        "confusion": m,
        "accuracy": float(hits.sum() / len(y)),
        "precision": _safe(hits, called),
        "recall": _safe(hits, are),
        "f1": _safe(2 * hits, called + are),
    }
