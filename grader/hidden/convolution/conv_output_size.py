"""Hidden tests of convolution/conv_output_size."""

import math

import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.conv_output_size import conv_output_size

independent = "torch.conv1d(torch.zeros(1, 1, n), torch.zeros(1, 1, kernel_size), None, stride, padding, dilation).shape[2]"


def sample(rng, size="small"):
    """Five different numbers, for which every usual slip gives another answer."""
    if size == "random":
        return tuple(int(rng.integers(low, high)) for low, high in [(30, 60), (1, 6), (1, 5), (0, 9), (1, 6)])
    return (1, 1, 1, 0, 1) if size == "ones" else (40, 5, 3, 8, 6)


def test_only_complete_windows_count(yours):
    """Only complete windows count, whether or not the stride comes out even."""
    for n, stride in [(6, 1), (6, 2), (7, 3), (8, 2), (8, 3), (9, 3), (10, 3)]:
        agree(yours(n, 5, stride), len(range(0, n - 5 + 1, stride)))


def test_padding_is_on_both_ends(yours):
    """Padding is added at both ends."""
    agree(yours(9, 4, padding=3), 12)
    agree(yours(9, 4, stride=2, padding=2), 5)


def test_same_padding(yours):
    """An odd kernel, padded by half its size rounded down, keeps the size of the input."""
    for kernel_size in (1, 3, 5, 7):
        agree(yours(11, kernel_size, padding=kernel_size // 2), 11)


def test_dilation_widens_the_kernel(yours):
    """A dilated kernel is as wide as its taps and the gaps between them."""
    agree(yours(12, 4, dilation=3), 3)
    agree(yours(12, 1, dilation=5), 12)


def test_exact_fit(yours):
    """A kernel exactly as long as the padded input fits once."""
    agree(yours(6, 6), 1)
    agree(yours(5, 7, padding=1), 1)
    agree(yours(3, 3, stride=4, padding=1, dilation=2), 1)


def test_ten_seconds_of_sound(yours):
    """An input may be long: 160,000 samples of sound, in windows of 25 milliseconds and at every single sample."""
    agree(yours(160_000, 400, stride=160), 998)
    agree(yours(160_000, 400), 159_601)


def test_kernel_that_does_not_fit(yours):
    """A kernel longer than the padded input raises a ValueError that names kernel_size."""
    for numbers in [(5, 7), (5, 6), (5, 10, 1, 2), (7, 3, 1, 0, 4), (4, 6, 5)]:
        with pytest.raises(ValueError, match="kernel_size"):
            yours(*numbers)


def test_bad_arguments(yours):
    """Arguments that make no sense raise a ValueError that names them."""
    for argument, numbers in [
        ("n", (0, 3, 1, 2, 1)),
        ("kernel_size", (6, 0, 1, 0, 1)),
        ("kernel_size", (6, -2, 1, 0, 1)),
        ("stride", (6, 3, 0, 0, 1)),
        ("stride", (6, 3, -1, 0, 1)),
        ("padding", (6, 3, 1, -1, 1)),
        ("dilation", (6, 3, 1, 0, 0)),
    ]:
        with pytest.raises(ValueError, match=rf"\b{argument}\b"):
            yours(*numbers)


def room(n, kernel_size, stride, padding, dilation):
    """Room beyond the first window, after the arguments have been checked."""
    conv_output_size(n, kernel_size, stride, padding, dilation)
    return n + 2 * padding - dilation * (kernel_size - 1) - 1


@mistake("The first window is not counted: room divided by stride is the number of further steps. Add one.")
def forgets_the_first_window(n, kernel_size, stride=1, padding=0, dilation=1):
    return room(n, kernel_size, stride, padding, dilation) // stride


@mistake("You round up, so a window that sticks out at the end counts as well. Only complete windows count: round down.")
def rounds_up(n, kernel_size, stride=1, padding=0, dilation=1):
    return math.ceil(room(n, kernel_size, stride, padding, dilation) / stride) + 1


@mistake("You round to the nearest whole number. A window fits or it does not, however near: round down.")
def rounds_to_nearest(n, kernel_size, stride=1, padding=0, dilation=1):
    return round(room(n, kernel_size, stride, padding, dilation) / stride) + 1


@mistake(
    "int(a / b) rounds towards zero, which is up where a is negative: a kernel that does not fit seems to fit once. Use //, "
    "or look at the room before you divide."
)
def rounds_towards_zero(n, kernel_size, stride=1, padding=0, dilation=1):
    conv_output_size(n, 1, stride, padding, dilation)
    conv_output_size(max(n, kernel_size), kernel_size)
    size = int((n + 2 * padding - dilation * (kernel_size - 1) - 1) / stride) + 1
    return size if size > 0 else conv_output_size(n, kernel_size, stride, padding, dilation)


@mistake("Padding is counted once. It is added at both ends, so the input grows by twice the padding.")
def counts_padding_once(n, kernel_size, stride=1, padding=0, dilation=1):
    conv_output_size(n, 1, stride, padding, dilation)
    return conv_output_size(n + padding, kernel_size, stride, 0, dilation)


@mistake("Dilation has no effect. It puts dilation - 1 empty pixels between neighbouring taps, which makes the kernel longer.")
def ignores_dilation(n, kernel_size, stride=1, padding=0, dilation=1):
    conv_output_size(1, 1, stride, padding, dilation)
    return conv_output_size(n, kernel_size, stride, padding)


@mistake("The kernel comes out too long: k taps have k - 1 gaps between them, so it spans dilation * (k - 1) + 1 pixels.")
def multiplies_the_kernel_by_the_dilation(n, kernel_size, stride=1, padding=0, dilation=1):
    conv_output_size(n, 1, stride, padding, dilation)
    return conv_output_size(n, dilation * kernel_size, stride, padding)


@mistake(
    "Where the kernel does not fit, you add a padding of 1 that nobody asked for. This is the popular answer to the "
    "interview question, but without padding there is no valid output: raise ValueError."
)
def assumes_a_padding_of_one(n, kernel_size, stride=1, padding=0, dilation=1):
    try:
        return conv_output_size(n, kernel_size, stride, padding, dilation)
    except ValueError:
        return conv_output_size(n, kernel_size, stride, padding + 1, dilation)


@mistake(
    "You compare the bare kernel with the bare input. What must fit is the kernel with its gaps, and what it must fit into "
    "is the input with its padding."
)
def compares_the_bare_kernel(n, kernel_size, stride=1, padding=0, dilation=1):
    conv_output_size(n, kernel_size, stride, padding)
    conv_output_size(n, kernel_size)
    conv_output_size(n, 1, stride, padding, dilation)
    return (n + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


@mistake("A kernel that does not fit gives you an output of size 0. That is an error of the caller: raise ValueError.")
def gives_nothing_if_it_does_not_fit(n, kernel_size, stride=1, padding=0, dilation=1):
    conv_output_size(max(n, kernel_size * dilation) if n > 0 else n, kernel_size, stride, padding, dilation)
    return max(0, (n + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1)


@mistake("The result is a float. A number of pixels is an int: divide with // instead of / or floor.")
def returns_a_float(n, kernel_size, stride=1, padding=0, dilation=1):
    return float(conv_output_size(n, kernel_size, stride, padding, dilation))


@mistake(
    "A kernel that does not fit, or an argument that makes no sense, gives a number instead of an error. Check first, and "
    "raise a ValueError that names the argument."
)
def checks_nothing(n, kernel_size, stride=1, padding=0, dilation=1):
    return (n + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


@mistake(
    "Your checks are assert statements: they raise AssertionError, and python -O leaves them out. Use if, and raise ValueError."
)
def checks_by_assert(n, kernel_size, stride=1, padding=0, dilation=1):
    assert min(n, kernel_size, stride, dilation) >= 1
    assert padding >= 0
    return conv_output_size(n, kernel_size, stride, padding, dilation)


@mistake(
    "Zero passes where the least value is 1: only what is negative is refused. Compare each argument with its own least value."
)
def lets_zero_through(n, kernel_size, stride=1, padding=0, dilation=1):
    room(max(n, 1), 1, stride, padding, max(dilation, 1))
    if min(n, kernel_size, dilation) > 0:
        return conv_output_size(n, kernel_size, stride, padding, dilation)
    return (n + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


@mistake(
    "A kernel is refused by the number of its taps. What must fit is the kernel with its gaps: dilation * (k - 1) + 1 pixels."
)
def compares_the_taps(n, kernel_size, stride=1, padding=0, dilation=1):
    conv_output_size(n, kernel_size, stride, padding)
    conv_output_size(n, 1, stride, padding, dilation)
    return (n + 2 * padding - dilation * (kernel_size - 1) - 1) // stride + 1


@mistake("A kernel exactly as long as the padded input is refused, though it fits once. Refuse what is longer: > and not >=.")
def refuses_an_exact_fit(n, kernel_size, stride=1, padding=0, dilation=1):
    if room(n, kernel_size, stride, padding, dilation) == 0:
        size = n + 2 * padding
        raise ValueError(f"kernel_size {kernel_size} spans {size} pixels, the padded input has only {size}")
    return conv_output_size(n, kernel_size, stride, padding, dilation)


@mistake(
    "You count kernel_size // 2 taps on each side of a middle one. An even kernel has no middle: count its kernel_size - 1 gaps."
)
def takes_every_kernel_for_odd(n, kernel_size, stride=1, padding=0, dilation=1):
    return conv_output_size(n, kernel_size // 2 * 2 + 1, stride, padding, dilation)


@right
def by_sliding(n, kernel_size, stride=1, padding=0, dilation=1):
    if n < 1:
        raise ValueError("n must be positive")
    if kernel_size < 1:
        raise ValueError("kernel_size must be positive")
    if stride < 1:
        raise ValueError("stride must be positive")
    if padding < 0:
        raise ValueError("padding must not be negative")
    if dilation < 1:
        raise ValueError("dilation must be positive")
    count, start = 0, -padding
    while start + dilation * (kernel_size - 1) < n + padding:
        count, start = count + 1, start + stride
    if count == 0:
        raise ValueError("kernel_size is too large")
    return count


@right
def by_rounding_up_differently(n, kernel_size, stride=1, padding=0, dilation=1):
    for name, wrong in {"n": n < 1, "kernel_size": kernel_size < 1, "stride": stride < 1, "padding": padding < 0}.items():
        if wrong:
            raise ValueError(name + " out of range")
    if dilation < 1:
        raise ValueError("dilation out of range")
    starts = n + 2 * padding - (kernel_size + (kernel_size - 1) * (dilation - 1)) + 1
    if starts <= 0:
        raise ValueError(f"kernel_size={kernel_size} does not fit")
    return -(-starts // stride)


@right
def with_floor(n, kernel_size, stride=1, padding=0, dilation=1):
    if min(n, kernel_size, stride, dilation) < 1 or padding < 0:
        raise ValueError(f"n={n}, kernel_size={kernel_size}, stride={stride}, padding={padding} or dilation={dilation} is bad")
    size = math.floor((n + 2 * padding - dilation * (kernel_size - 1) - 1) / stride + 1)
    if size < 1:
        raise ValueError("kernel_size is larger than the padded input")
    return size
