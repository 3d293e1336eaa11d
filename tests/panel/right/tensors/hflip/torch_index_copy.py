# verdict: passed
# style: PyTorch, selects the flagged images by number, flips them and copies them over the batch
import torch


def hflip(x, flags):
    if flags.dim() != 1 or flags.numel() != x.size(0):
        raise ValueError("flags must hold one truth value for each image")
    chosen = torch.nonzero(flags).flatten()
    mirrored = torch.flip(x.index_select(0, chosen), dims=[3])
    return torch.index_copy(x, 0, chosen, mirrored)
