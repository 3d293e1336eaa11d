# verdict: passed
# style: PyTorch, the first entry of nonzero where the distance equals the minimum
import torch


def som_bmu(x, weight):
    distance = torch.sum((weight - x) ** 2, dim=2)
    hits = torch.nonzero(distance == torch.min(distance))
    row, column = hits[0].tolist()
    return row, column
