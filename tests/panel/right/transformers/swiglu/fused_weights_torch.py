# verdict: passed
# style: PyTorch, gate and up in one product of stacked weights, then chunk and sigmoid
import torch


def swiglu(x, weight_gate, weight_up, weight_down):
    both = x @ torch.cat([weight_gate, weight_up], dim=0).mT
    gate, up = both.chunk(2, dim=-1)
    return (gate * torch.sigmoid(gate) * up) @ weight_down.mT
