r"""Quantize a weight to 8 bits: whole numbers from -127 to 127, and one scale for each row.

A weight of shape $(N, D)$ takes four bytes per number in float32 and one in int8. In **symmetric** quantization zero stays
zero, and the largest absolute value of a row becomes 127. Row $i$ gets the scale

$$s_i = \frac{\max_j |x_{ij}|}{127}, \qquad q_{ij} = \mathrm{round}\!\left(\frac{x_{ij}}{s_i}\right)$$

and later $q_{ij}\, s_i$ stands for $x_{ij}$, which is off by half a scale at most.

* Every row has a scale of its own: the rows of a weight are its output features, and their sizes differ.
* Rounding is to the nearest whole number, and from the middle between two **to the even one**: 0.5 becomes 0, 1.5 and 2.5
  become 2.
* A row of zeros has the scale 1, so that nobody ever divides by 0, and stays a row of zeros.
* -128 is never used, although an int8 can hold it: the range is as large below zero as above.

Return the pair of $q$, with dtype int8 and the shape of `x`, and the scales, with the dtype of `x` and the shape $(N, 1)$, so
that their product is the dequantized weight. All numbers are finite, and there is at least one column. Do not change the input.

Source: Dettmers, Lewis, Belkada and Zettlemoyer 2022, *LLM.int8(): 8-bit matrix multiplication for transformers at scale*,
section 2.1 (absmax quantization, row by row); Jacob and others 2018, *Quantization and training of neural networks for
efficient integer-arithmetic-only inference*, section 3 (no -128 for weights).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Int8
    from numpy import ndarray as Array


# To be written without torch.quantize_per_channel, torch.fake_quantize_per_channel_affine, by whatever name.
def int8_quantize(x: Float[Array, "N D"]) -> tuple[Int8[Array, "N D"], Float[Array, "N 1"]]:
    """Quantize each row to whole numbers from -127 to 127.

    Parameters
    ----------
    x : the weight, finite numbers.

    Returns
    -------
    The whole numbers, as int8, and the scale of each row.

    Examples
    --------
    >>> q, scale = int8_quantize(np.array([[0.5, -254.0, 100.0, 3.0], [12.7, 0.04, -0.26, 6.0]]))
    >>> q
    array([[   0, -127,   50,    2],
           [ 127,    0,   -3,   60]], dtype=int8)
    >>> scale
    array([[2. ],
           [0.1]])
    """
    raise NotImplementedError("write int8_quantize here")
