# verdict: wrong
# mistake: Expands the squared distance into -2 x.c + c.c, which loses all digits for points far from the origin.
# told: expands_the_square
import numpy as np


def nearest_centroid(x_train, y_train, x_test):
    classes, inverse = np.unique(y_train, return_inverse=True)
    one_hot = np.eye(len(classes))[inverse]
    centroids = (one_hot.T @ x_train) / one_hot.sum(axis=0)[:, None]
    scores = (centroids**2).sum(axis=1) - 2 * x_test @ centroids.T
    return classes[np.argmin(scores, axis=1)]
