r"""How much of the image does one unit deep in the network see?

A stack of convolution and pooling layers, the first one next to the image, works along one axis. Each layer has a kernel size
$k$, a stride $s$ and a dilation $d$ (1 where taps are neighbours). A unit of a layer is computed from $k$ units of the layer
below, $d$ units apart; these are computed from units below them, and so on down to the pixels. The **receptive field** of a
unit is the stretch of the image from the first to the last pixel that can change it.

Count two numbers on the way up, both in pixels of the image:

* its **size** $r$, how many pixels from the first to the last, both included. The image itself is layer 0, where a unit is a
  pixel and sees itself: $r = 1$.
* its **jump** $j$, how far the field moves from one unit to the next one beside it. For pixels $j = 1$.

Both follow from the layer below by drawing a picture: the fields of the first and of the last tap have the same size and are
some jumps apart. A stride does not enlarge the field of its own layer. It makes the units of the layer sparser, and so it
enlarges what every later kernel adds. Three 3x3 layers see 7 pixels, which one 7x7 layer sees as well; the three need 27
weights in place of 49.

Padding does not matter: the size is that of a unit far from the border. No layers at all leave the pixel: (1, 1). The results are
whole numbers.

Source: Araujo, Norris and Sim 2019, *Computing receptive fields of convolutional neural networks*, Distill, section 2; the
argument for small kernels is that of Simonyan and Zisserman 2015, section 2.3.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence


def receptive_field(layers: Sequence[tuple[int, int, int]]) -> tuple[int, int]:
    """Find size and jump of the receptive field of a unit in the last layer.

    Parameters
    ----------
    layers : one tuple (kernel_size, stride, dilation) of whole numbers for each layer, from the image upwards.

    Returns
    -------
    The tuple (size, jump), in pixels of the image.

    Raises
    ------
    ValueError
        If a number is below 1. The message names it: kernel_size, stride, dilation.

    Examples
    --------
    >>> receptive_field([(3, 1, 1), (3, 1, 1), (3, 1, 1)])
    (7, 1)
    >>> receptive_field([(5, 2, 1), (3, 3, 1), (2, 1, 4)])
    (33, 6)
    """
    raise NotImplementedError("write receptive_field here")
