# verdict: passed
# style: PyTorch, walks back from the last step and stacks a reversed list
import torch


def cell_gradient(f):
    gates = list(f.unbind(dim=1))
    current = torch.ones_like(gates[-1])
    collected = [current]
    while len(gates) > 1:
        current = current * gates.pop()
        collected.append(current)
    return torch.stack(collected[::-1], dim=1)
