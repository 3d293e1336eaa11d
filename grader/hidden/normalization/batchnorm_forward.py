"""Hidden tests of normalization/batchnorm_forward."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.normalization.batchnorm_forward import batchnorm_forward

# PyTorch has no gradient by running statistics, so in evaluation its formula stands here.
independent = """(
    (torch.batch_norm(x, weight, bias, None, None, True, momentum, eps, False),
     running_mean.lerp(x.mean(0), momentum), running_var.lerp(x.var(0), momentum)) if training else
    (torch.addcmul(bias, x - running_mean, weight * (running_var + eps).rsqrt()), running_mean * 1, running_var * 1))"""


def sample(rng, size="small"):
    """Few samples, off centre, so that biased and unbiased differ; a single sample can only be evaluated."""
    n, d = (1, 1) if size == "ones" else (4, 3)
    training = n > 1 if size != "random" else bool(rng.random() < 0.7)
    x, running_var = rng.normal(1.0, 2.0, (n, d)), rng.uniform(0.5, 3.0, d)
    return x, rng.normal(size=d), rng.normal(size=d), rng.normal(size=d), running_var, training, 0.3, 0.2


def memory(d):
    """A memory of nothing, as a new layer has it."""
    return np.zeros(d), np.full(d, 1.0)


def test_column_by_hand(yours, rng):
    """The column (1, 3, 5, 7) has mean 4 and variance 5, and 20/3 is remembered; with eps = 4 each deviation is divided by 3."""
    x = np.array([[1.0], [3.0], [5.0], [7.0]])
    y, mean, var = yours(x, np.array([6.0]), np.array([1.0]), np.array([2.0]), np.array([12.0]), True, 0.25, 4.0)
    agree(y, np.array([[-5.0], [-1.0], [3.0], [7.0]]))
    agree((mean, var), (np.array([2.5]), np.array([9 + 5 / 3])))


def test_mean_is_bias_and_deviation_is_weight(yours, rng):
    """With weight 2 and bias 5 a training batch comes out with mean 5 and standard deviation 2, not with 0 and 1."""
    y, _, _ = yours(rng.normal(3.0, 4.0, (50, 2)), np.array([2.0, 2.0]), np.array([5.0, 5.0]), *memory(2), eps=1e-12)
    agree((y.mean(axis=0), y.std(axis=0)), (np.array([5.0, 5.0]), np.array([2.0, 2.0])))


@pytest.mark.parametrize("training", [True, False], ids=["in_training", "in_evaluation"])
def test_defaults(yours, rng, training):
    """Without being told, momentum is 0.1 and eps is 1e-5, which matters where the variance is as small."""
    args = rng.normal(0.0, 1e-3, (5, 2)), np.array([1.0, 2.0]), np.zeros(2), np.array([1e-3, -1e-3]), np.array([1e-6, 4e-6])
    agree(yours(*args, training=training), batchnorm_forward(*args, training=training, momentum=0.1, eps=1e-5))


def test_evaluation_uses_the_memory(yours, rng):
    """In evaluation a sample gives the same alone as in a batch, and the memory does not move."""
    x, weight, bias, mean, var, *_ = sample(rng)
    y = (x - mean) / np.sqrt(var + 0.5) * weight + bias
    agree(yours(x, weight, bias, mean, var, False, 0.3, 0.5), (y, mean, var))
    agree(yours(x[2:3], weight, bias, mean, var, False, 0.3, 0.5), (y[2:3], mean, var))


def test_training_does_not_look_at_the_memory(yours, rng):
    """In training the output does not depend on the memory at all."""
    x, weight, bias, *_ = sample(rng)
    far = np.full(3, 100.0), np.full(3, 7.0)
    agree(yours(x, weight, bias, *far)[0], batchnorm_forward(x, weight, bias, *memory(3))[0])


def test_momentum_is_the_share_of_the_new(yours, rng):
    """With momentum 0 the memory stays, with momentum 1 it is this batch's mean and unbiased variance."""
    x, weight, bias, mean, var, *_ = sample(rng)
    agree(yours(x, weight, bias, mean, var, momentum=0.0)[1:], (mean, var))
    agree(yours(x, weight, bias, mean, var, momentum=1.0)[1:], (x.mean(axis=0), x.var(axis=0, ddof=1)))


