"""Hidden tests of convolution/same_padding."""

import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.same_padding import same_padding


def sample(rng, size="small"):
    """Four different numbers, for which every usual slip gives another answer."""
    if size == "random":
        return tuple(int(rng.integers(low, high)) for low, high in [(20, 60), (4, 9), (1, 5), (1, 4)])
    return (1, 1, 1, 1) if size == "ones" else (20, 5, 3, 2)


def test_odd_kernel(yours):
    """An odd kernel at stride 1 gets half its size, rounded down, on both ends, however long the row is."""
    for n in (4, 11, 32):
        for half in (0, 1, 2, 4):
            agree(yours(n, 2 * half + 1), (half, half))


def test_even_kernel(yours):
    """An even kernel at stride 1 needs an odd number of zeros, and the end gets the one that is left over."""
    for n in (5, 8):
        for half in (1, 2, 3):
            agree(yours(n, 2 * half), (half - 1, half))


def test_every_stride_gets_its_window(yours):
    """The padded row has room for n / stride windows, rounded up, and with one zero less it has not."""
    for n in (6, 7, 8, 9, 13):
        for stride in (1, 2, 3, 4):
            before, after = yours(n, 7, stride)
            windows = (n + stride - 1) // stride
            agree((n + before + after - 7) // stride + 1, windows)
            agree((n + before + after - 8) // stride + 1, windows - 1)
            agree(after - before in {0, 1}, True)


def test_first_layer_of_a_resnet(yours):
    """A 7-tap kernel with stride 2 on 224 pixels gets 2 and 3 zeros; on 225 pixels it gets 3 and 3."""
    agree(yours(224, 7, 2), (2, 3))
    agree(yours(225, 7, 2), (3, 3))
    agree(yours(2**60 + 1, 7, 2), (3, 3))


def test_stride_longer_than_the_kernel(yours):
    """A row that is long enough for all its windows gets no zeros, and never a negative number of them."""
    for n, kernel_size, stride in [(7, 1, 2), (8, 1, 2), (9, 2, 3), (12, 2, 5), (8, 2, 2)]:
        agree(yours(n, kernel_size, stride), (0, 0))


def test_row_shorter_than_the_stride(yours):
    """A row shorter than the stride, or than the kernel, still gets its one window."""
    agree(yours(2, 5, 7), (1, 2))
    agree(yours(3, 8), (3, 4))


def test_dilation_widens_the_kernel(yours):
    """A dilated kernel needs zeros for its gaps as well."""
    agree(yours(12, 4, dilation=3), (4, 5))
    agree(yours(12, 1, dilation=5), (0, 0))
    agree(yours(16, 3, 2, 3), (2, 3))


def test_bad_arguments(yours):
    """Arguments below 1 raise a ValueError that names them."""
    for argument, numbers in [
        ("n", (-6, 3, 1, 1)),
        ("n", (0, 3, 1, 1)),
        ("kernel_size", (6, 0, 1, 1)),
        ("kernel_size", (6, -2, 1, 1)),
        ("stride", (6, 3, 0, 1)),
        ("stride", (6, 3, -1, 1)),
        ("dilation", (6, 3, 1, 0)),
    ]:
        with pytest.raises(ValueError, match=rf"\b{argument}\b"):
            yours(*numbers)


def halves(total):
    """The total, split in two, with the odd one at the end."""
    return total // 2, total - total // 2


@mistake("You give both ends half of kernel_size - 1, rounded down. An even kernel needs one zero more at the end.")
def takes_every_kernel_for_odd(n, kernel_size, stride=1, dilation=1):
    before, _ = same_padding(n, kernel_size, stride, dilation)
    return before, before


@mistake("Both ends get half of the kernel. For an even kernel that is one zero too many, and the output grows by a pixel.")
def gives_both_ends_the_larger_half(n, kernel_size, stride=1, dilation=1):
    _, after = same_padding(n, kernel_size, stride, dilation)
    return after, after


@mistake("The odd zero is at the front. It goes to the end: before is the total divided by two and rounded down.")
def puts_the_odd_one_in_front(n, kernel_size, stride=1, dilation=1):
    return same_padding(n, kernel_size, stride, dilation)[::-1]


@mistake("All zeros are at the end. Half of them, rounded down, go in front of the first pixel.")
def puts_all_at_the_end(n, kernel_size, stride=1, dilation=1):
    return 0, sum(same_padding(n, kernel_size, stride, dilation))


@mistake(
    "You pad until the output is as large as the input in spite of the stride. Same padding gives n / stride pixels, rounded up."
)
def wants_n_pixels_in_spite_of_the_stride(n, kernel_size, stride=1, dilation=1):
    same_padding(n, kernel_size, stride, dilation)
    return halves(max(stride * (n - 1) + dilation * (kernel_size - 1) + 1 - n, 0))


@mistake("Stride has no effect: this is the padding for stride 1. The last window begins elsewhere if the steps are longer.")
def ignores_the_stride(n, kernel_size, stride=1, dilation=1):
    same_padding(n, kernel_size, stride, dilation)
    return same_padding(n, kernel_size, 1, dilation)


@mistake("You subtract the stride from the kernel, which is right only if the stride divides n. Ask where the last window ends.")
def takes_n_for_a_multiple_of_the_stride(n, kernel_size, stride=1, dilation=1):
    same_padding(n, kernel_size, stride, dilation)
    return same_padding(stride, kernel_size, stride, dilation)


@mistake("The number of windows is rounded down, so that the last pixels get none. Round n / stride up.")
def rounds_down(n, kernel_size, stride=1, dilation=1):
    same_padding(n, kernel_size, stride, dilation)
    return halves(max(stride * (n // stride - 1) + dilation * (kernel_size - 1) + 1 - n, 0))


@mistake("Where the row is long enough you get a negative number of zeros. Padding adds pixels and never cuts: at least 0.")
def can_be_negative(n, kernel_size, stride=1, dilation=1):
    same_padding(n, kernel_size, stride, dilation)
    return halves(stride * (-(-n // stride) - 1) + dilation * (kernel_size - 1) + 1 - n)


@mistake("Dilation has no effect. It spreads the taps: the kernel spans dilation * (kernel_size - 1) + 1 pixels.")
def ignores_dilation(n, kernel_size, stride=1, dilation=1):
    same_padding(n, kernel_size, stride, dilation)
    return same_padding(n, kernel_size, stride)


@mistake("The kernel comes out too long: k taps have k - 1 gaps between them, so it spans dilation * (k - 1) + 1 pixels.")
def multiplies_the_kernel_by_the_dilation(n, kernel_size, stride=1, dilation=1):
    same_padding(n, kernel_size, stride, dilation)
    return same_padding(n, dilation * kernel_size, stride)


@mistake("You return the total number of zeros. Return a pair: those before the first pixel and those after the last.")
def returns_the_total(n, kernel_size, stride=1, dilation=1):
    return sum(same_padding(n, kernel_size, stride, dilation))


@mistake("The two numbers are floats, and half a zero cannot be added. Divide with // and keep whole numbers.")
def halves_with_a_single_slash(n, kernel_size, stride=1, dilation=1):
    total = sum(same_padding(n, kernel_size, stride, dilation))
    return total / 2, total - total / 2


@mistake("Arguments that make no sense give numbers instead of an error. Check first, and raise a ValueError with the name.")
def checks_nothing(n, kernel_size, stride=1, dilation=1):
    windows = -(-n // (stride or 1))
    return halves(max(stride * (windows - 1) + dilation * (kernel_size - 1) + 1 - n, 0))


@mistake("Zero passes where the least value is 1: only what is negative is refused. Refuse everything below 1.")
def lets_zero_through(n, kernel_size, stride=1, dilation=1):
    same_padding(*(1 if value == 0 else value for value in (n, kernel_size, stride, dilation)))
    return checks_nothing(n, kernel_size, stride, dilation)


@mistake(
    "Your checks are assert statements: they raise AssertionError, and python -O leaves them out. Use if, and raise ValueError."
)
def checks_by_assert(n, kernel_size, stride=1, dilation=1):
    assert min(n, kernel_size, stride, dilation) >= 1
    return same_padding(n, kernel_size, stride, dilation)


def refuse(**numbers):
    for name, value in numbers.items():
        if value <= 0:
            raise ValueError(f"{name} is too small: {value}")


@right
def by_the_remainder(n, kernel_size, stride=1, dilation=1):
    refuse(n=n, kernel_size=kernel_size, stride=stride, dilation=dilation)
    span = kernel_size + (kernel_size - 1) * (dilation - 1)
    total = span - stride if n % stride == 0 else span - n % stride
    return (total // 2, (total + 1) // 2) if total > 0 else (0, 0)


@right
def by_adding_one_zero_after_the_other(n, kernel_size, stride=1, dilation=1):
    refuse(n=n, kernel_size=kernel_size, stride=stride, dilation=dilation)
    last_tap = len(range(stride, n, stride)) * stride + dilation * (kernel_size - 1)
    before = after = 0
    for missing in range(last_tap + 1 - n):
        before, after = (before, after + 1) if missing % 2 == 0 else (before + 1, after)
    return before, after


@right
def with_divmod(n, kernel_size, stride=1, dilation=1):
    refuse(n=n, kernel_size=kernel_size, stride=stride, dilation=dilation)
    start = (n - 1) // stride * stride
    before, odd = divmod(max(0, start + 1 + (kernel_size - 1) * dilation - n), 2)
    return before, before + odd
