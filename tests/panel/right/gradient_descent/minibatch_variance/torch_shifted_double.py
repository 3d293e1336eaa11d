# verdict: passed
# style: torch in float64, shifted by the first row, Cochran's form with the fraction of samples left out
import torch


def minibatch_variance(grads, batch_size, replace=True):
    n = grads.shape[0]
    limit = batch_size if replace else n
    if not 1 <= batch_size <= limit:
        raise ValueError(f"batch_size must be between 1 and the number of samples, got {batch_size}")
    shifted = grads.double() - grads[0].double()
    centred = shifted - shifted.mean(dim=0, keepdim=True)
    squares = torch.einsum("ij,ij->", centred, centred)
    if replace:
        variance = squares / (n * batch_size)
    else:
        variance = squares / max(n - 1, 1) / batch_size * (1 - batch_size / n)
    return variance.to(grads.dtype)
