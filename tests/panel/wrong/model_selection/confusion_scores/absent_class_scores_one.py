# verdict: wrong
# mistake: A class that occurs neither as truth nor as prediction gets the scores 1 in place of 0.
import numpy as np


def confusion_scores(y, pred, num_classes):
    for name, arr in {"y": y, "pred": pred}.items():
        if not ((arr >= 0) & (arr < num_classes)).all():
            raise ValueError(f"{name}: labels must be in 0..{num_classes - 1}")
    m = np.bincount(y * num_classes + pred, minlength=num_classes**2).reshape(num_classes, num_classes)
    tp = m.diagonal()
    fp = m.sum(0) - tp
    fn = m.sum(1) - tp
    absent = (tp + fp + fn) == 0
    prec = np.where(absent, 1.0, tp / np.maximum(tp + fp, 1))
    rec = np.where(absent, 1.0, tp / np.maximum(tp + fn, 1))
    f1 = np.where(absent, 1.0, 2 * tp / np.maximum(2 * tp + fp + fn, 1))
    return {"confusion": m, "accuracy": tp.sum() / len(y), "precision": prec, "recall": rec, "f1": f1}
