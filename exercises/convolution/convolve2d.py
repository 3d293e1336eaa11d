r"""True convolution, the one of mathematics and signal processing: every pixel throws a copy of the kernel into the output.

With $x$ taken as zero outside the image, the **full** convolution is

$$y_{i,j} = \sum_{u=0}^{KH-1}\sum_{v=0}^{KW-1} x_{i-u,\,j-v}\; k_{u,v}, \qquad 0 \le i \le H+KH-2,\ \ 0 \le j \le W+KW-2$$

Mind the minus signs: the indices of image and kernel add up to $(i, j)$. Seen from a window of the image, the kernel lies on
it turned by 180 degrees. Cross-correlation has plus signs and does not turn it.

* `mode="full"` gives all of $y$: $(H + KH - 1) \times (W + KW - 1)$ pixels. Image and kernel may then change places without
  any change of the result, so the kernel may be the larger one.
* `mode="valid"`, the default, keeps those pixels whose sum uses no pixel from outside the image: rows $KH-1$ to $H-1$ and
  columns $KW-1$ to $W-1$ of $y$, which is $(H - KH + 1) \times (W - KW + 1)$ of them.

An image with a single bright pixel comes back as a picture of the kernel, the right way round. Laid out in one row, polynomials
are multiplied like this: $(1 + 2t)(3 - t) = 3 + 5t - 2t^2$.

Return a new array in the dtype of the inputs (both are float64 or both are float32); do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 9.1; the modes are those of `scipy.signal.convolve2d`
(whose default is the other one).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.conv2d, torch.conv2d, torch.nn.Conv2d, torch.conv_tbc, scipy.signal,
# scipy.ndimage, by whatever name.
def convolve2d(image: Float[Array, "H W"], kernel: Float[Array, "KH KW"], mode: str = "valid") -> Float[Array, "OH OW"]:
    """Convolve an image with a kernel that is turned by 180 degrees.

    Parameters
    ----------
    image : one grey-scale image of H rows and W columns.
    kernel : KH rows and KW columns of weights.
    mode : "valid" for the places where the kernel lies inside the image, "full" for all where it touches the image.

    Returns
    -------
    The convolution, in the dtype of the inputs: H - KH + 1 by W - KW + 1 pixels if valid, H + KH - 1 by W + KW - 1 if full.

    Raises
    ------
    ValueError
        If `mode` is neither "valid" nor "full", or if it is "valid" and the kernel has more rows or columns than the image. The
        message names the argument: mode, kernel.

    Examples
    --------
    >>> image = np.array([[12.0, 3.0, 4.0], [7.0, 4.0, 7.0], [5.0, 2.0, 3.0]])
    >>> kernel = np.array([[0.0, 3.0], [1.0, -1.0]])
    >>> convolve2d(image, kernel)
    array([[12., 13.],
           [12.,  9.]])
    >>> convolve2d(np.array([[1.0, 2.0]]), np.array([[3.0, -1.0]]), mode="full")
    array([[ 3.,  5., -2.]])
    """
    raise NotImplementedError("write convolve2d here")
