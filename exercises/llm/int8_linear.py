r"""A linear layer in whole numbers: 8-bit weights, inputs that are quantized on the way, and one multiplication by scales.

The weight was quantized before: `q_weight`, of shape $(O, I)$ and dtype int8, and one scale for each row, `scale`, of shape
$(O, 1)$, so that $q^w_{oi}\, s^w_o$ stands for the weight. The input, $(N, I)$, arrives as floats and is quantized here, each row
with a scale of its own, symmetrically and to 8 bits:

$$s^x_n = \frac{\max_i |x_{ni}|}{127}, \qquad q^x_{ni} = \mathrm{round}\!\left(\frac{x_{ni}}{s^x_n}\right)$$

rounded to the nearest whole number, and from the middle between two **to the even one**. A row of zeros has the scale 1. The
product is taken in whole numbers, exactly, and only its result is scaled; then the bias is added, which was never quantized:

$$y_{no} = s^x_n\, s^w_o \sum_i q^x_{ni}\, q^w_{oi} + b_o$$

A product of two bytes needs 15 bits, and a sum of them more: add them up in a type that holds the sum, which may be as large as
$127^2 I$. In return the result is exact up to the last rounding of the scales, and on hardware with whole-number units several
times as fast.

Return $y$, of shape $(N, O)$, in the dtype of `x`, which `scale` and `bias` share. All numbers are finite and there is at least
one input feature. Do not change the inputs.

Source: Dettmers, Lewis, Belkada and Zettlemoyer 2022, *LLM.int8(): 8-bit matrix multiplication for transformers at scale*,
section 2.1 (vector-wise quantization), without the part that keeps outliers in 16 bits.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int8
    from numpy import ndarray as Array


def int8_linear(
    x: Float[Array, "N I"], q_weight: Int8[Array, "O I"], scale: Float[Array, "O 1"], bias: Float[Array, "O"]
) -> Float[Array, "N O"]:
    """Apply a quantized linear layer to inputs that are quantized row by row.

    Parameters
    ----------
    x : one sample in each row.
    q_weight : the quantized weight, whole numbers from -127 to 127.
    scale : what each row of the weight is to be multiplied by.
    bias : one number for each output feature.

    Returns
    -------
    The outputs, one row for each sample, in the dtype of `x`.

    Examples
    --------
    >>> x = np.array([[25.4, -0.29, 10.0], [-1.0, 0.5, 127.0]])
    >>> q_weight = np.array([[100, 127, -3], [-50, 2, 90]], dtype=np.int8)
    >>> int8_linear(x, q_weight, np.array([[0.5], [0.01]]), np.array([1.0, -2.0]))
    array([[1243.3  ,   -5.704],
           [-239.5  ,  112.8  ]])
    """
    raise NotImplementedError("write int8_linear here")
