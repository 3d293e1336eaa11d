r"""The discrete Fourier transform, straight from its definition: how much of each frequency is in a signal?

A signal of $N$ samples is compared with $N$ complex waves. Wave $k$ goes around the circle $k$ times while the signal lasts:

$$X_k = \sum_{n=0}^{N-1} x_n\; e^{-2\pi i\,k n / N}, \qquad k = 0, \dots, N-1$$

$|X_k|$ tells how strong wave $k$ is, the angle of $X_k$ where it begins. $X_0$ is the plain sum of the samples, the
frequencies are in the order $0, 1, \dots, N - 1$, and none is left out: for a real signal the second half mirrors the first,
$X_{N-k} = \overline{X_k}$.

The transform loses nothing. Its inverse has the other sign in the exponent and the factor $1/N$, which is **all** on this side:

$$x_n = \frac{1}{N} \sum_{k=0}^{N-1} X_k\; e^{+2\pi i\,k n / N}$$

Written as a matrix this takes $N^2$ multiplications, for any $N$, be it a power of two or a prime; the fast Fourier transform
takes some $N \log N$ for the same numbers. Here the definition is what counts.

`x` has one axis and is real or complex. The result is complex in either case, also where all its imaginary parts are zero:
complex128 for float64 or complex128, complex64 for float32 or complex64. Return a new array; do not change the input.

Source: Oppenheim and Schafer 2010, *Discrete-Time Signal Processing*, chapter 8; sign and factor are those of `numpy.fft`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Complex, Inexact
    from numpy import ndarray as Array

ABOUT = About(
    title="Discrete Fourier transform",
    difficulty=2,
    points=10,
    needs=(),
    questions=("What is the Fourier transform, and what is it good for in deep learning?",),
    skip={
        "large_values": "It is linear: ten thousand times the input give ten thousand times the result; nothing can overflow.",
        "gradients_flow": "The result is complex, and the check pulls back real numbers only.",
    },
    hints=(
        "Take four samples. Wave 0 is 1, 1, 1, 1, and wave 2 is 1, -1, 1, -1. Wave 1 takes quarter turns, clockwise, because of "
        "the minus sign: 1, -i, -1, i. Which is wave 3? Multiply each wave with the signal 1, 2, 3, 4 and add up. You have just "
        "done a whole Fourier transform; the rest is doing it for any number of samples.",
        "Sample number n and frequency number k both run from 0 to N minus 1. An outer product holds all the products of the two "
        "and dividing by N turns them into numbers of turns around the circle, with 2 pi in each. Now the exponential of an "
        "imaginary number makes a square matrix of waves, one wave in a row. Look at its first row and column: all ones.",
        "A matrix times the signal does all the sums at once. For the inverse only two things change, a sign and a division by "
        "the number of samples. Look at the type at the end: in NumPy the matrix is complex128 and drags a float32 signal along, "
        "while in PyTorch whole numbers divided give float32 whatever the signal is. Make the waves precise, and convert them "
        "once.",
    ),
    forbid=("numpy.fft", "torch.fft", "torch.stft", "torch.istft", "scipy"),
)


def dft(x: Inexact[Array, "N"], inverse: bool = False) -> Complex[Array, "N"]:
    """Transform a signal into its frequencies, or frequencies back into their signal.

    Parameters
    ----------
    x : N real or complex samples, at least one.
    inverse : whether to go back from frequencies to samples.

    Returns
    -------
    N complex numbers: complex128 for double precision, complex64 for single.

    Raises
    ------
    ValueError
        If `x` is empty. The message names the argument: x.

    Examples
    --------
    >>> dft(np.array([1.0, 2.0, 3.0, 4.0])).round(12)
    array([10.+0.j, -2.+2.j, -2.+0.j, -2.-2.j])
    >>> dft(np.array([10.0, -2.0 + 2.0j, -2.0, -2.0 - 2.0j]), inverse=True).round(12)
    array([1.+0.j, 2.+0.j, 3.+0.j, 4.+0.j])
    """
    if x.size == 0:
        raise ValueError("x must have at least one sample")
    # equivalent: + => -, because what is added or subtracted is zero
    n, x = len(x), x + 0j  # complex of the same precision, and a copy
    turns = np.outer(np.arange(n), np.arange(n)) / n
    waves = np.exp((2j if inverse else -2j) * np.pi * turns)
    # equivalent: "kn,n->k" => "nk,n->k", because the matrix of waves is symmetric
    result = np.einsum("kn,n->k", waves.astype(x.dtype), x)
    return result / n if inverse else result
