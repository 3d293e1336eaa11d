# verdict: wrong
# mistake: torch.cdist expands the square into a matrix product for more than 25 rows, which cancels for points far from the origin.
import torch


def kmeans_step(x, centroids):
    distances = torch.cdist(x, centroids)
    nearest, labels = distances.min(dim=1)
    new = centroids.clone()
    for k in range(centroids.shape[0]):
        mask = labels == k
        if mask.any():
            new[k] = x[mask].mean(dim=0)
    return labels, new, (nearest**2).sum()
