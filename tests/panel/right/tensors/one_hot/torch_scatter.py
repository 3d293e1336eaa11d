# verdict: passed
# style: PyTorch, zeros of double precision and a scatter along the last axis
import torch


def one_hot(labels, num_classes):
    if labels.numel() > 0:
        smallest, largest = int(labels.min()), int(labels.max())
        if smallest < 0 or largest > num_classes - 1:
            raise ValueError(f"labels must be from 0 to {num_classes - 1}, found {smallest} to {largest}")
    shape = list(labels.shape) + [num_classes]
    result = torch.zeros(shape, dtype=torch.float64, device=labels.device)
    result.scatter_(-1, labels.unsqueeze(-1), 1.0)
    return result
