r"""Sinusoidal positions: how a layer that knows no order is told where each token stands.

Attention gives the same mean in whatever order the tokens come. So a vector that depends on the position alone is added to each
embedding. Its $d$ numbers come in pairs, a sine and the cosine of the same angle, and each pair turns slower than the one before:

$$P_{t,\,2i} = \sin\!\left(\frac{t}{10000^{\,2i/d}}\right), \qquad P_{t,\,2i+1} = \cos\!\left(\frac{t}{10000^{\,2i/d}}\right),
\qquad t = 0, \dots, T-1, \quad i = 0, 1, \dots$$

Even columns hold sines, odd columns cosines, side by side, and positions are counted from 0. The first pair turns by one radian
per position, the last ones hardly move: like the hands of a clock, the fast ones tell neighbours apart and the slow ones
tell where in the text one is. If $d$ is odd the last column is a sine whose cosine is left out; the exponent still has $d$ below.

Why pairs? A step of $k$ positions turns each pair by a fixed angle, $k / 10000^{2i/d}$, wherever it starts. So the encoding of
position $t + k$ is a rotation of that of $t$, and the dot product of two encodings depends on their distance only.

Return a new float64 array of shape (`length`, `d_model`), accurate for thousands of positions. Both are at least 1.

Source: Vaswani and others 2017, *Attention is all you need*, section 3.5.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


def positional_encoding(length: int, d_model: int) -> Float[Array, "length d_model"]:
    """Give each position a vector of sines and cosines of growing wavelength.

    Parameters
    ----------
    length : number of positions, at least 1.
    d_model : number of features of each position, at least 1, even or odd.

    Returns
    -------
    A table with a row for each position, in float64.

    Examples
    --------
    >>> positional_encoding(3, 4)
    array([[ 0.        ,  1.        ,  0.        ,  1.        ],
           [ 0.84147098,  0.54030231,  0.00999983,  0.99995   ],
           [ 0.90929743, -0.41614684,  0.01999867,  0.99980001]])
    >>> positional_encoding(2, 3)[1]
    array([0.84147098, 0.54030231, 0.00215443])
    """
    raise NotImplementedError("write positional_encoding here")
