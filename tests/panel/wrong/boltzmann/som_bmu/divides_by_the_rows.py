# verdict: wrong
# mistake: The flat index is divided by the number of rows and not by that of columns, which only works for a square map.
# told: divides_by_the_number_of_rows
import torch


def som_bmu(x, weight):
    rows, columns, dim = weight.shape
    distances = ((weight.reshape(-1, dim) - x) ** 2).sum(dim=1)
    index = int(torch.argmin(distances))
    return index // rows, index % rows