def test_memory_of_many_batches(yours, rng):
    """After many equal batches the memory has arrived: evaluation then divides by the unbiased variance."""
    x, mean, var = np.array([[1.0, 10.0], [3.0, 14.0], [8.0, 30.0]]), *memory(2)
    for _ in range(40):
        _, mean, var = yours(x, np.array([1.0, 2.0]), np.zeros(2), mean, var, momentum=0.5)
    agree((mean, var), (np.array([4.0, 18.0]), np.array([13.0, 112.0])))


def test_constant_feature_gives_the_bias(yours, rng):
    """A feature that is the same in all samples gives its bias, and nothing is divided by zero."""
    x = np.array([[4.0, 1.0], [4.0, -1.0]])
    agree(yours(x, np.array([3.0, 1.0]), np.array([2.0, 0.0]), *memory(2), eps=3.0)[0], np.array([[2.0, 0.5], [2.0, -0.5]]))


def test_mean_much_larger_than_spread(yours, rng):
    """Features at 2**30 with a spread of a few units are normalized like the same features at zero."""
    x = np.array([[-3.0, 1.0], [-1.0, -3.0], [1.0, 3.0], [3.0, -1.0]])
    y, _, var = yours(x + 2.0**30, np.array([1.0, -2.0]), np.array([0.0, 1.0]), *memory(2))
    at_zero = batchnorm_forward(x, np.array([1.0, -2.0]), np.array([0.0, 1.0]), *memory(2))
    agree((y, var), (at_zero[0], at_zero[2]), scale=2.0**30)  # what rounding such inputs costs, and no more


def test_single_sample_in_training(yours, rng):
    """A single sample in training raises a ValueError that names x; in evaluation it is welcome."""
    args = np.array([[1.0, 5.0]]), np.array([1.0, 2.0]), np.array([0.0, 3.0]), np.array([0.0, 1.0]), np.array([3.0, 15.0])
    agree(yours(*args, training=False, eps=1.0)[0], np.array([[0.5, 5.0]]))
    with pytest.raises(ValueError, match=r"\bx\b"):
        yours(*args)


def changed(x, weight, bias, mean, var, training, momentum, eps, *, y=None, new_mean=None, new_var=None):
    """The reference, with other results in training."""
    right = batchnorm_forward(x, weight, bias, mean, var, training, momentum, eps)
    return tuple(b if a is None or not training else a for a, b in zip((y, new_mean, new_var), right, strict=True))


@mistake("In evaluation you still use the batch's own statistics. Use running_mean and running_var: one sample must do.")
def evaluates_by_the_batch(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if training:
        return batchnorm_forward(x, weight, bias, running_mean, running_var, True, momentum, eps)
    y = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) + eps) * weight + bias
    return y, running_mean.copy(), running_var.copy()


