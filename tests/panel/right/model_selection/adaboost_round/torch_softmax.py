# verdict: passed
# style: PyTorch, the new weights as a softmax of log w - alpha y p
import torch


def adaboost_round(w, y, pred):
    margin = (y * pred).to(w.dtype)
    e = (w * (1 - margin) / 2).sum() / w.sum()
    if e <= 0 or e >= 0.5:
        raise ValueError(f"pred has a weighted error of {float(e)}, which must be above 0 and below 1/2")
    alpha = 0.5 * (torch.log1p(-e) - torch.log(e))
    new = torch.softmax(torch.log(w) - alpha * margin, dim=0)
    return alpha, new
