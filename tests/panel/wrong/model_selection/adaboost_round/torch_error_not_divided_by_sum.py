# verdict: raised
# mistake: The weighted error is not divided by the sum of the old weights, which need not add up to 1.
# told: takes_a_sum_of_one_for_granted
import torch


def adaboost_round(w, y, pred):
    miss = (y != pred).to(w.dtype)
    err = torch.dot(w, miss)
    if err == 0 or err >= 0.5:
        raise ValueError("pred: weighted error must be in (0, 0.5)")
    alpha = 0.5 * torch.log((1 - err) / err)
    new = w * torch.exp(-alpha * (y * pred).to(w.dtype))
    return alpha, new / new.sum()
