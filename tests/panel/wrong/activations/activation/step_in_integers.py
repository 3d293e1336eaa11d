# verdict: wrong
# mistake: The step returns integers 0 and 1 where the dtype of x is demanded.
import numpy as np
from scipy.special import expit, ndtr


def step(x):
    return np.where(x > 0, 1, 0)


def keep_dtype(f):
    return lambda x: np.asarray(f(x), dtype=x.dtype)


ACTIVATIONS = {
    "step": step,
    "sigmoid": keep_dtype(expit),
    "tanh": keep_dtype(np.tanh),
    "relu": keep_dtype(lambda x: np.maximum(x, 0)),
    "leaky_relu": keep_dtype(lambda x: np.where(x > 0, x, 0.01 * x)),
    "elu": keep_dtype(lambda x: np.where(x > 0, x, np.expm1(np.minimum(x, 0)))),
    "softplus": keep_dtype(lambda x: np.logaddexp(0, x)),
    "swish": keep_dtype(lambda x: x * expit(x)),
    "gelu": keep_dtype(lambda x: x * ndtr(x)),
}


def activation(x, name):
    try:
        f = ACTIVATIONS[name]
    except KeyError:
        raise ValueError(f"name = {name!r} is unknown") from None
    return f(x)
