# verdict: passed
# style: star unpacking and functools.reduce
from functools import reduce
from operator import mul


def fan_in_out(shape):
    try:
        n_out, n_in, *kernel = shape
    except ValueError:
        raise ValueError(f"shape needs an output and an input axis, got {tuple(shape)}") from None
    return reduce(mul, kernel, n_in), reduce(mul, kernel, n_out)
