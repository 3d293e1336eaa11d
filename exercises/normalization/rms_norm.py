r"""RMS norm: layer norm with half of it left out, and the norm of most large language models since LLaMA.

A row $x$ of $D$ features is divided by the root of its mean square, and each feature has a learnt scale:

$$\mathrm{RMS}(x) = \sqrt{\frac{1}{D} \sum_i x_i^2 + \varepsilon}, \qquad y_i = \frac{x_i}{\mathrm{RMS}(x)}\, w_i$$

No mean is taken away and no bias is added. What is left is what seems to matter: the row's length no longer does, only its
direction. Multiply a row by 1000 and, but for $\varepsilon$, the same comes out; add 1000 to it and it does not.

* The features are the **last** axis. There may be any number of axes before it, also none, and each slice along the last axis
  is a row of its own.
* $\varepsilon > 0$ stands inside the root, added to the mean square. A row of zeros gives zeros.
* $w$ multiplies as it is. (Some models store $w - 1$ and add the 1 in the layer; here it is not so.)

Both arrays share one dtype, and the result has it too. Return a new array; do not change the inputs.

Source: Zhang and Sennrich 2019, *Root Mean Square Layer Normalization*, section 4; Touvron and others 2023, *LLaMA*, section 2.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.rms_norm, torch.rms_norm, torch.nn.RMSNorm,
# torch.nn.functional.normalize, by whatever name.
def rms_norm(x: Float[Array, "*rows D"], weight: Float[Array, "D"], eps: float = 1e-6) -> Float[Array, "*rows D"]:
    """Give every row a mean square of 1, then scale each feature.

    Parameters
    ----------
    x : rows of features, with any number of axes before the last one.
    weight : learnt scale, one for each feature.
    eps : a small positive number, added to the mean square.

    Returns
    -------
    The normalized rows, in the shape and dtype of `x`.

    Examples
    --------
    >>> x = np.array([[1.0, -2.0, 5.0, 2.5], [-0.001, 0.0, 0.002, 0.004]])
    >>> weight = np.array([1.0, 2.0, -1.0, 0.5])
    >>> np.round(rms_norm(x, weight), 4)
    array([[ 0.3322, -1.3287, -1.6609,  0.4152],
           [-0.4   ,  0.    , -0.8   ,  0.8   ]])
    >>> np.round(rms_norm(x, weight, eps=2.0), 4)
    array([[ 3.0070e-01, -1.2026e+00, -1.5033e+00,  3.7580e-01],
           [-7.0000e-04,  0.0000e+00, -1.4000e-03,  1.4000e-03]])
    """
    raise NotImplementedError("write rms_norm here")
