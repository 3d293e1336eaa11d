# verdict: wrong
# mistake: At a tie the largest k wins because the comparison is <=, where the smallest is asked for.
# told: gives_ties_to_the_last
import numpy as np


def kmeans_step(x, centroids):
    labels = []
    inertia = 0.0
    for point in x:
        best, best_k = np.inf, 0
        for k, c in enumerate(centroids):
            d = ((point - c) ** 2).sum()
            if d <= best:
                best, best_k = d, k
        labels.append(best_k)
        inertia += best
    labels = np.array(labels)
    new = np.array([x[labels == k].mean(axis=0) if (labels == k).any() else centroids[k] for k in range(len(centroids))])
    return labels, new, inertia
