# verdict: passed
# style: PyTorch, logsumexp of shifted scores, gather for the loss, scatter_add for the gradient
import torch


def softmax_cross_entropy(input, target, label_smoothing=0.0):
    n, c = input.shape
    if ((target < 0) | (target >= c)).any():
        raise ValueError("target: index out of range")
    if not 0.0 <= label_smoothing <= 1.0:
        raise ValueError("label_smoothing: must lie in [0, 1]")
    eps = float(label_smoothing)
    index = target.long()[:, None]
    shifted = input - input.amax(dim=1, keepdim=True)
    log_p = shifted - torch.logsumexp(shifted, dim=1, keepdim=True)
    chosen = log_p.gather(1, index).squeeze(1)
    loss = -((1 - eps) * chosen + eps * log_p.mean(dim=1)).mean()
    grad = log_p.exp() - eps / c
    grad = grad.scatter_add(1, index, torch.full((n, 1), eps - 1, dtype=input.dtype, device=input.device))
    return loss, grad / n
