# verdict: passed
# style: PyTorch, axis moved to the front, broadcast without keepdim, moved back
import torch


def log_softmax(x, dim=-1):
    front = torch.movedim(x, dim, 0)
    top, _ = torch.max(front, 0)
    centred = front - top
    normaliser = torch.log(torch.sum(torch.exp(centred), 0))
    return torch.movedim(centred - normaliser, 0, dim)
