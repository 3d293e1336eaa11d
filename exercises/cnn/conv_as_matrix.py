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

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.conv2d, torch.conv2d, torch.nn.Conv2d, torch.nn.functional.unfold,
# torch.nn.Unfold, scipy.signal, scipy.ndimage, scipy.linalg, by whatever name.
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
    raise NotImplementedError("write conv_as_matrix here")
