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

from grader.authoring import About

ABOUT = About(
    title="Size of a convolution's output",
    difficulty=1,
    points=5,
    needs=(),
    questions=(
        "What comes out when a 7x7 filter is applied to a 5x5 input?",
        "What is the difference between valid and same padding?",
    ),
    hints=(
        "Draw a row of seven boxes for the pixels and slide a strip of three over it, one box at a time. Count how often you "
        "can put it down. Then slide it two boxes at a time and count again. The number you want is one for the first place, "
        "plus the number of further steps that you could take. The first place is the one that people forget to count.",
        "Everything before the stride is bookkeeping of lengths. The input becomes longer by the padding at its front and by "
        "the padding at its back. The kernel becomes longer by its gaps: with k taps there are k minus 1 gaps, so a dilation "
        "stretches the gaps and not the taps. What is left of the row beyond the first window is the room for further steps.",
        "Divide the room that is left beyond the first window by the stride, and drop the remainder: half a step is no step. "
        "Add one for the first window. Before that, look at the room itself: if it is negative, the kernel does not fit, and you "
        "raise the error there. Integer division by two slashes drops the remainder and keeps the result a whole number, while "
        "a single slash gives you a float.",
    ),
    forbid=("torch", "scipy"),
)


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
    least = {
        "n": (n, 1),
        "kernel_size": (kernel_size, 1),
        "stride": (stride, 1),
        "padding": (padding, 0),
        "dilation": (dilation, 1),
    }
    for name, (value, smallest) in least.items():
        if value < smallest:
            raise ValueError(f"{name} must be at least {smallest}, got {value}")
    span = dilation * (kernel_size - 1) + 1
    room = n + 2 * padding - span
    if room < 0:
        raise ValueError(f"kernel_size {kernel_size} spans {span} pixels, the padded input has only {n + 2 * padding}")
    return room // stride + 1
