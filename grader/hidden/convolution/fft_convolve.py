"""Hidden tests of convolution/fft_convolve."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.fft_convolve import fft_convolve

independent = (
    "(lambda y, period: y if mode == 'linear' else np.pad(y, (0, 2 * period - len(y))).reshape(2, period).sum(axis=0))"
    "(np.convolve(a, b), max(len(a), len(b)))"
)


def sample(rng, size="small"):
    """Two lengths, and an odd number of samples in the result; the mode is left to chance where many are drawn."""
    n, m = {"ones": (1, 1), "large": (900, 700), "huge": (9000, 7000)}.get(size, (9, 7))
    mode = "circular" if size == "random" and rng.integers(2) else "linear"
    return rng.normal(size=n), rng.normal(size=m), mode


def integers(rng, n):
    return rng.integers(-9, 10, n).astype(float)


def circle(a, b, period):
    """Circular convolution from its formula."""
    a, b = np.pad(a, (0, period - len(a))), np.pad(b, (0, period - len(b)))
    return np.array([sum(a[m] * b[(n - m) % period] for m in range(period)) for n in range(period)])


def test_linear(yours, rng):
    """Linear convolution multiplies polynomials, and it is the default."""
    a, b, want = np.array([1.0, -2.0, 3.0]), np.array([2.0, 5.0, 1.0]), np.array([2.0, 1.0, -3.0, 13.0, 3.0])
    agree(yours(a, b, "linear"), want, exact=True)
    agree(yours(a, b), want, exact=True)


def test_any_lengths(yours, rng):
    """Even and odd lengths, either of the signals the longer one: as many samples as the formula says."""
    for n, m in [(1, 6), (6, 1), (5, 5), (4, 6), (8, 3), (2, 9)]:
        a, b = integers(rng, n), integers(rng, m)
        agree(yours(a, b, "linear"), np.convolve(a, b), exact=True)


def test_circular(yours, rng):
    """What leaves at the end of a circular convolution comes in again at the beginning."""
    a = np.array([1.0, 2.0, 3.0, 4.0, 6.0])
    shift = np.array([0.0, 0.0, 1.0, 0.0, 0.0])
    agree(yours(a, shift, "circular"), np.array([4.0, 6.0, 1.0, 2.0, 3.0]), exact=True)
    agree(yours(a, np.array([1.0, 0.0, 0.0, 0.0, 2.0]), "circular"), np.array([5.0, 8.0, 11.0, 16.0, 8.0]), exact=True)


def test_circular_with_a_short_filter(yours, rng):
    """The period is that of the longer signal, whichever it is; the shorter one is followed by zeros."""
    for n, m in [(6, 4), (3, 7), (1, 5), (4, 4), (5, 2)]:
        a, b = integers(rng, n), integers(rng, m)
        agree(yours(a, b, "circular"), circle(a, b, max(n, m)), exact=True)


def test_click(yours, rng):
    """A click in place 2 moves a signal by two places, the right way round, and nothing is lost at the end."""
    a, click = integers(rng, 6), np.array([0.0, 0.0, 1.0])
    agree(yours(a, click, "linear"), np.pad(a, (2, 0)), exact=True)
    agree(yours(click, a, "linear"), np.pad(a, (2, 0)), exact=True)


def test_one_sample(yours, rng):
    """A filter of one sample only scales, in either mode, and gives a new array."""
    a = integers(rng, 5)
    for mode in ("linear", "circular"):
        agree(yours(a, np.array([-2.0]), mode), -2.0 * a, exact=True)


def test_sum(yours, rng):
    """The sum of a convolution is the product of the sums."""
    a, b = rng.uniform(1, 2, 13), rng.uniform(1, 2, 8)
    for mode in ("linear", "circular"):
        agree(np.sum(yours(a, b, mode)), np.sum(a) * np.sum(b))


def test_loud_and_quiet(yours, rng):
    """A signal a hundred million times louder than the other does not drown it."""
    a, b = 1e8 * rng.normal(size=9), rng.normal(size=5)
    agree(yours(a, b), np.convolve(a, b))
    agree(yours(b * 1e-8, a), np.convolve(a, b * 1e-8))


def test_unknown_mode(yours, rng):
    """A mode that does not exist raises a ValueError that names the argument."""
    for mode in ("full", "same", "Linear", "", "a"):
        with pytest.raises(ValueError, match="mode"):
            yours(integers(rng, 4), integers(rng, 3), mode)


def test_empty_signals(yours, rng):
    """A signal without samples raises a ValueError that names it."""
    for mode in ("linear", "circular"):
        with pytest.raises(ValueError, match=r"\ba\b"):
            yours(np.zeros(0), integers(rng, 3), mode)
        with pytest.raises(ValueError, match=r"\bb\b"):
            yours(integers(rng, 4), np.zeros(0), mode)


def spectra(a, b, mode):
    """Both spectra at full length, and that length."""
    period = len(fft_convolve(a, b, mode))
    return np.fft.rfft(a, period), np.fft.rfft(b, period), period


@mistake(
    "The end wraps around to the beginning, as in a circular convolution. Fill both signals up with zeros to N + M - 1 samples "
    "before you transform them."
)
def wraps_around(a, b, mode="linear"):
    fft_convolve(a, b, mode)
    return fft_convolve(a, b, "circular")


@mistake("There is room for one sample too few, so the last one lands on the first. The linear result has N + M - 1 samples.")
def leaves_too_little_room(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    if mode == "circular" or len(y) == 1:
        return y
    short = y[:-1].copy()
    short[0] += y[-1]
    return short


@mistake("The result is one sample too long, with a zero behind. N samples and M samples give N + M - 1.")
def is_a_sample_too_long(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    return y if mode == "circular" else np.append(y, y.dtype.type(0))


@mistake("In circular mode nothing wraps around: you leave room for the tail. There the period is the longer of the two lengths.")
def is_always_linear(a, b, mode="linear"):
    fft_convolve(a, b, mode)
    return fft_convolve(a, b)


@mistake("The linear result is cut to the longer of the two signals. Return all N + M - 1 samples.")
def cuts_the_tail(a, b, mode="linear"):
    return fft_convolve(a, b, mode)[: max(len(a), len(b))]


@mistake("The default is circular. It is linear: the ordinary convolution, in which nothing wraps around.")
def is_circular_by_default(a, b, mode="circular"):
    return fft_convolve(a, b, mode)


@mistake(
    "In circular mode the period is the length of a, and a longer b is cut off. The period is the longer of the two lengths."
)
def takes_the_length_of_the_first(a, b, mode="linear"):
    return fft_convolve(a, b[: len(a)] if mode == "circular" and len(a) else b, mode)


@mistake("This is correlation: one spectrum is conjugated before the product. For convolution, multiply them as they are.")
def conjugates_a_spectrum(a, b, mode="linear"):
    first, second, period = spectra(a, b, mode)
    return np.fft.irfft(first * second.conj(), period)


@mistake("You multiply magnitudes, and the angles are lost with the places of everything. Multiply the complex numbers.")
def multiplies_magnitudes(a, b, mode="linear"):
    first, second, period = spectra(a, b, mode)
    return np.fft.irfft(np.abs(first) * np.abs(second), period)


@mistake("You add the spectra, which adds the signals. Convolution in time is multiplication in frequency.")
def adds_the_spectra(a, b, mode="linear"):
    first, second, period = spectra(a, b, mode)
    return np.fft.irfft(first + second, period)


@mistake(
    "The way back from half a spectrum is not told the length and assumes an even one: an odd result loses its last sample, and "
    "the others are wrong. Hand irfft the length."
)
def does_not_tell_the_length(a, b, mode="linear"):
    first, second, period = spectra(a, b, mode)
    return np.fft.irfft(first * second) if period > 1 else np.zeros(0, a.dtype)


@mistake("The factor 1 / N of the way back is there twice. The library's inverse divides by the length already.")
def divides_by_the_length_again(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    return y / len(y)


@mistake("The result is complex. Signals are real and so is their convolution: use irfft, or take the real part.")
def returns_complex_numbers(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    return np.fft.ifft(np.fft.fft(a, len(y)) * np.fft.fft(b, len(y)))


@mistake("You fill up to a power of two and forget to cut: the zeros behind the result are still there.")
def keeps_the_zeros_behind(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    return y if mode == "circular" else np.pad(y, (0, 2 ** (len(y) - 1).bit_length() - len(y)))


@mistake("The filter is reversed first. That is correlation again: convolution by spectra needs no reversal.")
def reverses_the_filter(a, b, mode="linear"):
    return fft_convolve(a, b[::-1], mode)


@mistake("A float32 signal gives float64. Keep the dtype of the signals.")
def returns_float64(a, b, mode="linear"):
    return fft_convolve(a, b, mode).astype(np.float64)


@mistake("A mode that does not exist is taken for linear. Raise a ValueError for every word but linear and circular.")
def takes_any_word_for_linear(a, b, mode="linear"):
    return fft_convolve(a, b, "circular" if mode == "circular" else "linear")


@mistake("A signal without samples goes unnoticed. Raise a ValueError that names it.")
def returns_nothing_for_nothing(a, b, mode="linear"):
    return fft_convolve(a, b, mode) if len(a) and len(b) else np.zeros(max(len(a) + len(b) - 1, 0))


def period_of(a, b, mode):
    if not len(a):
        raise ValueError("a is empty")
    if not len(b):
        raise ValueError("b is empty")
    if mode not in {"linear", "circular"}:
        raise ValueError(f"mode {mode} is unknown")
    return max(len(a), len(b)) if mode == "circular" else len(a) + len(b) - 1


@right
def with_the_complex_transform(a, b, mode="linear"):
    period = period_of(a, b, mode)
    product = np.multiply(*(np.fft.fft(np.pad(signal, (0, period - len(signal)))) for signal in (a, b)))
    return np.fft.ifft(product).real.astype(a.dtype)


@right
def with_a_power_of_two(a, b, mode="linear"):
    period, room = period_of(a, b, mode), len(a) + len(b) - 1
    length = 2 ** max(room - 1, 1).bit_length()
    y = np.fft.irfft(np.fft.rfft(a, length) * np.fft.rfft(b, length), length)[:room].astype(a.dtype)
    result = y[:period].copy()
    result[: room - period] += y[period:]  # what wraps around
    return result


@right
def with_both_in_one_transform(a, b, mode="linear"):
    period = period_of(a, b, mode)
    both = np.zeros((2, period), dtype=a.dtype)
    both[0, : len(a)], both[1, : len(b)] = a, b
    return np.fft.irfft(np.prod(np.fft.rfft(both, axis=1), axis=0), n=period)
