# verdict: passed
# style: torch.split, gradients stacked and weighted by one tensordot
import torch


def accumulate_gradients(grad_fn, x, y, micro_batch_size):
    if micro_batch_size < 1:
        raise ValueError(f"micro_batch_size must be positive, got {micro_batch_size}")
    size = min(micro_batch_size, x.shape[0])
    grads, shares = [], []
    for xb, yb in zip(torch.split(x, size), torch.split(y, size)):
        grads.append(grad_fn(xb, yb))
        shares.append(xb.shape[0] / x.shape[0])
    stacked = torch.stack(grads)
    shares = torch.tensor(shares, dtype=stacked.dtype, device=stacked.device)
    return torch.tensordot(shares, stacked, dims=1)
