"""The known mistakes of convolution/fft_convolve, as people write them in PyTorch."""

import torch

from solutions.convolution.torch.fft_convolve import fft_convolve


def spectra(a, b, mode):
    """Both spectra at full length, and that length."""
    period = len(fft_convolve(a, b, mode))
    return torch.fft.rfft(a, period), torch.fft.rfft(b, period), period


def wraps_around(a, b, mode="linear"):
    fft_convolve(a, b, mode)
    return fft_convolve(a, b, "circular")


def leaves_too_little_room(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    if mode == "circular" or len(y) == 1:
        return y
    return torch.cat([y[:1] + y[-1:], y[1:-1]]) if len(y) > 1 else y


def is_a_sample_too_long(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    return y if mode == "circular" else torch.cat([y, y.new_zeros(1)])


def is_always_linear(a, b, mode="linear"):
    fft_convolve(a, b, mode)
    return fft_convolve(a, b)


def cuts_the_tail(a, b, mode="linear"):
    return fft_convolve(a, b, mode)[: max(len(a), len(b))]


def is_circular_by_default(a, b, mode="circular"):
    return fft_convolve(a, b, mode)


def takes_the_length_of_the_first(a, b, mode="linear"):
    return fft_convolve(a, b[: len(a)] if mode == "circular" and len(a) else b, mode)


def conjugates_a_spectrum(a, b, mode="linear"):
    first, second, period = spectra(a, b, mode)
    return torch.fft.irfft(first * second.conj(), period)


def multiplies_magnitudes(a, b, mode="linear"):
    first, second, period = spectra(a, b, mode)
    return torch.fft.irfft(first.abs() * second.abs(), period)


def adds_the_spectra(a, b, mode="linear"):
    first, second, period = spectra(a, b, mode)
    return torch.fft.irfft(first + second, period)


def does_not_tell_the_length(a, b, mode="linear"):
    first, second, period = spectra(a, b, mode)
    return torch.fft.irfft(first * second) if period > 1 else a.new_zeros(0)


def divides_by_the_length_again(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    return y / len(y)


def returns_complex_numbers(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    return torch.fft.ifft(torch.fft.fft(a, len(y)) * torch.fft.fft(b, len(y)))


def keeps_the_zeros_behind(a, b, mode="linear"):
    y = fft_convolve(a, b, mode)
    return y if mode == "circular" else torch.cat([y, y.new_zeros(2 ** (len(y) - 1).bit_length() - len(y))])


def reverses_the_filter(a, b, mode="linear"):
    return fft_convolve(a, b.flip(0), mode)


def returns_float64(a, b, mode="linear"):
    return fft_convolve(a, b, mode).double()


def takes_any_word_for_linear(a, b, mode="linear"):
    return fft_convolve(a, b, "circular" if mode == "circular" else "linear")


def returns_nothing_for_nothing(a, b, mode="linear"):
    return fft_convolve(a, b, mode) if len(a) and len(b) else a.new_zeros(max(len(a) + len(b) - 1, 0))