@mistake("In training you normalize by the updated memory. A training batch is normalized by its own mean and variance.")
def trains_by_the_memory(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    right = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    return (x - right[1]) / np.sqrt(right[2] + eps) * weight + bias, *right[1:]


@mistake("In evaluation the memory is updated as well. It may learn from training batches only: return it as it is.")
def remembers_in_evaluation(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    right = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    n = max(len(x), 2)
    new = (1 - momentum) * running_var + momentum * x.var(axis=0) * n / (n - 1)
    return right[0], (1 - momentum) * running_mean + momentum * x.mean(axis=0), new


@mistake("momentum is the weight of the old memory in your update, as in Keras. In PyTorch it is the weight of the new batch.")
def swaps_the_momentum(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x, weight, bias, running_mean, running_var, training, 1 - momentum, eps)


@mistake("You remember the population variance. The memory gets the unbiased one: times N / (N - 1).")
def remembers_the_biased_variance(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    new = (1 - momentum) * running_var + momentum * x.var(axis=0)
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, new_var=new)


@mistake("You normalize by the unbiased variance. It is for the memory only; the batch is normalized by the population variance.")
def normalizes_by_the_unbiased_variance(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    y = (x - x.mean(axis=0)) / np.sqrt(x.var(axis=0) * len(x) / max(len(x) - 1, 1) + eps) * weight + bias
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, y=y)


@mistake("You remember the standard deviation. running_var holds variances: take no root before you store it.")
def remembers_the_deviation(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    new = (1 - momentum) * running_var + momentum * np.sqrt(x.var(axis=0) * len(x) / max(len(x) - 1, 1))
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, new_var=new)


@mistake("You normalize along the features. Batch norm takes mean and variance over the samples, one of each per feature.")
def normalizes_each_sample(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    y = (x - x.mean(axis=1, keepdims=True)) / np.sqrt(x.var(axis=1, keepdims=True) + eps) * weight + bias
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, y=y)


@mistake("eps is added after the root. It belongs inside: the root of (variance + eps), in training and in evaluation.")
def adds_eps_to_the_deviation(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    right = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    mean, var = (x.mean(axis=0), x.var(axis=0)) if training else (running_mean, running_var)
    return (x - mean) / (np.sqrt(var) + eps) * weight + bias, *right[1:]


@mistake("eps plays no part, so a constant feature is 0 / 0. Add eps to the variance before you take the root.")
def forgets_eps(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, 0.0)


@mistake(
    "The variance is computed as the mean of the squares minus the square of the mean. When the mean is large, two huge numbers "
    "cancel and nothing is left. Centre first, then average the squares."
)
def subtracts_two_moments(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    mean = x.mean(axis=0)
    var = np.maximum(np.mean(x * x, axis=0) - mean * mean, 0)
    new = (1 - momentum) * running_var + momentum * var * len(x) / max(len(x) - 1, 1)
    y = (x - mean) / np.sqrt(var + eps) * weight + bias
    return changed(x, weight, bias, running_mean, running_var, training, momentum, eps, y=y, new_var=new)


@mistake("weight is missing. After normalizing, each feature is multiplied by its own learnt scale.")
def forgets_the_weight(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x, weight * 0 + 1, bias, running_mean, running_var, training, momentum, eps)


@mistake("bias is missing. After the scale, each feature gets its own learnt shift.")
def forgets_the_bias(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x, weight, bias * 0, running_mean, running_var, training, momentum, eps)


@mistake("With one sample in training you return bias, and a variance that is 0 / 0 or guessed. Raise a ValueError naming x.")
def trains_on_one_sample(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if len(x) == 1 and training:
        return bias * np.ones_like(x), x[0] * momentum + (1 - momentum) * running_mean, running_var.copy()
    return batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)


@mistake("A single sample raises an error in evaluation too. Only training needs two: check inside the branch of training.")
def refuses_one_sample_always(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if len(x) < 2:
        raise ValueError("x needs at least two samples")
    return batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)


@mistake("running_mean and running_var are updated in place. Here the memory is a result: make new arrays.")
def overwrites_the_memory(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    y, mean, var = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    running_mean[...], running_var[...] = mean, var
    return y, mean, var


@mistake("In evaluation you return the given running arrays themselves. Return copies, so that nobody changes them by accident.")
def returns_the_memory_itself(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    right = batchnorm_forward(x, weight, bias, running_mean, running_var, training, momentum, eps)
    return right if training else (right[0], running_mean, running_var)


@mistake("A float32 input comes back as float64. Do not convert the inputs, and allocate results with their dtype.")
def returns_float64(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    return batchnorm_forward(x.astype(np.float64), weight, bias, running_mean, running_var, training, momentum, eps)


@right
def by_var(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    if training and len(x) == 1:
        raise ValueError("x is a single sample")
    if not training:
        return weight * ((x - running_mean) * (running_var + eps) ** -0.5) + bias, running_mean + 0, running_var + 0
    mean, var = x.mean(0), x.var(0)
    memory = [old + momentum * (new - old) for old, new in [(running_mean, mean), (running_var, x.var(0, ddof=1))]]
    return (x - mean) * (weight / np.sqrt(var + eps)) + bias, *memory


@right
def feature_by_feature(x, weight, bias, running_mean, running_var, training=True, momentum=0.1, eps=1e-5):
    y, new_mean, new_var, n = np.zeros_like(x), running_mean.copy(), running_var.copy(), len(x)
    if training and n < 2:
        raise ValueError("x: too few samples")
    for j, column in enumerate(x.T):
        mean, var = running_mean[j], running_var[j]
        if training:
            mean = sum(column) / n
            squares = sum((column - mean) ** 2)
            var = squares / n
            new_mean[j] = mean * momentum + running_mean[j] * (1 - momentum)
            new_var[j] = squares / (n - 1) * momentum + running_var[j] * (1 - momentum)
        y[:, j] = (column - mean) / (var + eps) ** 0.5 * weight[j] + bias[j]
    return y, new_mean, new_var
