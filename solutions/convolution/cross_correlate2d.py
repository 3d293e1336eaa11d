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

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="2-D cross-correlation",
    difficulty=1,
    points=5,
    needs=("convolution/conv_output_size",),
    questions=(
        "What is the convolution operation? Work out an example by hand.",
        "Why do convolutional networks suit images?",
        "Is the convolution of deep learning a convolution?",
    ),
    skip={"large_values": "It is linear: ten thousand times the input give ten thousand times the result; nothing can overflow."},
    hints=(
        "Do one number by hand first. Lay the kernel on the top left corner of the image, multiply what lies on top of each "
        "other, add up. That is the top left output. Move the kernel one pixel to the right and do it again. How often can "
        "you move it before it sticks out? Compare your answer with the shape that the statement promises.",
        "For output row i and column j the window begins at row i and column j of the image and is as tall and as wide as the "
        "kernel. A slice of the image gives you that window with the same shape as the kernel. Two loops over the output "
        "pixels are enough. Take care that rows go with the height of the kernel and columns with its width: test with a "
        "kernel that is not square.",
        "To do without loops over pixels, loop over the kernel instead. Entry (u, v) of the kernel meets the same shifted copy "
        "of the image in every window: start at row u and column v, and take as many rows and columns as the output has. Add "
        "up these shifted copies, each times its entry. Start the sum with zeros in the dtype of the image, so that float32 "
        "stays float32.",
    ),
    forbid=("torch.nn.functional.conv2d", "torch.conv2d", "torch.nn.Conv2d", "torch.conv_tbc", "scipy.signal", "scipy.ndimage"),
)


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
    if kernel.shape[0] > image.shape[0] or kernel.shape[1] > image.shape[1]:
        raise ValueError(f"kernel of shape {kernel.shape} does not fit into an image of shape {image.shape}")
    windows = np.lib.stride_tricks.sliding_window_view(image, kernel.shape)  # (OH, OW, KH, KW), no copy
    return np.einsum("ijuv,uv->ij", windows, kernel)


def show(function):
    """A scene through four kernels, which blur it, sharpen it and find its edges; yours above the reference."""
    import matplotlib.pyplot as plt

    rows, columns = np.mgrid[0:48, 0:48]
    image = 0.3 + 0.6 * ((rows - 20) ** 2 + (columns - 18) ** 2 < 11**2) - 0.3 * ((columns > 34) & (columns < 42))
    kernels = {
        "identity": np.array([[0.0, 0.0, 0.0], [0.0, 1.0, 0.0], [0.0, 0.0, 0.0]]),
        "blur": np.full((5, 5), 1 / 25),
        "sharpen": np.array([[0.0, -1.0, 0.0], [-1.0, 5.0, -1.0], [0.0, -1.0, 0.0]]),
        "brighter to the right": np.array([[-1.0, 1.0]]),
        "brighter downwards": np.array([[-1.0], [1.0]]),
    }
    figure, axes = plt.subplots(2, len(kernels), figsize=(12, 5), layout="constrained")
    for line, name, compute in zip(axes, ("yours", "reference"), (function, cross_correlate2d)):
        for ax, (title, kernel) in zip(line, kernels.items()):
            edges = "brighter" in title
            ax.imshow(
                compute(image, kernel), cmap="RdBu" if edges else "gray", vmin=-0.6 if edges else 0, vmax=0.6 if edges else 1
            )
            ax.set(title=title, xticks=[], yticks=[])
        line[0].set_ylabel(name, fontsize="large")
    return figure
