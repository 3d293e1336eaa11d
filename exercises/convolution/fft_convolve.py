r"""Convolution by way of the frequencies: what is a sliding sum in time is a plain product of two spectra.

For signals $a$ with $N$ samples and $b$ with $M$, the **linear** convolution has $N + M - 1$ samples:

$$y_n = \sum_{m} a_m\, b_{n-m}, \qquad n = 0, \dots, N + M - 2$$

where samples outside the signals are zero. It takes $N M$ multiplications. The convolution theorem offers a detour: transform
both, multiply frequency by frequency, transform back. With the fast Fourier transform that is some $N \log N$, which wins for
long filters. But a Fourier transform takes a signal for one period of an endless one, so the product of two spectra of $P$
frequencies is the **circular** convolution, in which what leaves at the end comes in again at the beginning:

$$y_n = \sum_{m=0}^{P-1} a_m\, b_{(n-m) \bmod P}, \qquad n = 0, \dots, P - 1$$

Zeros behind the signals make room, so that nothing meets its own beginning: then both are the same.

* `mode="linear"`, the default, gives the $N + M - 1$ samples of the first formula.
* `mode="circular"` gives the second formula with the period $P = \max(N, M)$; the shorter signal is filled up with zeros behind.

Both signals are real and of one dtype, float64 or float32, and so is the result. Use a library's fast Fourier transform, no loop
over samples, and no more memory than some multiple of $N + M$. Errors are small next to the largest number of the result, not
next to each number of it; that is the price of the detour. Return a new array; do not change the inputs.

Source: Oppenheim and Schafer 2010, *Discrete-Time Signal Processing*, chapter 8; in convolutional networks Mathieu, Henaff and
LeCun 2014, *Fast training of convolutional networks through FFTs*.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without numpy.convolve, numpy.correlate, numpy.polymul, numpy.polynomial, scipy.signal,
# scipy.ndimage, torch.nn.functional.conv1d, torch.conv1d, torch.nn.Conv1d, torchaudio, by whatever name.
def fft_convolve(a: Float[Array, "N"], b: Float[Array, "M"], mode: str = "linear") -> Float[Array, "K"]:
    """Convolve two signals by multiplying their spectra.

    Parameters
    ----------
    a : one real signal, of at least one sample.
    b : another, of any other length, at least one sample.
    mode : "linear" for N + M - 1 samples, "circular" for one period of max(N, M) samples.

    Returns
    -------
    The convolution, real and in the dtype of the inputs.

    Raises
    ------
    ValueError
        If `mode` is neither "linear" nor "circular", or a signal is empty. The message names the argument: mode, a, b.

    Examples
    --------
    >>> fft_convolve(np.array([1.0, 2.0, 3.0]), np.array([4.0, 0.0, -1.0]), mode="linear").round(9)
    array([ 4.,  8., 11., -2., -3.])
    >>> fft_convolve(np.array([1.0, 2.0, 3.0]), np.array([4.0, 0.0, -1.0]), mode="circular").round(9)
    array([ 2.,  5., 11.])
    """
    raise NotImplementedError("write fft_convolve here")
