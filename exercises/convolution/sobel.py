r"""The Sobel filter: where an image changes, how strongly, and in which direction.

Two fixed 3x3 kernels, one the transpose of the other, take a difference along one axis and smooth along the other:

$$K_x = \begin{pmatrix} -1 & 0 & 1 \\ -2 & 0 & 2 \\ -1 & 0 & 1 \end{pmatrix}, \qquad K_y = K_x^{\mathsf T}$$

The image is **cross-correlated** with each of them (the kernel is not flipped), over windows that lie completely inside
the image, so all four results have $(H - 2) \times (W - 2)$ pixels:

$$g_x = x \star K_x, \quad g_y = x \star K_y, \quad m = \sqrt{g_x^2 + g_y^2}, \quad \theta = \operatorname{atan2}(g_y, g_x)$$

Columns count to the right and rows count **down**: $g_x > 0$ where the image gets brighter to the right, $g_y > 0$ where
it gets brighter downwards. The angle is in radians, between $-\pi$ and $\pi$, so that it tells bright-to-dark from
dark-to-bright; for $g_y = 0$ and $g_x < 0$ both $\pi$ and $-\pi$ are right. Where both slopes are 0 there is no direction,
and any angle will do. The results are not scaled: on a ramp that rises by 1 per pixel the response is 8.

An image of unsigned bytes holds 0 to 255, but its slopes reach from -1020 to 1020. So the arithmetic must not happen in
the type of the image: an integer image of any kind gives four float64 arrays. A floating-point image, float32 or float64,
keeps its type.

Return four new arrays; do not change the input.

Source: Sobel and Feldman 1968, a talk at the Stanford Artificial Intelligence Project; Duda and Hart 1973, *Pattern
Classification and Scene Analysis*. Signs and kernels are those of OpenCV's `Sobel` with `ksize=3`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float, Real
    from numpy import ndarray as Array


# To be written without scipy.ndimage, scipy.signal, cv2, skimage, torch.nn.functional.conv2d, torch.conv2d, by
# whatever name.
def sobel(
    image: Real[Array, "H W"],
) -> tuple[Float[Array, "H-2 W-2"], Float[Array, "H-2 W-2"], Float[Array, "H-2 W-2"], Float[Array, "H-2 W-2"]]:
    """Measure slope, strength and direction of the change in brightness around each inner pixel.

    Parameters
    ----------
    image : one grey-scale image, at least 3 rows and 3 columns, of bytes, other integers or floats.

    Returns
    -------
    The tuple (gx, gy, magnitude, angle): slope to the right, slope downwards, length and direction in radians. All four
    have the dtype of a floating-point image, and float64 for any other.

    Raises
    ------
    ValueError
        If the image has fewer than 3 rows or columns. The message names the argument: image.

    Examples
    --------
    >>> image = np.array([[255, 40, 0, 7], [250, 30, 9, 0], [240, 20, 0, 60]], dtype=np.uint8)
    >>> gx, gy, magnitude, angle = sobel(image)
    >>> gx
    array([[-977.,  -53.]])
    >>> gy
    array([[-55.,  33.]])
    >>> magnitude
    array([[978.54688186,  62.43396512]])
    >>> angle
    array([[-3.08535723,  2.58469113]])
    """
    raise NotImplementedError("write sobel here")
