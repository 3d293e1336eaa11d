# verdict: passed
# style: PyTorch, all differences by broadcasting, index_add for the sums of the shifts
import torch


def kmeans_step(x, centroids):
    diff = x.unsqueeze(1) - centroids.unsqueeze(0)
    distance = diff.square().sum(dim=2)
    inertia_each, labels = distance[:, 0].clone(), torch.zeros(len(x), dtype=torch.long)
    for k in range(1, len(centroids)):
        better = distance[:, k] < inertia_each
        labels = torch.where(better, torch.full_like(labels, k), labels)
        inertia_each = torch.where(better, distance[:, k], inertia_each)
    own = diff[torch.arange(len(x)), labels]
    shift = torch.zeros_like(centroids).index_add(0, labels, own)
    count = torch.bincount(labels, minlength=len(centroids)).clamp(min=1)
    return labels, centroids + shift / count.unsqueeze(1).to(centroids.dtype), inertia_each.sum()
