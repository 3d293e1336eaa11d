# verdict: passed
# style: PyTorch, unique with inverse and index_add around a common origin
import torch


def nearest_centroid(x_train, y_train, x_test):
    names, group = torch.unique(y_train, sorted=True, return_inverse=True)
    origin = x_train[0]
    sums = x_train.new_zeros(len(names), x_train.shape[1]).index_add(0, group, x_train - origin)
    sizes = torch.bincount(group, minlength=len(names)).to(x_train.dtype)
    centroids = sums / sizes[:, None]
    distance = ((x_test - origin)[:, None, :] - centroids[None, :, :]).pow(2).sum(dim=-1)
    best = distance.min(dim=1, keepdim=True).values
    first = (distance == best).int().argmax(dim=1)
    return names[first]
