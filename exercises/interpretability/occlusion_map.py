r"""Where does a network look? Cover a part of the image, see how much the score drops, and move on.

`f` is a black box: it takes an image of shape (C, H, W) and returns one number, the score of a class, say. A square of `patch`
rows and columns slides over the image in steps of `stride`. Under it, **all channels** take the value `fill`; the rest of the
image stays as it is. The map holds what the score **loses** by it:

$$m_{i,j} = f(x) - f(x^{(i,j)}), \qquad
x^{(i,j)}_{c,r,q} = \begin{cases} \text{fill} & i s \le r < i s + p \ \text{and}\ j s \le q < j s + p \\ x_{c,r,q} & \text{else}
\end{cases}$$

A large number marks a place that the score depends on, zero one that makes no difference, and a negative number one that speaks
against the class: without it the score is higher. Each position starts again from the whole image. Only squares that lie
completely inside it count, so the map has $\lfloor (H - p)/s \rfloor + 1$ rows, and likewise columns.

No gradients are needed, but a call of `f` for each position. The answer depends on the size of the square and on the fill,
which should be something that carries no meaning: a black square is no absence of information for a network that looks for
black squares.

`f` neither changes nor keeps its argument. Call it with arrays of the shape and dtype of `x`; it returns a plain number, or a
scalar of your library. The map is a new array in the dtype of `x`, which is float64 or float32. Do not change `x`: in
NumPy it may be read-only.

Source: Zeiler and Fergus 2014, *Visualizing and understanding convolutional networks*, section 4.2.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Callable

    from jaxtyping import Float
    from numpy import ndarray as Array


def occlusion_map(
    f: Callable[[Float[Array, "C H W"]], float],
    x: Float[Array, "C H W"],
    patch: int,
    stride: int = 1,
    fill: float = 0.0,
) -> Float[Array, "PH PW"]:
    """Measure how much the score of an image drops when a square of it is covered, for every place of the square.

    Parameters
    ----------
    f : takes an image and returns its score.
    x : the image.
    patch : rows and columns of the square that covers, at least 1.
    stride : step of the square in pixels, at least 1.
    fill : the value of a covered pixel, in every channel.

    Returns
    -------
    The map of the drops, in the dtype of `x`.

    Raises
    ------
    ValueError
        If the square is larger than the image in either direction. The message contains the word patch.

    Examples
    --------
    >>> x = np.array([[[1.0, 2.0, 3.0], [4.0, 5.0, 6.0]], [[0.0, 1.0, 0.0], [-1.0, 0.0, 2.0]]])
    >>> def f(image):
    ...     return 2.0 * image[0, 0, 2] - image[1, 1, 0] + image[0, 0, 0] * image[1, 1, 2]
    >>> occlusion_map(f, x, 1)
    array([[2., 0., 6.],
           [1., 0., 2.]])
    >>> occlusion_map(f, x, 2, fill=1.0)
    array([[2., 5.]])
    """
    raise NotImplementedError("write occlusion_map here")
