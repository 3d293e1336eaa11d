# verdict: passed
# style: PyTorch, index_select over flattened token numbers
import torch


def embedding(input, weight):
    V, D = weight.shape
    ids = input.flatten().long()
    if bool(((ids < 0) | (ids >= V)).any()):
        raise ValueError("input: token number out of range")
    return torch.index_select(weight, 0, ids).view(*input.shape, D)
