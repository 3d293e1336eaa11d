# verdict: wrong
# mistake: The features are divided by their standard deviations first, so the distance is no longer Euclidean in the space of the points.
import numpy as np


def nearest_centroid(x_train, y_train, x_test):
    mean = x_train.mean(axis=0)
    std = x_train.std(axis=0)
    std = np.where(std == 0, 1, std)
    a, b = (x_train - mean) / std, (x_test - mean) / std
    labels = np.unique(y_train)
    centroids = np.stack([a[y_train == k].mean(axis=0) for k in labels])
    dist = np.linalg.norm(b[:, None, :] - centroids, axis=-1)
    return labels[dist.argmin(axis=1)]
