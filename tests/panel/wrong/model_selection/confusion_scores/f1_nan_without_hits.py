# verdict: wrong
# mistake: F1 is computed from precision and recall and is NaN, and not 0, where both are 0.
import numpy as np


def confusion_scores(y, pred, num_classes):
    if np.any(y < 0) or np.any(y >= num_classes):
        raise ValueError("y is out of range")
    if np.any(pred < 0) or np.any(pred >= num_classes):
        raise ValueError("pred is out of range")
    cm = np.zeros((num_classes, num_classes), dtype=np.int64)
    np.add.at(cm, (y, pred), 1)
    tp = np.diag(cm).astype(np.float64)
    precision = tp / np.maximum(cm.sum(axis=0), 1)
    recall = tp / np.maximum(cm.sum(axis=1), 1)
    with np.errstate(invalid="ignore"):
        f1 = 2 * precision * recall / (precision + recall)
    return {
        "confusion": cm,
        "accuracy": tp.sum() / cm.sum(),
        "precision": precision,
        "recall": recall,
        "f1": f1,
    }
