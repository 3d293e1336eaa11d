"""Hidden tests of convolution/dft."""

import numpy as np
import pytest

from grader.authoring import agree, mistake, right
from solutions.convolution.dft import dft

independent = "torch.fft.ifft(x) if inverse else torch.fft.fft(x)"


def sample(rng, size="small"):
    """A number of samples that is no power of two; forwards or backwards is left to chance where many are drawn."""
    return rng.normal(size=1 if size == "ones" else 12), bool(rng.integers(2)) if size == "random" else False


def signal(rng, n):
    return rng.normal(size=n) + 1j * rng.normal(size=n)


def test_four_samples(yours, rng):
    """Four samples can be transformed by hand: the waves take quarter turns, clockwise."""
    agree(yours(np.array([1.0, 2.0, 3.0, 5.0])), np.array([11.0, -2 + 3j, -3.0, -2 - 3j]))
    agree(yours(np.array([0.0, 1.0, 0.0, 0.0])), np.array([1, -1j, -1, 1j]))


def test_any_number_of_samples(yours, rng):
    """Any number of samples will do: one, two, a prime, a power of two."""
    for n in (1, 2, 3, 7, 8, 15):
        x = rng.normal(size=n)
        agree(yours(x), np.fft.fft(x))


def test_pure_tone(yours, rng):
    """A cosine of 3 periods fills frequency 3 and its mirror image, each with half of the samples, and nothing else."""
    n, want = 20, np.zeros(20, dtype=complex)
    want[[3, 17]] = 10.0
    agree(yours(np.cos(2 * np.pi * 3 * np.arange(n) / n)), want)
    want[[3, 17]] = -10j, 10j
    agree(yours(np.sin(2 * np.pi * 3 * np.arange(n) / n)), want)


def test_click_and_constant(yours, rng):
    """A click at the beginning has all frequencies alike; a constant has only frequency 0, where the sum stands."""
    click, constant = np.zeros(6), np.zeros(6, dtype=complex)
    click[0], constant[0] = 2.5, 15.0
    agree(yours(click), np.full(6, 2.5 + 0j))
    agree(yours(np.full(6, 2.5)), constant)


def test_energy(yours, rng):
    """Parseval: the squares of the frequencies add up to N times the squares of the samples."""
    x = rng.normal(size=11)
    agree(np.sum(np.abs(yours(x)) ** 2), 11 * np.sum(x**2))


def test_complex_signal(yours, rng):
    """A complex signal counts with both of its parts, and its spectrum has no mirror image."""
    x = signal(rng, 9)
    agree(yours(x), np.fft.fft(x))
    agree(yours(np.exp(2j * np.pi * 2 * np.arange(9) / 9)), np.array([0, 0, 9, 0, 0, 0, 0, 0, 0]).astype(complex))


def test_inverse(yours, rng):
    """The inverse brings the signal back, and works on any complex numbers."""
    x, frequencies = rng.normal(size=10), signal(rng, 7)
    agree(yours(yours(x), inverse=True), x.astype(complex))
    agree(yours(frequencies, inverse=True), np.fft.ifft(frequencies))
    agree(yours(np.array([0.0, 4.0, 0.0, 0.0]), inverse=True), np.array([1, 1j, -1, -1j]))


def test_types(yours, rng):
    """Single precision in, single precision out, for real and for complex samples, there and back."""
    for x in (rng.normal(size=8).astype(np.float32), signal(rng, 8).astype(np.complex64)):
        for inverse in (False, True):
            agree(yours(x, inverse).dtype == np.complex64, True)
            agree(yours(x, inverse), dft(x, inverse))


def test_accuracy(yours, rng):
    """A long signal is transformed to almost all digits: the waves are made precisely."""
    x = rng.normal(size=120)
    agree(yours(x), np.fft.fft(x))


def test_no_samples(yours, rng):
    """Without a sample there is nothing to transform: a ValueError names x."""
    for inverse in (False, True):
        with pytest.raises(ValueError, match=r"\bx\b"):
            yours(np.zeros(0), inverse)


def by_waves(x, inverse, exponent, kind=complex):
    """Sums over waves with another exponent, in place of 2 pi times the number of turns."""
    n, k = len(x), np.arange(len(x))
    waves = np.exp((1j if inverse else -1j) * exponent(np.outer(k, k), n)).astype(kind)
    result = (waves @ x) / (n if inverse else 1)
    return result.astype(np.result_type(x, np.complex64))


@mistake("The sign in the exponent is wrong: minus for the transform, plus for its inverse. You have them the other way round.")
def has_the_other_sign(x, inverse=False):
    return dft(x.conj(), inverse).conj()


@mistake("You divide the transform by the number of samples. That factor belongs to the inverse, all of it.")
def divides_the_transform(x, inverse=False):
    return dft(x, inverse) * (len(x) if inverse else 1 / len(x))


@mistake("The inverse lacks its factor: divide it by the number of samples.")
def forgets_the_factor_of_the_inverse(x, inverse=False):
    return dft(x, inverse) * (len(x) if inverse else 1)


