# verdict: passed
# style: PyTorch, recursion over the first axis until single numbers are left
import torch


def _multiply(a, b):
    if a.dim() == 0 or len(a) == 0:
        return a * b
    return torch.stack([_multiply(p, q) for p, q in zip(a, b)])


def hadamard(input, other):
    if tuple(input.shape) != tuple(other.shape):
        raise ValueError(f"other has shape {tuple(other.shape)} where {tuple(input.shape)} is needed")
    return _multiply(input, other)
