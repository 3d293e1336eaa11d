"""The known mistakes of boltzmann/kmeans_step, as people write them in PyTorch."""

import torch

from solutions.boltzmann.torch.kmeans_step import kmeans_step


def table(x, centroids):
    return ((x[:, None] - centroids) ** 2).sum(-1)


def means(x, centroids, labels, empty=None):
    members = [x[labels == k] for k in range(len(centroids))]
    return torch.stack(
        [m.mean(0) if len(m) else old for m, old in zip(members, centroids if empty is None else empty, strict=True)]
    )


def divides_by_no_points(x, centroids):
    labels, _, inertia = kmeans_step(x, centroids)
    return labels, torch.stack([x[labels == k].mean(0) for k in range(len(centroids))]), inertia


def sends_empty_clusters_to_the_origin(x, centroids):
    labels, _, inertia = kmeans_step(x, centroids)
    return labels, means(x, centroids, labels, torch.zeros_like(centroids)), inertia


def assigns_again_after_the_update(x, centroids):
    _, updated, inertia = kmeans_step(x, centroids)
    return table(x, updated).argmin(1), updated, inertia


def measures_after_the_update(x, centroids):
    labels, updated, _ = kmeans_step(x, centroids)
    return labels, updated, ((x - updated[labels]) ** 2).sum()


def averages_the_inertia(x, centroids):
    labels, updated, _ = kmeans_step(x, centroids)
    return labels, updated, table(x, centroids).amin(1).mean()


def adds_up_unsquared_distances(x, centroids):
    labels, updated, _ = kmeans_step(x, centroids)
    return labels, updated, torch.linalg.vector_norm(x - centroids[labels], dim=1).sum()


def compares_by_absolute_differences(x, centroids):
    labels = (x[:, None] - centroids).abs().sum(-1).argmin(1)
    return labels, means(x, centroids, labels), ((x - centroids[labels]) ** 2).sum()


def compares_by_scalar_products(x, centroids):
    labels = (x @ centroids.T).argmax(1)
    return labels, means(x, centroids, labels), ((x - centroids[labels]) ** 2).sum()


def gives_ties_to_the_last(x, centroids):
    labels = len(centroids) - 1 - table(x, centroids).flip(1).argmin(1)
    return labels, means(x, centroids, labels), table(x, centroids).amin(1).sum()


def expands_the_square(x, centroids):
    distances = (x**2).sum(1)[:, None] - 2 * x @ centroids.T + (centroids**2).sum(1)
    labels = distances.argmin(1)
    return labels, means(x, centroids, labels), distances.amin(1).sum()


def divides_by_all_points(x, centroids):
    labels, _, inertia = kmeans_step(x, centroids)
    members = [x[labels == k] for k in range(len(centroids))]
    return labels, torch.stack([m.sum(0) / len(x) if len(m) else c for m, c in zip(members, centroids, strict=True)]), inertia


def counts_the_old_centroid(x, centroids):
    labels, _, inertia = kmeans_step(x, centroids)
    return labels, torch.stack([torch.vstack([x[labels == k], c]).mean(0) for k, c in enumerate(centroids)]), inertia


def overwrites_centroids(x, centroids):
    labels, updated, inertia = kmeans_step(x, centroids)
    centroids.copy_(updated)
    return labels, updated, inertia


def returns_float64(x, centroids):
    labels, updated, inertia = kmeans_step(x, centroids)
    return labels, updated.double(), inertia
