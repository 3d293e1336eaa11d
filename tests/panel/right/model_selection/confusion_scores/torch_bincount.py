# verdict: passed
# style: PyTorch, bincount of pair numbers, denominators clamped to 1
import torch


def confusion_scores(y, pred, num_classes):
    c = num_classes
    if ((y < 0) | (y >= c)).any():
        raise ValueError("y holds a label that is no class")
    if ((pred < 0) | (pred >= c)).any():
        raise ValueError("pred holds a label that is no class")
    m = torch.bincount(y * c + pred, minlength=c * c).view(c, c)
    tp = m.diagonal().double()
    col, row = m.sum(0), m.sum(1)
    # a denominator of 0 has a numerator of 0, so 0 / 1 does it
    return {
        "confusion": m,
        "accuracy": (tp.sum() / y.numel()).item(),
        "precision": tp / col.clamp(min=1),
        "recall": tp / row.clamp(min=1),
        "f1": 2 * tp / (col + row).clamp(min=1),
    }
