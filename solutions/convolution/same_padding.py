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

from grader.authoring import About

ABOUT = About(
    title="Same padding",
    difficulty=1,
    points=5,
    needs=("convolution/conv_output_size",),
    questions=("What is the difference between valid and same padding?",),
    hints=(
        "Draw a row of five pixels and a kernel of two taps. How many zeros does it take to put the kernel down five times, and "
        "where would you draw them? Then use a kernel of four. Now move it by two pixels at a time: three windows are wanted "
        "this time. Work out from your drawing where the last window begins and where it ends.",
        "Turn the question around. You know how many windows there will be, because that depends on the length of the row and on "
        "the stride alone. So you know where the last one begins, and with the span of the kernel where it ends. What does that "
        "have to do with the length of the row? Rounding up needs no floating-point numbers.",
        "What the last window needs beyond the row is the total number of zeros, unless the row reaches far enough already; then "
        "the difference is negative and the answer is none. Split the total in two by integer division, which rounds down: "
        "that is the front. The rest is the end. Do not divide the kernel itself by two, it need not have a middle.",
    ),
    forbid=("torch", "scipy"),
    skip={
        "independent": "PyTorch has same padding for stride 1 only and does not tell how much it adds; NumPy and SciPy have none."
    },
)


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
    for name, value in {"n": n, "kernel_size": kernel_size, "stride": stride, "dilation": dilation}.items():
        if value < 1:
            raise ValueError(f"{name} must be at least 1, got {value}")
    windows = -(-n // stride)  # n / stride, rounded up
    end_of_the_last = stride * (windows - 1) + dilation * (kernel_size - 1) + 1
    missing = max(end_of_the_last - n, 0)
    return missing // 2, missing - missing // 2
