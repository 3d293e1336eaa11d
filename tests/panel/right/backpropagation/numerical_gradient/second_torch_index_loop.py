# verdict: passed
# style: torch, product of ranges as index, detached double clone
from itertools import product

import torch


def numerical_gradient(f, x, eps=1e-6):
    point = x.detach().to(torch.float64).clone()
    grad = torch.zeros(point.shape, dtype=torch.float64, device=point.device)
    with torch.no_grad():
        for index in product(*map(range, point.shape)):
            centre = float(point[index])
            point[index] = centre + eps
            high = float(f(point))
            point[index] = centre - eps
            low = float(f(point))
            point[index] = centre
            grad[index] = (high - low) / (2 * eps)
    return grad
