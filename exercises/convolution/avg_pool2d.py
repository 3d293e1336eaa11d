r"""Average pooling: one number for each window, the mean of its pixels. The question is: the mean of how many?

A window of $k \times k$ pixels slides over every channel of every image by `stride` $s$, and its mean goes on. Like max pooling
it has nothing to learn: no filter, no parameters. The image may be padded with `padding` $p$ zeros on all four sides, $\tilde x$;
then $OH = \lfloor (H + 2p - k)/s \rfloor + 1$, likewise $OW$, and windows that would stick out of the padded image are left out.

$$y_{n,c,i,j} = \frac{1}{D_{i,j}} \sum_{0 \le u,\,v < k} \tilde x_{n,\,c,\,i s + u,\,j s + v}$$

At the border some pixels of a window are padding. They add nothing to the sum, but do they count?

* `count_include_pad=True`, the default: they do. $D = k^2$ everywhere, and a constant image gets darker towards its border.
* `count_include_pad=False`: they do not. $D_{i,j}$ is the number of pixels of the window that lie inside the image, black ones
  included. A constant image stays constant.

`stride=None` means a stride of `kernel_size`, so that windows touch but do not overlap; a stride of 0 is an error. The
padding is at most half of the kernel, $2p \le k$, so that every window has a pixel inside. A kernel as large as the image is
**global average pooling**: one number for each channel, whatever the size of the image.

Return a new array in the dtype of `x`; do not change the input.

Source: LeCun, Bottou, Bengio and Haffner 1998, *Gradient-based learning applied to document recognition*, section II-B; global
pooling is from Lin, Chen and Yan 2014, *Network in network*. The arguments are those of `torch.nn.functional.avg_pool2d`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without torch.nn.functional.avg_pool2d, torch.nn.AvgPool2d,
# torch.nn.functional.adaptive_avg_pool2d, torch.nn.functional.lp_pool2d, torch.nn.functional.conv2d,
# torch.conv2d, scipy.ndimage, scipy.signal, by whatever name.
def avg_pool2d(
    x: Float[Array, "N C H W"],
    kernel_size: int,
    stride: int | None = None,
    padding: int = 0,
    count_include_pad: bool = True,
) -> Float[Array, "N C OH OW"]:
    """Average the pixels of each square window.

    Parameters
    ----------
    x : images, N of them, with C channels; each channel is pooled on its own.
    kernel_size : rows and columns of the square window, at least 1.
    stride : step of the window in pixels, the same in both directions, at least 1; None means `kernel_size`.
    padding : rows and columns of zeros added on each side, at least 0 and at most half of `kernel_size`.
    count_include_pad : whether the mean counts pixels of the padding as well.

    Returns
    -------
    The means, in the dtype of `x`.

    Raises
    ------
    ValueError
        If `kernel_size` is below 1 or larger than the padded image's height or width, `stride` is below 1, or `padding` is below
        0 or above half of `kernel_size`. The message names the argument: kernel_size, stride, padding.

    Examples
    --------
    >>> x = np.array([[[[12.0, 6.0, -2.0, 0.0, 9.0], [9.0, 9.0, -1.0, -7.0, -17.0], [6.0, 2.0, 0.5, 7.0, 3.0]]]])
    >>> avg_pool2d(x, 2)
    array([[[[ 9. , -2.5]]]])
    >>> avg_pool2d(x, 3, stride=3, padding=1, count_include_pad=True)
    array([[[[ 4., -2.]]]])
    >>> avg_pool2d(x, 3, stride=3, padding=1, count_include_pad=False)
    array([[[[ 9., -3.]]]])
    """
    raise NotImplementedError("write avg_pool2d here")
