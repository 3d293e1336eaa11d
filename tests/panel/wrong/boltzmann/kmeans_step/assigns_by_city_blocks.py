# verdict: wrong
# mistake: Points are assigned by the sum of absolute differences and not by the squared Euclidean distance.
# told: compares_by_absolute_differences
import numpy as np


def kmeans_step(x, centroids):
    diff = x[:, None] - centroids[None]
    labels = np.argmin(np.abs(diff).sum(axis=2), axis=1)
    inertia = np.sum((x - centroids[labels]) ** 2)
    new = centroids.copy()
    for k in range(len(centroids)):
        members = labels == k
        if members.any():
            new[k] = np.mean(x[members], axis=0)
    return labels, new, inertia
