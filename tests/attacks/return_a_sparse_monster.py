"""Return a sparse tensor of 10**12 numbers, none of which is there.

verdict: wrong
stopped by: wire
backend: torch
deadline: 5
"""
import torch

def row_softmax(x, temperature=1.0):
    return torch.sparse_coo_tensor(size=(10**6, 10**6), dtype=x.dtype)
