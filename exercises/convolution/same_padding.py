r"""How many zeros does "same" padding add? As few as give every stride its window, and the odd one goes to the end.

A kernel of $k$ taps, neighbouring taps $d$ pixels apart, spans $e = d\,(k - 1) + 1$ pixels. It slides over $n$ pixels in steps
of $s$. With "same" padding, the number of output pixels is to depend on input and stride only, not on the kernel:

$$n_{\text{out}} = \lceil n / s \rceil$$

At stride 1 that is $n$, hence the name; with a larger stride the output is smaller than the input all the same. Add as many
zeros as this takes, no more: the last of the $n_{\text{out}}$ windows has to end inside the padded row. A row that is long enough
already gets none, which happens where the stride is longer than the kernel; the padding is never negative.

The zeros go to both ends, half of them **before** the first pixel and half **after** the last. If their number is odd, the
end gets one more than the front. An odd kernel at stride 1 gets the same on both ends; a kernel of 2 taps gets none and one.

This is the rule of TensorFlow and Keras. PyTorch's `padding="same"` agrees with it at stride 1 and refuses every other stride.

Source: Dumoulin and Visin 2016, *A guide to convolution arithmetic for deep learning*, section 2.2 ("half" padding);
the rule for strides is that of `tf.nn.convolution` with `padding="SAME"`.
"""

from __future__ import annotations


# To be written without torch, scipy, by whatever name.
def same_padding(n: int, kernel_size: int, stride: int = 1, dilation: int = 1) -> tuple[int, int]:
    """Count the zeros that same padding puts at the two ends of a row of pixels.

    Parameters
    ----------
    n : pixels of the input along this axis, at least 1.
    kernel_size : taps of the kernel along this axis, at least 1.
    stride : step of the window in pixels, at least 1.
    dilation : distance between neighbouring taps in pixels, at least 1; 1 is an ordinary kernel.

    Returns
    -------
    The tuple (before, after) of whole numbers, 0 or more: zeros in front of the first pixel, and behind the last.

    Raises
    ------
    ValueError
        If an argument is below 1. The message names the argument: n, kernel_size, stride, dilation.

    Examples
    --------
    >>> same_padding(7, 3)
    (1, 1)
    >>> same_padding(7, 4)
    (1, 2)
    >>> same_padding(14, 7, stride=2)
    (2, 3)
    >>> same_padding(10, 3, dilation=4)
    (4, 4)
    """
    raise NotImplementedError("write same_padding here")
