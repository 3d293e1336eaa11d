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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float, Real
    from numpy import ndarray as Array

ABOUT = About(
    title="Sobel edge filter",
    difficulty=1,
    points=5,
    needs=("convolution/cross_correlate2d",),
    questions=("What is a Sobel filter, and how would you implement it in Python?",),
    hints=(
        "Begin with a picture that you can compute in your head: every row is 0, 1, 2, 3 and so on. The picture gets brighter to "
        "the right by one per pixel and does not change downwards. Which of the two kernels should answer, with which sign, and "
        "how large? Then turn the picture on its side and ask again. If your answers come out swapped or negative, look at "
        "which kernel is which.",
        "Look at the type of the pixels before you compute anything. A byte cannot hold a negative number or one above 255, and "
        "neither NumPy nor PyTorch complains when a difference of two bytes wraps around. Whole numbers must become floats "
        "first, while floats should keep the precision that they came in. After that, each of the two slopes is nothing but "
        "the cross-correlation of the exercise before.",
        "With slices it takes no loop: the difference along x is the image without its first two columns minus the image "
        "without its last two, and three neighbouring rows of that, the middle one counted twice, make one output row. The other "
        "slope is the same with rows and columns exchanged. For length and direction of the vector, there is a function for the "
        "hypotenuse and a two-argument arc tangent, which wants the vertical part first.",
    ),
    forbid=("scipy.ndimage", "scipy.signal", "cv2", "skimage", "torch.nn.functional.conv2d", "torch.conv2d"),
)


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
    if min(image.shape) < 3:
        raise ValueError(f"image must have at least 3 rows and 3 columns, got {image.shape}")
    pixels = image if image.dtype.kind == "f" else image.astype(np.float64)
    kernel = np.array([[-1, 0, 1], [-2, 0, 2], [-1, 0, 1]], dtype=pixels.dtype)
    windows = np.lib.stride_tricks.sliding_window_view(pixels, (3, 3))  # (H-2, W-2, 3, 3), no copy
    gx = np.tensordot(windows, kernel)  # over the last two axes, which are those of the kernel
    gy = np.tensordot(windows, kernel.T)
    return gx, gy, np.hypot(gx, gy), np.arctan2(gy, gx)


def show(function):
    """A disc and a bar: both slopes, the strength, and the direction where there is an edge; yours above the reference."""
    import matplotlib.pyplot as plt

    rows, columns = np.mgrid[0:64, 0:64]
    image = 60.0 + 150.0 * ((rows - 26) ** 2 + (columns - 26) ** 2 < 14**2) - 50.0 * (abs(columns - 50) < 4)
    figure, axes = plt.subplots(2, 5, figsize=(12, 5), layout="constrained")
    for line, name, compute in zip(axes, ("yours", "reference"), (function, sobel)):
        gx, gy, magnitude, angle = compute(image)
        drawn = (image, gx, gy, magnitude, np.where(magnitude > 1, angle, np.nan))
        styles = (("gray", 0, 255), ("RdBu", -600, 600), ("RdBu", -600, 600), ("gray", 0, 600), ("twilight", -np.pi, np.pi))
        for ax, title, part, (colours, low, high) in zip(line, ("image", "gx", "gy", "magnitude", "angle"), drawn, styles):
            ax.imshow(part, cmap=colours, vmin=low, vmax=high)
            ax.set(title=title, xticks=[], yticks=[])
        line[0].set_ylabel(name, fontsize="large")
    return figure
