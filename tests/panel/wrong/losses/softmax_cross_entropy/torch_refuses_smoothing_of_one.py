# verdict: raised
# mistake: A label_smoothing of exactly 1 is refused, though both ends of the range are included.
import torch


def softmax_cross_entropy(input, target, label_smoothing=0.0):
    n, c = input.shape
    if target.min() < 0 or target.max() >= c:
        raise ValueError("target must be from 0 to C - 1")
    if not 0 <= label_smoothing < 1:
        raise ValueError("label_smoothing must be in [0, 1)")
    log_p = torch.log_softmax(input, dim=1)
    onehot = torch.zeros_like(input)
    onehot[torch.arange(n), target.long()] = 1
    q = (1 - label_smoothing) * onehot + label_smoothing / c
    loss = -(q * log_p).sum(dim=1).mean()
    return loss, (log_p.exp() - q) / n
