"""Return zeros whose gradient never ends.

verdict: wrong, timeout
stopped by: deadline
backend: torch
"""
import time
import torch

class Endless(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return torch.zeros_like(x)

    @staticmethod
    def backward(ctx, gradient):
        while True:
            time.sleep(1)

def row_softmax(x, temperature=1.0):
    return Endless.apply(x)
