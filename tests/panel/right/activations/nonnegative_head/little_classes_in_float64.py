# verdict: passed
# style: one small class per kind with value and slope, computed in float64 and cast back
import numpy as np


class Relu:
    @staticmethod
    def value(z):
        return np.where(z > 0, z, 0.0)

    @staticmethod
    def slope(z):
        return np.where(z > 0, 1.0, 0.0)


class Softplus:
    @staticmethod
    def value(z):
        return np.logaddexp(0.0, z)

    @staticmethod
    def slope(z):
        # exp(min(z, 0)) / (1 + exp(-|z|)) is the sigmoid on both sides
        return np.exp(np.minimum(z, 0.0)) / (1.0 + np.exp(-np.abs(z)))


class Exp:
    @staticmethod
    def value(z):
        return np.exp(z)

    slope = value


KINDS = {"relu": Relu, "softplus": Softplus, "exp": Exp}


def nonnegative_head(x, kind):
    head = KINDS.get(kind)
    if head is None:
        raise ValueError(f"kind must be one of {', '.join(KINDS)}, not {kind!r}")
    z = np.array(x, dtype=np.float64)
    y = np.asarray(head.value(z)).astype(x.dtype)
    slope = np.asarray(head.slope(z)).astype(x.dtype)
    return y, slope
