r"""What is a tensor? Read it off nested lists: how many axes, how long, how many numbers, of which type, in how many bytes.

A number on its own is a tensor of rank 0. A list of $n$ tensors of one shape is a tensor with one more axis, of length $n$, in
front of theirs. So brackets nest, and what they enclose is even: all lists of a level have the same length. For a tensor with $r$
axes of the lengths $n_1, \dots, n_r$

$$\text{rank} = r, \qquad \text{shape} = (n_1, \dots, n_r), \qquad \text{size} = \prod_{k=1}^{r} n_k, \qquad
\text{nbytes} = \text{size} \cdot \text{bytes per number}$$

The rank is the number of **axes**, not of features: a table of 1000 people with 50 features each has rank 2 and not 50, and
that is not the rank of linear algebra either. Rank 0 has the shape `()`, and as the product of nothing is 1, size 1.

All numbers of a tensor have one type, the widest that occurs in any place; each of these can hold those before it:

| numbers of Python | `dtype` | bytes each |
|---|---|---|
| `bool` | `"bool"` | 1 |
| `int` | `"int64"` | 8 |
| `float` | `"float64"` | 8 |
| `complex` | `"complex128"` | 16 |

Empty lists are tensors, too: `[[], []]` has the shape (2, 0) and the size 0. Where there is no number at all the type is
`"float64"`, as in NumPy.

Lists that are not even, such as a row that is shorter than the others, or a number beside a list, are no tensor but an error.
Work this out in plain Python, without an array library, and do not change `x`.

Source: Goodfellow, Bengio and Courville 2016, *Deep Learning*, section 2.1; types and their widths are those of NumPy.
"""

from __future__ import annotations

from typing import Any


# To be written without numpy, torch, by whatever name.
def tensor_summary(x: Any) -> dict[str, Any]:
    """Describe the tensor that a number, or lists in lists of numbers, stand for.

    Parameters
    ----------
    x : a `bool`, `int`, `float` or `complex`, or a list of such things or of lists, to any depth.

    Returns
    -------
    A dict with the rank (an int), the shape (a tuple of ints), the size (an int), the dtype (a str) and nbytes (an int), under
    the keys "rank", "shape", "size", "dtype" and "nbytes".

    Raises
    ------
    ValueError
        If lists of one level differ in length, or stand beside a number. The message names the argument: x.

    Examples
    --------
    >>> tensor_summary([[1, 2, 3, 4], [5, 6.5, 7, 8]])
    {'rank': 2, 'shape': (2, 4), 'size': 8, 'dtype': 'float64', 'nbytes': 64}
    >>> tensor_summary(True)
    {'rank': 0, 'shape': (), 'size': 1, 'dtype': 'bool', 'nbytes': 1}
    >>> tensor_summary([[1, 2], [3]])
    Traceback (most recent call last):
    ValueError: the lists in x are not even
    """
    raise NotImplementedError("write tensor_summary here")
