# verdict: wrong
# mistake: The logarithm of the sum is brought back to the size of the scores before the score is subtracted, so large equal scores do not give log C.
import torch


def softmax_cross_entropy(input, target, label_smoothing=0.0):
    n, c = input.shape
    if bool((target < 0).any()) or bool((target >= c).any()):
        raise ValueError("target has an index outside of 0 to C - 1")
    if not 0 <= label_smoothing <= 1:
        raise ValueError("label_smoothing is not from 0 to 1")
    log_z = torch.logsumexp(input, dim=1, keepdim=True)
    log_p = input - log_z
    q = torch.full_like(input, label_smoothing / c)
    q[torch.arange(n), target.long()] += 1 - label_smoothing
    loss = -(q * log_p).sum() / n
    grad = (torch.softmax(input, dim=1) - q) / n
    return loss, grad
