"""Return zeros as bfloat16 tensors that require gradients, of a type that arrays do not have.

verdict: wrong
stopped by: compare
backend: torch
deadline: 5
"""
import torch

def row_softmax(x, temperature=1.0):
    return torch.zeros_like(x).to(torch.bfloat16).requires_grad_()
