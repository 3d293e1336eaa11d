# verdict: forbidden
# mistake: The list is given to numpy.array, which answers everything, but it is to be worked out without an array library.
import numpy as np


def tensor_summary(x):
    try:
        a = np.array(x)
    except ValueError:
        raise ValueError("the lists in x are not even") from None
    return {"rank": a.ndim, "shape": a.shape, "size": int(a.size), "dtype": a.dtype.name, "nbytes": int(a.nbytes)}
