# verdict: wrong
# mistake: The centroids are moved in place, so the argument is changed and the returned array is the argument itself.
# told: overwrites_centroids
import numpy as np


def kmeans_step(x, centroids):
    d2 = ((x[:, None, :] - centroids[None, :, :]) ** 2).sum(axis=-1)
    labels = d2.argmin(axis=1)
    inertia = d2[np.arange(len(x)), labels].sum()
    for k in np.unique(labels):
        centroids[k] = x[labels == k].mean(axis=0)
    return labels, centroids, inertia
