r"""Where the weights of the Sobel filter come from, for 3x3 and for every larger size.

Both kernels are products of two short rows of numbers: one takes a difference along one axis, the other smooths along the other
axis against noise. For an odd size $k \ge 3$, let $*$ be the convolution of such rows, which multiplies them like polynomials,
and let $(1, 1)^{*m}$ be $m$ factors of $(1, 1)$, the binomial coefficients:

$$s = (1, 1)^{*(k-1)}, \qquad d = (1, 1)^{*(k-3)} * (-1, 0, 1), \qquad K_x = s\,d^{\mathsf T}, \quad K_y = d\,s^{\mathsf T}$$

For $k = 3$ no factor is left in $d$, and $s = (1, 2, 1)$, $d = (-1, 0, 1)$ give the familiar pair. $K_x$ takes differences
along the columns, with the positive weights on the **right**: cross-correlated with an image (the kernel is not flipped), it is
positive where the image gets brighter to the right. $K_y = K_x^{\mathsf T}$ is positive where it gets brighter **downwards**.

The numbers grow fast with $k$. On a ramp that rises by 1 per pixel the 3x3 kernel answers 8, the 5x5 kernel 128, so responses
of different sizes cannot be compared. With `normalize=True` both kernels are divided by what $K_x$ answers on such a ramp, so
that every size answers 1: the slope, in units of brightness per pixel.

Return two arrays of float64.

Source: Sobel and Feldman 1968, a talk at the Stanford Artificial Intelligence Project; the larger kernels are those of OpenCV's
`getDerivKernels`, whose `normalize` divides by something else.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without cv2, scipy.ndimage, skimage, by whatever name.
def sobel_kernels(ksize: int = 3, normalize: bool = False) -> tuple[Float[Array, "K K"], Float[Array, "K K"]]:
    """Make the pair of Sobel kernels of a given size.

    Parameters
    ----------
    ksize : rows and columns of each kernel, an odd number of at least 3.
    normalize : whether the response to a ramp that rises by 1 per pixel is to be 1.

    Returns
    -------
    The tuple (kx, ky), of float64: kx for changes to the right, ky for changes downwards.

    Raises
    ------
    ValueError
        If `ksize` is even or below 3. The message names the argument: ksize.

    Examples
    --------
    >>> kx, ky = sobel_kernels()
    >>> kx
    array([[-1.,  0.,  1.],
           [-2.,  0.,  2.],
           [-1.,  0.,  1.]])
    >>> ky
    array([[-1., -2., -1.],
           [ 0.,  0.,  0.],
           [ 1.,  2.,  1.]])
    >>> sobel_kernels(5)[0][2]
    array([ -6., -12.,   0.,  12.,   6.])
    """
    raise NotImplementedError("write sobel_kernels here")
