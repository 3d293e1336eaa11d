r"""How much does weight sharing save? Count the parameters of a convolution, and those of a dense layer between the same arrays.

A batch of images with $C$ = `in_channels` channels of $H \times W$ pixels goes through a convolution with $O$ = `out_channels`
filters of $k \times k$, without padding and with a stride of 1. What comes out has $O$ channels of
$OH \times OW = (H - k + 1) \times (W - k + 1)$ pixels. Count twice:

* **the convolution**: each filter is as deep as its input, and it is the same filter at every position;
* **a dense layer** that maps all the numbers of the flattened image, $C \cdot H \cdot W$, to all the numbers of the output,
  $O \cdot OH \cdot OW$: one weight for each pair of them.

With `bias=True` a bias is added, and it is counted: the convolution has one for each filter, the dense layer one for each number
of its output. With `bias=False` there is none in either.

The result is a tuple of two whole numbers, (convolution, dense), of Python's `int` or an integer type of NumPy's. They get large:
where a convolution on small photographs has a few hundred parameters, the dense layer has hundreds of billions. The number of
parameters is all that shrinks so much. The convolution multiplies as often as it has weights **at each position**.

Source: LeCun, Bottou, Bengio and Haffner 1998, *Gradient-based learning applied to document recognition*, section II-A;
Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 9.2.
"""

from __future__ import annotations


# To be written without torch.nn, by whatever name.
def conv_params(
    in_channels: int, out_channels: int, kernel_size: int, height: int, width: int, bias: bool = True
) -> tuple[int, int]:
    """Count the parameters of a convolution, and those of the dense layer that it stands for.

    Parameters
    ----------
    in_channels : channels of the image, at least 1.
    out_channels : number of filters, at least 1.
    kernel_size : rows and columns of the square kernel, at least 1.
    height : rows of the image, at least 1.
    width : columns of the image, at least 1.
    bias : whether the layers have biases.

    Returns
    -------
    The tuple (convolution, dense) of two whole numbers.

    Raises
    ------
    ValueError
        If the kernel is larger than the image in either direction; the message contains kernel_size.

    Examples
    --------
    >>> conv_params(3, 2, 2, 4, 5, bias=False)
    (24, 1440)
    >>> conv_params(3, 16, 3, 32, 32)
    (448, 44251200)
    """
    raise NotImplementedError("write conv_params here")
