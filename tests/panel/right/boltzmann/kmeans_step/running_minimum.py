# verdict: passed
# style: centroid after centroid with a running minimum, means as shifts of the old centroids
import numpy as np


def kmeans_step(x, centroids):
    n = len(x)
    nearest = np.full(n, np.inf)
    labels = np.zeros(n, dtype=np.int64)
    for k, c in enumerate(centroids):
        diff = (x - c).astype(np.float64)
        d = np.einsum("nd,nd->n", diff, diff)
        closer = d < nearest
        labels[closer] = k
        nearest[closer] = d[closer]
    moved = centroids.copy()
    for k, c in enumerate(centroids):
        mine = x[labels == k]
        if len(mine):
            moved[k] = c + (mine - c).astype(np.float64).mean(axis=0)
    return labels, moved, nearest.sum().astype(x.dtype)
