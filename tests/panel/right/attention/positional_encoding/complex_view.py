# verdict: passed
# style: complex exponentials whose real and imaginary parts are viewed as neighbouring columns
import numpy as np


def positional_encoding(length, d_model):
    pairs = (d_model + 1) // 2
    wavelength = 10000.0 ** (2.0 * np.arange(pairs) / d_model)
    angle = np.arange(length, dtype=np.float64)[:, None] / wavelength
    turned = np.empty((length, pairs), dtype=np.complex128)
    turned.real, turned.imag = np.sin(angle), np.cos(angle)
    return turned.view(np.float64)[:, :d_model].copy()
