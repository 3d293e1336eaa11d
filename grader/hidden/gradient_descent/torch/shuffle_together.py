"""The known mistakes of gradient_descent/shuffle_together, as people write them in PyTorch."""

import torch

from solutions.gradient_descent.torch.shuffle_together import shuffle_together


def shuffles_the_samples_only(x, y, perm):
    return shuffle_together(x, y, perm)[0], y.clone()


def shuffles_the_labels_only(x, y, perm):
    return x.clone(), shuffle_together(x, y, perm)[1]


def shuffles_twice(x, y, perm):
    return shuffle_together(x, y, perm)[0], y[perm][perm]


def takes_the_inverse(x, y, perm):
    shuffle_together(x, y, perm)
    return shuffle_together(x, y, torch.argsort(perm))


def swaps_one_by_one(x, y, perm):
    shuffle_together(x, y, perm)
    new_x, new_y = x.clone(), y.clone()
    for i, j in enumerate(perm.tolist()):
        new_x[[i, j]], new_y[[i, j]] = new_x[[j, i]], new_y[[j, i]]
    return new_x, new_y


def ignores_perm(x, y, perm):
    shuffle_together(x, y, perm)
    return x.clone(), y.clone()


def shuffles_the_features(x, y, perm):
    new_x, new_y = shuffle_together(x, y, perm)
    return (new_x[:, perm] if x.ndim > 1 and x.shape[1] == len(perm) else new_x), new_y


def returns_the_labels_first(x, y, perm):
    new_x, new_y = shuffle_together(x, y, perm)
    return new_y, new_x


def turns_labels_into_floats(x, y, perm):
    new_x, new_y = shuffle_together(x, y, perm)
    return new_x, new_y.to(x.dtype)


def returns_float64(x, y, perm):
    return shuffle_together(x.double(), y, perm)


def flattens_the_samples(x, y, perm):
    new_x, new_y = shuffle_together(x, y, perm)
    return (new_x.flatten(1) if x.ndim > 2 else new_x), new_y


def shuffles_in_place(x, y, perm):
    new_x, new_y = shuffle_together(x, y, perm)
    return x.copy_(new_x), y.copy_(new_y)


def hands_back_what_does_not_move(x, y, perm):
    new = shuffle_together(x, y, perm)
    return (x, y) if torch.equal(perm, torch.arange(len(perm))) else new


def does_not_count_the_labels(x, y, perm):
    return shuffle_together(x, x, perm)[0], y[perm[perm < len(y)]]


def does_not_check_perm(x, y, perm):
    shuffle_together(x, y, torch.arange(len(x)))
    return x[perm % max(len(x), 1)], y[perm % max(len(x), 1)]


def counts_perm_only(x, y, perm):
    if len(perm) != len(x):
        raise ValueError("perm")
    return does_not_check_perm(x, y, perm)
