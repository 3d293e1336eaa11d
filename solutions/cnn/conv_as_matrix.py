r"""A convolution is a dense layer with most of its weights tied to zero, and the rest to each other: write down its matrix.

Flatten an image $x$ of $H \times W$ pixels row by row into a vector. Every pixel of the convolution's output is a weighted sum
of this vector, so there is a matrix $M$ with

$$M\, \mathrm{vec}(x) = \mathrm{vec}(y), \qquad y_{i,j} = \sum_{u}\sum_{v} x_{i+u,\,j+v}\; w_{u,v}$$

for every image. $w$ = `weight` is one kernel of $KH \times KW$, not flipped; the window moves by one pixel and stays inside the
image, so $y$ has $OH = H - KH + 1$ rows and $OW = W - KW + 1$ columns, and it is flattened row by row as well. Row $i \cdot OW
+ j$ of $M$ belongs to output pixel $(i, j)$, and column $r \cdot W + q$ to image pixel $(r, q)$.

Each row holds the same $KH \cdot KW$ numbers, at places that are moved by one from row to row and further at the end of a line of
the output; everything else is exactly zero. That is all there is to the difference between a convolution and a dense layer:
**local** (zeros) and **shared** (repeated) weights. Backpropagation through a convolution is a product with $M^\top$.

Return a new array of shape (OH OW, H W) in the dtype of `weight`; do not change the input.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 9.1, on doubly block circulant matrices; Dumoulin and
Visin 2016, *A guide to convolution arithmetic for deep learning*, section 4.1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

from grader.authoring import About

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array

ABOUT = About(
    title="Convolution as a matrix",
    difficulty=2,
    points=10,
    needs=("convolution/cross_correlate2d", "cnn/conv_params"),
    questions=("Why a CNN and not a dense network for classifying images?",),
    hints=(
        "Take an image of two rows and three columns, a kernel of two by two, and write the matrix with a pencil. There are "
        "two windows, so it has two rows, and six pixels, so it has six columns. Where do the zeros in the middle of a row "
        "come from?",
        "Do not compute positions in the flattened image by yourself. Give the matrix four axes while you fill it: output "
        "row, output column, image row, image column. For a fixed output pixel what remains is a picture as large as the "
        "image, and in it the kernel lies exactly where the window lies. Everything else stays zero.",
        "One assignment for each output pixel fills the array with four axes: the slice that begins at the output pixel's own "
        "row and column, as long as the kernel, receives the weight. A reshape at the end joins the first two axes and the "
        "last two. Make the zeros in the dtype of the weight, and look first whether the kernel fits.",
    ),
    forbid=(
        "torch.nn.functional.conv2d",
        "torch.conv2d",
        "torch.nn.Conv2d",
        "torch.nn.functional.unfold",
        "torch.nn.Unfold",
        "scipy.signal",
        "scipy.ndimage",
        "scipy.linalg",
    ),
)


def conv_as_matrix(weight: Float[Array, "KH KW"], height: int, width: int) -> Float[Array, "P Q"]:
    """Write the cross-correlation with a kernel as a matrix that acts on flattened images.

    Parameters
    ----------
    weight : the kernel.
    height : rows of the images, H.
    width : columns of the images, W.

    Returns
    -------
    The matrix, with a row for each of the P = OH OW output pixels and a column for each of the Q = H W image pixels.

    Raises
    ------
    ValueError
        If the kernel is larger than the images in either direction. The message contains the word weight.

    Examples
    --------
    >>> conv_as_matrix(np.array([[1.0, 2.0], [3.0, -4.0]]), 2, 3)
    array([[ 1.,  2.,  0.,  3., -4.,  0.],
           [ 0.,  1.,  2.,  0.,  3., -4.]])
    >>> conv_as_matrix(np.array([[1.0, -2.0]]), 2, 3)
    array([[ 1., -2.,  0.,  0.,  0.,  0.],
           [ 0.,  1., -2.,  0.,  0.,  0.],
           [ 0.,  0.,  0.,  1., -2.,  0.],
           [ 0.,  0.,  0.,  0.,  1., -2.]])
    """
    kernel_height, kernel_width = weight.shape
    if kernel_height > height or kernel_width > width:
        raise ValueError(f"weight {kernel_height}x{kernel_width} does not fit into images of {height}x{width}")
    out_height, out_width = height - kernel_height + 1, width - kernel_width + 1
    matrix = np.zeros((out_height, out_width, height, width), weight.dtype)
    for i, j in np.ndindex(out_height, out_width):
        matrix[i, j, i : i + kernel_height, j : j + kernel_width] = weight
    return matrix.reshape(out_height * out_width, height * width)
