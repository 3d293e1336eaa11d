"""The known mistakes of autoencoders/pca, as people write them in PyTorch."""

import torch

from solutions.autoencoders.torch.pca import pca


def signed(components):
    largest = components.abs().argmax(dim=1, keepdim=True)
    return components * components.gather(1, largest).sign()


def decomposed(x, k, mean):
    pca(x, k)
    _, s, v = torch.linalg.svd(x - mean, full_matrices=False)
    return signed(v[:k]), (s[k:] ** 2).sum() / x.numel()


def forgets_to_centre(x, k):
    return x.mean(dim=0), *decomposed(x, k, 0)


def subtracts_one_mean(x, k):
    return x.mean(dim=0), *decomposed(x, k, x.mean())


def centres_the_rows(x, k):
    return x.mean(dim=0), *decomposed(x, k, x.mean(dim=1, keepdim=True))


def standardizes(x, k):
    return x.mean(dim=0), *pca((x - x.mean(dim=0)) / x.std(dim=0, correction=0), k)[1:]


def returns_columns(x, k):
    mean, components, mse = pca(x, k)
    return mean, components.T.clone(), mse


def cuts_the_columns(x, k):
    mean, components, _ = pca(x, x.shape[1])
    return mean, components[:, :k].clone(), pca(x, k)[2]


def keeps_the_smallest(x, k):
    pca(x, k)
    mean, components, _ = pca(x, min(x.shape[1], len(x) - 1))
    components = components.flip(0)[:k]
    return mean, components, (((x - mean) @ components.T @ components - (x - mean)) ** 2).mean()


def turns_the_order(x, k):
    mean, components, mse = pca(x, k)
    return mean, components.flip(0), mse


def leaves_the_sign_to_the_library(x, k):
    mean, _, mse = pca(x, k)
    return mean, torch.linalg.svd(x - mean, full_matrices=False)[2][:k], mse


def makes_the_first_entry_positive(x, k):
    mean, components, mse = pca(x, k)
    return mean, components * torch.where(components[:, :1] < 0, -1, 1), mse


def makes_the_sum_positive(x, k):
    mean, components, mse = pca(x, k)
    return mean, components * torch.where(components.sum(dim=1, keepdim=True) < 0, -1, 1), mse


def takes_absolute_values(x, k):
    mean, components, mse = pca(x, k)
    return mean, components.abs(), mse


def counts_what_is_kept(x, k):
    mean, components, mse = pca(x, k)
    return mean, components, ((x - mean) ** 2).mean() - mse


def divides_by_the_samples_only(x, k):
    mean, components, mse = pca(x, k)
    return mean, components, mse * x.shape[1]


def divides_by_one_less(x, k):
    mean, components, mse = pca(x, k)
    return mean, components, mse * len(x) / (len(x) - 1)


def adds_up_singular_values(x, k):
    mean, components, _ = pca(x, k)
    return mean, components, torch.linalg.svdvals(x - mean)[k:].sum() / x.numel()


def takes_the_root(x, k):
    mean, components, mse = pca(x, k)
    return mean, components, mse.sqrt()


def checks_nothing(x, k):
    mean = x.mean(dim=0)
    _, s, v = torch.linalg.svd(x - mean, full_matrices=False)
    return mean, signed(v[:k]), (s[k:] ** 2).sum() / x.numel()


def returns_float32(x, k):
    return pca(x.float(), k)


def returns_float64(x, k):
    return pca(x.double(), k)


def overwrites_x(x, k):
    result = pca(x, k)
    x.sub_(result[0])
    return result
