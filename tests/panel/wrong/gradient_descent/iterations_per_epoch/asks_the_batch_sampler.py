# verdict: forbidden
# mistake: it asks PyTorch's BatchSampler for its length, and torch must not be used.
def iterations_per_epoch(n, batch_size, drop_last=False):
    from torch.utils.data import BatchSampler

    if n < 0:
        raise ValueError(f"n must be at least 0, got {n}")
    if batch_size < 1:
        raise ValueError(f"batch_size must be at least 1, got {batch_size}")
    return len(BatchSampler(range(n), batch_size, bool(drop_last)))
