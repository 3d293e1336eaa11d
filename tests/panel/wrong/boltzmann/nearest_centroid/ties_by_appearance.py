# verdict: wrong
# mistake: The classes are kept in the order in which they appear in the data, so at a tie the first seen and not the smallest label wins.
# told: gives_ties_to_the_first_seen
import numpy as np


def nearest_centroid(x_train, y_train, x_test):
    classes = list(dict.fromkeys(y_train.tolist()))
    centroids = np.array([x_train[y_train == k].mean(axis=0) for k in classes])
    d = ((x_test[:, None, :] - centroids[None, :, :]) ** 2).sum(axis=2)
    return np.array(classes, dtype=y_train.dtype)[d.argmin(axis=1)]
