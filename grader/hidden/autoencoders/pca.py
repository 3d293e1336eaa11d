"""Hidden tests of autoencoders/pca."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.autoencoders.pca import pca

independent = (
    "(lambda e: (lambda v: (x.mean(0), v * v.gather(1, v.abs().argmax(1, keepdim=True)).sign(), e[0][:-k].sum() / x.shape[1]))"
    "(e[1].flip(1).T[:k]))(torch.linalg.eigh(torch.cov(x.T, correction=0)))"
)


def sample(rng, size="small"):
    """A cloud off the origin, with spreads of 4, 3, 2 and 1 along four directions, in which no two entries tie."""
    if size == "ones":
        return cloud(rng, np.array([[0.8, 0.6], [-0.6, 0.8]]), [2.0, 1.0], 3), 1
    while True:
        directions = np.linalg.qr(rng.normal(size=(4, 4)))[0]
        size = np.sort(np.abs(directions), axis=1)
        if np.all(size[:, -1] - size[:, -2] > 0.05):
            return cloud(rng, directions, [4.0, 3.0, 2.0, 1.0], 7), 2


def cloud(rng, directions, spreads, n):
    """n samples whose principal components are the rows of `directions`."""
    columns = np.linalg.qr(np.column_stack([np.ones(n), rng.normal(size=(n, len(spreads)))]))[0][:, 1:]  # each of mean 0
    return columns * np.array(spreads) @ directions + rng.uniform(2.0, 5.0, directions.shape[1])


def test_centre_far_away(yours, rng):
    """Where the cloud lies changes its mean and nothing else."""
    x, k = sample(rng)
    _, components, mse = pca(x, k)
    agree(yours(x + np.array([50.0, -80.0, 0.0, 30.0]), k)[1:], (components, mse))


@pytest.mark.parametrize("k", [1, 2, 3])
def test_what_is_lost(yours, rng, k):
    """The error is that of the reconstruction from k components, per entry of the table."""
    x, _ = sample(rng)
    mean, components, mse = yours(x, k)
    rebuilt = mean + (x - mean) @ components.T @ components
    agree(mse, np.mean((rebuilt - x) ** 2))
    agree(mse, np.sum(np.array([4.0, 3.0, 2.0, 1.0])[k:] ** 2) / x.size)


def test_nothing_is_lost(yours, rng):
    """With as many components as features they are a whole basis, orthonormal, and nothing is lost."""
    x, _ = sample(rng)
    mean, components, mse = yours(x, 4)
    agree(components @ components.T, np.eye(4), scale=1.0)
    agree(mse, 0.0, scale=1.0)
    agree(mean + (x - mean) @ components.T @ components, x)


def test_sign(yours, rng):
    """The entry with the largest absolute value is positive, wherever it stands, also in the turned-round data."""
    x, _ = sample(rng)
    for data in (x, -x):
        components = yours(data, 4)[1]
        agree(np.abs(components).max(axis=1), components.max(axis=1))


def test_sign_is_not_that_of_the_sum(yours, rng):
    """A component with one large positive entry may have a negative first entry and a negative sum."""
    directions = np.array([[-5.0, 6.0, -4.0], [6.0, 5.0, 0.0]]) / np.sqrt([[77.0], [61.0]])
    directions = np.vstack([directions, np.cross(*directions)])
    agree(yours(cloud(rng, directions, [3.0, 2.0, 1.0], 5), 2)[1], directions[:2])


def test_scale_matters(yours, rng):
    """A feature in other units, a thousand times as large, becomes the first component: nothing is standardized."""
    x = cloud(rng, np.eye(3)[[2, 0, 1]], [3000.0, 2.0, 1.0], 6)
    agree(yours(x, 2)[1], np.eye(3)[[2, 0]], scale=1.0)


def test_fewer_samples_than_features(yours, rng):
    """Three samples with five features have two components, and these two lose nothing."""
    x = cloud(rng, np.eye(5)[[3, 1]] * 0.8 + np.eye(5)[[1, 3]] * np.array([[0.6], [-0.6]]), [2.0, 1.0], 3)
    components, mse = yours(x, 1)[1:]
    agree(components, np.array([[0.0, 0.6, 0.0, 0.8, 0.0]]), scale=1.0)
    agree(mse, 1.0 / 15)
    agree(yours(x, 2)[2], 0.0, scale=1.0)


@pytest.mark.parametrize("k", [0, -1, 5])
def test_bad_k(yours, rng, k):
    """k below 1 or above the number of features raises a ValueError that names it."""
    x, _ = sample(rng)
    with pytest.raises(ValueError, match=r"\bk\b"):
        yours(x, k)


def signed(components):
    largest = np.abs(components).argmax(axis=1)
    return components * np.sign(components[np.arange(len(components)), largest])[:, None]


def decomposed(x, k, mean):
    """What comes out if another vector is subtracted."""
    pca(x, k)
    _, s, v = np.linalg.svd(x - mean, full_matrices=False)
    return signed(v[:k]), np.sum(s[k:] ** 2) / x.size


@mistake("You do not centre the data, so the first component points at the cloud. Subtract the mean of each feature first.")
def forgets_to_centre(x, k):
    return x.mean(axis=0), *decomposed(x, k, 0 * x[0])


@mistake("You subtract one mean for the whole table. Each feature has its own: take the mean over the samples, axis 0.")
def subtracts_one_mean(x, k):
    return x.mean(axis=0), *decomposed(x, k, x.mean())


@mistake("You centre the samples and not the features. The mean runs over the samples, axis 0.")
def centres_the_rows(x, k):
    return x.mean(axis=0), *decomposed(x, k, x.mean(axis=1, keepdims=True))


@mistake("You standardize the features. Only the mean is subtracted: a feature with more variance is to count more.")
def standardizes(x, k):
    return x.mean(axis=0), *pca((x - x.mean(axis=0)) / x.std(axis=0), k)[1:]


@mistake("Your components are columns. Each of them is to be a row of the result, of shape (k, D).")
def returns_columns(x, k):
    mean, components, mse = pca(x, k)
    return mean, components.T.copy(), mse


@mistake("You cut columns off the matrix whose rows are the components. Keep its first k rows.")
def cuts_the_columns(x, k):
    mean, components, mse = pca(x, x.shape[1])
    return mean, components[:, :k].copy(), pca(x, k)[2] + 0 * mse


@mistake(
    "You keep the components with the least variance. eigh sorts its eigenvalues from the smallest to the largest: take the "
    "last ones."
)
def keeps_the_smallest(x, k):
    pca(x, k)
    mean, components, _ = pca(x, min(x.shape[1], len(x) - 1))
    components = components[::-1][:k].copy()
    return mean, components, np.mean(((x - mean) @ components.T @ components - (x - mean)) ** 2)


@mistake("The order of your components is turned round. The one with the most variance comes first.")
def turns_the_order(x, k):
    mean, components, mse = pca(x, k)
    return mean, components[::-1].copy(), mse


@mistake("The sign of a component is left to chance. Turn each so that its entry with the largest absolute value is positive.")
def leaves_the_sign_to_the_library(x, k):
    mean, _, mse = pca(x, k)
    return mean, np.linalg.svd(x - mean, full_matrices=False)[2][:k], mse


@mistake("You make the first entry positive. It is the entry with the largest absolute value that has to be.")
def makes_the_first_entry_positive(x, k):
    mean, components, mse = pca(x, k)
    return mean, components * np.where(components[:, :1] < 0, -1, 1).astype(x.dtype), mse


@mistake("You make the sum of the entries positive. It is the entry with the largest absolute value that has to be.")
def makes_the_sum_positive(x, k):
    mean, components, mse = pca(x, k)
    return mean, components * np.where(components.sum(axis=1, keepdims=True) < 0, -1, 1).astype(x.dtype), mse


@mistake("All entries of your components are positive. Turn a whole row with one sign; absolute values destroy the direction.")
def takes_absolute_values(x, k):
    mean, components, mse = pca(x, k)
    return mean, np.abs(components), mse


@mistake("Your error is what the k components keep. What they lose belongs to the singular values that come after them.")
def counts_what_is_kept(x, k):
    mean, components, mse = pca(x, k)
    return mean, components, np.mean((x - mean) ** 2) - mse


@mistake("You divide by the number of samples. The mean squared error is per entry: divide by N times D.")
def divides_by_the_samples_only(x, k):
    mean, components, mse = pca(x, k)
    return mean, components, mse * x.shape[1]


@mistake("You divide by N - 1, as for a sample variance. The mean squared error is a plain mean: divide by N times D.")
def divides_by_one_less(x, k):
    mean, components, mse = pca(x, k)
    return mean, components, mse * len(x) / (len(x) - 1)


@mistake("You add up singular values. The error is the sum of their squares.")
def adds_up_singular_values(x, k):
    mean, components, _ = pca(x, k)
    return mean, components, np.sum(np.linalg.svd(x - mean, compute_uv=False)[k:]) / x.size


@mistake("You return the root of the error. The mean squared error itself is asked for.")
def takes_the_root(x, k):
    mean, components, mse = pca(x, k)
    return mean, components, np.sqrt(mse)


@mistake("A k that makes no sense passes unnoticed. Raise a ValueError that names k if it is below 1 or above D.")
def checks_nothing(x, k):
    mean = x.mean(axis=0)
    _, s, v = np.linalg.svd(x - mean, full_matrices=False)
    return mean, signed(v[:k]), np.sum(s[k:] ** 2) / x.size


@mistake("The result is always float32, so float64 inputs lose half of their digits. Keep the dtype of the input.")
def returns_float32(x, k):
    return pca(x.astype(np.float32), k)


@mistake("A float32 input comes back as float64. Do not convert it, and mind integers that are multiplied in.")
def returns_float64(x, k):
    return pca(x.astype(np.float64), k)


@mistake("You centre the data in place. Make a new array: the caller's data must stay where it is.")
def overwrites_x(x, k):
    result = pca(x, k)
    x -= result[0]
    return result


@right
def by_the_covariance(x, k):
    if k < 1 or k > x.shape[1]:
        raise ValueError(f"there are no k = {k} components")
    mean = x.sum(axis=0) / len(x)
    centred = x - mean
    _, vectors = np.linalg.eigh(centred.T @ centred)
    components = signed(vectors.T[::-1][:k])
    return mean, components, np.mean((centred - centred @ components.T @ components) ** 2)


@right
def component_by_component(x, k):
    if k not in range(1, x.shape[1] + 1):
        raise ValueError("k is no number of components")
    mean = x.mean(axis=0)
    rest, rows = x - mean, []
    for _ in range(k):  # the longest side of what is left, again and again
        row = np.linalg.svd(rest)[2][0]
        rows.append(row if row.max() > -row.min() else -row)
        rest = rest - np.outer(rest @ row, row)
    return mean, np.array(rows), np.square(rest).mean()
