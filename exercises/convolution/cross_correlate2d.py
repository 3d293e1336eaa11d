r"""The operation inside every convolutional layer, on one image with one kernel.

The kernel lies on the image, every pixel is multiplied by the kernel entry above it, and the products are added up to
one output pixel. Then the kernel moves on by one pixel. Windows **overlap**; the image is not cut into blocks:

$$y_{i,j} = \sum_{u=0}^{KH-1}\sum_{v=0}^{KW-1} x_{i+u,\,j+v}\; k_{u,v}$$

Only windows that lie completely inside the image count ("valid", no padding), so the output has
$(H - KH + 1) \times (W - KW + 1)$ pixels: a 300x300 image and a 3x3 kernel give $298 \cdot 298 = 88\,804$ of them.

This is **cross-correlation**: the kernel is used as it is. The convolution of mathematics and signal processing turns
the kernel by 180 degrees first, $k_{u,v} \to k_{KH-1-u,\,KW-1-v}$. Deep-learning libraries compute the former and call
it the latter. A network does not mind, because it learns the kernel, but an interviewer may: the last two examples
below use the same image and the same kernel, the second time turned.

Return a new array in the dtype of the inputs (both are float64 or both are float32); do not change the inputs.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 9.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.conv2d, torch.conv2d, torch.nn.Conv2d, torch.conv_tbc, scipy.signal,
# scipy.ndimage, by whatever name.
def cross_correlate2d(image: Float[Array, "H W"], kernel: Float[Array, "KH KW"]) -> Float[Array, "H-KH+1 W-KW+1"]:
    """Slide the kernel over the image, one pixel at a time, and add up the products in each window.

    Parameters
    ----------
    image : one grey-scale image of H rows and W columns.
    kernel : KH rows and KW columns of weights, used as they are, not flipped.

    Returns
    -------
    One number for each place where the kernel lies inside the image, in the dtype of the inputs.

    Raises
    ------
    ValueError
        If the kernel has more rows or more columns than the image. The message names the argument: kernel.

    Examples
    --------
    >>> cross_correlate2d(np.array([[3.0, 1.0, 4.0], [1.0, 5.0, 9.0]]), np.array([[2.0, -1.0]]))
    array([[ 5., -2.],
           [-3.,  1.]])
    >>> image = np.array([[12.0, 3.0, 4.0], [7.0, 4.0, 7.0], [5.0, 2.0, 3.0]])
    >>> kernel = np.array([[0.0, 3.0], [1.0, -1.0]])
    >>> cross_correlate2d(image, kernel)
    array([[12.,  9.],
           [15., 20.]])
    >>> cross_correlate2d(image, kernel[::-1, ::-1])
    array([[12., 13.],
           [12.,  9.]])
    """
    raise NotImplementedError("write cross_correlate2d here")
