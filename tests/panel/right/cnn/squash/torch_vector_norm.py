# verdict: passed
# style: PyTorch, vector_norm and a single factor that is zero at length zero
import torch


def squash(s, dim=-1):
    length = torch.linalg.vector_norm(s, dim=dim, keepdim=True)
    return s * (length / (1 + length * length))