@mistake("The factor is shared between the two directions as a square root. Here it is all in the inverse, which has 1 / N.")
def shares_the_factor(x, inverse=False):
    return dft(x, inverse) * (len(x) ** 0.5 if inverse else len(x) ** -0.5)


@mistake("inverse has no effect. Going back, the exponent has a plus sign and the sum is divided by the number of samples.")
def ignores_inverse(x, inverse=False):
    return dft(x)


@mistake("Going back, you divide by the number of samples but keep the minus sign. The inverse has a plus in the exponent.")
def inverts_with_the_same_sign(x, inverse=False):
    return dft(x) / len(x) if inverse else dft(x)


@mistake("The imaginary parts are lost. They tell where a wave begins: return the complex numbers.")
def drops_the_imaginary_part(x, inverse=False):
    return dft(x, inverse).real


@mistake("You return magnitudes. Without their angles the signal cannot be recovered: return the complex numbers.")
def returns_magnitudes(x, inverse=False):
    return np.abs(dft(x, inverse))


@mistake("You return the first half of the frequencies, as rfft does. Return all N of them.")
def returns_half(x, inverse=False):
    y = dft(x, inverse)
    return y if inverse else y[: len(x) // 2 + 1]


@mistake("Frequency 0 is in the middle, as fftshift puts it for a plot. The order is 0, 1, 2 and so on to N - 1.")
def puts_zero_in_the_middle(x, inverse=False):
    return np.roll(dft(x, inverse), len(x) // 2)


@mistake("The 2 pi is missing: wave k goes around k times, and once around is 2 pi.")
def forgets_two_pi(x, inverse=False):
    dft(x)
    return by_waves(x, inverse, lambda kn, n: kn / n)


@mistake("The waves turn half as fast as they should: once around is 2 pi, not pi.")
def takes_pi_for_two_pi(x, inverse=False):
    dft(x)
    return by_waves(x, inverse, lambda kn, n: np.pi * kn / n)


@mistake("Samples and frequencies are counted from 1. Both count from 0: the first sample has angle 0 in every wave.")
def counts_from_one(x, inverse=False):
    dft(x)
    k = np.arange(1, len(x) + 1)
    return by_waves(x, inverse, lambda kn, n: 2 * np.pi * np.outer(k, k) / n)


@mistake("Your waves end where they began, as linspace makes them: they are divided by N - 1. The period is N samples.")
def includes_the_end_point(x, inverse=False):
    dft(x)
    return by_waves(x, inverse, lambda kn, n: 2 * np.pi * kn / max(n - 1, 1))


@mistake(
    "The signal is filled up with zeros to a power of two, which gives other frequencies. Transform the N samples there are."
)
def fills_up_to_a_power_of_two(x, inverse=False):
    dft(x)
    return dft(np.pad(x, (0, 2 ** (len(x) - 1).bit_length() - len(x))), inverse)


@mistake("Only the real part of a complex signal is used. Multiply the complex samples with the waves.")
def takes_the_real_part_of_the_signal(x, inverse=False):
    return dft(x.real, inverse)


@mistake("The result is always complex128. A float32 or complex64 signal gives complex64: convert the waves to that type.")
def returns_complex128(x, inverse=False):
    return dft(x.astype(complex), inverse)


@mistake(
    "Your waves are made in float32, and half of the digits are lost. Make them in float64 (in PyTorch, whole numbers divided "
    "give float32 unless you say so), and convert them to the type of the signal at the end."
)
def makes_waves_in_float32(x, inverse=False):
    dft(x)
    return by_waves(x, inverse, lambda kn, n: (np.float32(2 * np.pi) * kn / np.float32(n)).astype(np.float32), np.complex64)


@mistake("A signal without samples gives an empty result. Raise a ValueError that names x.")
def returns_nothing_for_nothing(x, inverse=False):
    return dft(x, inverse) if x.size else x.astype(complex)


@right
def number_by_number(x, inverse=False):
    n, sign = len(x), 1 if inverse else -1
    if n == 0:
        raise ValueError("x is empty")
    sums = [sum(x[j] * np.exp(sign * 2j * np.pi * (j * k % n) / n) for j in range(n)) for k in range(n)]
    return (np.array(sums) / (n if inverse else 1)).astype(np.result_type(x, np.complex64))


@right
def by_powers_of_one_root(x, inverse=False):
    if not x.size:
        raise ValueError("x has no samples")
    n, k = len(x), np.arange(len(x))
    circle = np.exp(2j * np.pi * (k if inverse else -k) / n)  # all the N-th roots of 1
    waves = circle[k[:, None] * k % n].astype(np.result_type(x, np.complex64))
    return np.einsum("kn,n->k", waves, x) / (n if inverse else 1)


@right
def by_cosines_and_sines(x, inverse=False):
    if x.size < 1:
        raise ValueError("x needs samples")
    n, k = len(x), np.arange(len(x))
    angle = 2 * np.pi * ((k[:, None] * k) % n) / n
    back = (np.cos(angle) + 1j * np.sin(angle)).astype(np.result_type(x, np.complex64))
    return (back @ x) / n if inverse else back.conj() @ x
