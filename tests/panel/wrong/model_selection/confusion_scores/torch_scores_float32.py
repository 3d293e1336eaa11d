# verdict: wrong
# mistake: Dividing int64 tensors gives float32 scores, where float64 is asked for.
# told: returns_float32
import torch


def confusion_scores(y, pred, num_classes):
    for name, t in (("y", y), ("pred", pred)):
        if (t < 0).any() or (t >= num_classes).any():
            raise ValueError(f"{name} contains an invalid class")
    m = torch.zeros(num_classes, num_classes, dtype=torch.int64)
    m.index_put_((y, pred), torch.ones_like(y), accumulate=True)
    tp = m.diagonal()
    precision = torch.nan_to_num(tp / m.sum(0), nan=0.0)
    recall = torch.nan_to_num(tp / m.sum(1), nan=0.0)
    f1 = torch.nan_to_num(2 * tp / (m.sum(0) + m.sum(1)), nan=0.0)
    acc = tp.sum().item() / len(y)
    return {"confusion": m, "accuracy": acc, "precision": precision, "recall": recall, "f1": f1}
