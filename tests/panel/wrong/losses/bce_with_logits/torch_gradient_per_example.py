# verdict: wrong
# mistake: The loss is the mean over all entries, but the gradient is divided by the batch size only, which differs for (N, labels).
import torch


def bce_with_logits(input, target):
    if input.shape != target.shape:
        raise ValueError(f"target: {tuple(target.shape)} is not {tuple(input.shape)}")
    loss = torch.clamp(input, min=0) - input * target + torch.log1p(torch.exp(-torch.abs(input)))
    batch_size = input.shape[0] if input.dim() > 0 else 1
    grad = (torch.sigmoid(input) - target) / batch_size
    return loss.mean(), grad
