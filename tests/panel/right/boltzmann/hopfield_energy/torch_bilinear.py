# verdict: passed
# style: PyTorch, batched matrix products of row and column vectors
import torch


def hopfield_energy(state, weight):
    row = state.unsqueeze(-2)
    column = state.unsqueeze(-1)
    quadratic = torch.matmul(torch.matmul(row, weight.to(state.dtype)), column)
    return quadratic.squeeze(-1).squeeze(-1) * -0.5
