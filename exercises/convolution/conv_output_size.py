r"""How large is the output of a convolution? Count the places where the kernel fits, along one axis.

A kernel of $k$ taps slides over an input of $n$ pixels that has $p$ more pixels on **each** of its two ends.
Two neighbouring taps are $d$ pixels apart (`dilation`), so from its first to its last tap the kernel spans
$e = d\,(k - 1) + 1$ pixels. The window starts at the first padded pixel and moves on by $s$ pixels at a time. Only
windows that lie completely inside the padded input count:

$$n_{\text{out}} = \#\,\{\, i \ge 0 \;:\; i\,s + e \le n + 2p \,\}$$

One arithmetic expression gives this count; any other way to the same number is as good. A window that would stick out
at the end is left out, it is neither rounded up nor filled. A kernel that does not fit even once has no valid output:
a 7x7 kernel on a 5x5 image without padding is an error, not an image of size 1 (that would take a padding of 1) and not
an image of size -1. Height and width obey the same rule, each with its own numbers. The result is a whole number: a
Python `int`, or an integer of NumPy's.

Source: Dumoulin and Visin 2016, *A guide to convolution arithmetic for deep learning*, chapter 2, and for dilation
section 5.1; the rule and the argument names are those of `torch.nn.Conv2d`.
"""

from __future__ import annotations


# To be written without torch, scipy, by whatever name.
def conv_output_size(n: int, kernel_size: int, stride: int = 1, padding: int = 0, dilation: int = 1) -> int:
    """Count the output pixels of a convolution or pooling layer along one axis.

    Parameters
    ----------
    n : pixels of the input along this axis, at least 1.
    kernel_size : taps of the kernel along this axis, at least 1.
    stride : step of the window in pixels, at least 1.
    padding : pixels added at each end, at least 0.
    dilation : distance between neighbouring taps in pixels, at least 1; 1 is an ordinary kernel.

    Returns
    -------
    The number of output pixels, a whole number of at least 1.

    Raises
    ------
    ValueError
        If an argument is below the least value given above, or the kernel with its gaps is longer than the padded input.
        The message names the argument: n, kernel_size, stride, padding, dilation; for a kernel that does not fit it is
        kernel_size. If several are wrong, it does not matter which is found first.

    Examples
    --------
    >>> conv_output_size(7, 3)
    5
    >>> conv_output_size(32, 5, padding=2)
    32
    >>> conv_output_size(10, 3, stride=3)
    3
    >>> conv_output_size(11, 3, dilation=2)
    7
    >>> conv_output_size(5, 7)
    Traceback (most recent call last):
    ValueError: kernel_size 7 spans 7 pixels, the padded input has only 5
    """
    raise NotImplementedError("write conv_output_size here")
