r"""From records to a matrix: numbers as they are, categories as one-hot columns, gaps where something is missing.

Data arrive as records, a list of $n$ dicts such as `{"age": 31, "city": "Rome"}`: a data frame without the library, with a name
and a type for each column. A network wants an array of one type. `numeric` and `categorical` say which names are to be encoded,
and how; other names in the records are ignored. The columns of the result are, from left to right,

1. one for each name in `numeric`, in the order of that list: the numbers, truth values as 0 and 1;
2. for each name in `categorical`, in the order of that list, a **block** with one column for each category that occurs in the
   records, in sorted order.

In a block, the column of category $k$ answers for each record whether it has this category:

$$X_{ij} = \begin{cases} 1 & \text{if the value of record } i \text{ is category } k \\ 0 & \text{otherwise} \end{cases}$$

A value is **missing** if the record does not have the name, or has `None` there. A missing number becomes NaN, and a missing
category a row of zeros in the block, with no column of its own. Nothing else is missing: 0 is a number, and the empty string a
category. A block is empty where no record has a category for its name.

Return the pair (`x`, `names`): `x` is a NumPy array of shape $(n, d)$ and type float64, also where $n$ or $d$ is 0, and `names` a
list with the name of each column: `"age"` for numbers, and for categories name, equals sign and category, `"city=Rome"`.
Categories are strings. Do not change the records.

Source: McKinney 2010, *Data structures for statistical computing in Python*; naming of the columns as in scikit-learn's
`DictVectorizer`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from jaxtyping import Float
    from numpy import ndarray as Array


# To be written without pandas, sklearn, by whatever name.
def encode_records(
    records: list[dict[str, Any]], numeric: list[str], categorical: list[str]
) -> tuple[Float[Array, "N D"], list[str]]:
    """Encode a list of dicts as a matrix of numbers, with a name for each column.

    Parameters
    ----------
    records : one dict for each example.
    numeric : names of values that are numbers.
    categorical : names of values that are categories, strings.

    Returns
    -------
    The matrix with one row for each record, as float64, and the list of the names of its columns.

    Raises
    ------
    ValueError
        If a name is in both lists. The message names the argument: categorical.

    Examples
    --------
    >>> records = [{"city": "Rome", "dog": True, "age": 31}, {"age": 7.5, "city": "Bern"}, {"city": "Rome", "age": None}]
    >>> x, names = encode_records(records, ["dog", "age"], ["city"])
    >>> x
    array([[ 1. , 31. ,  0. ,  1. ],
           [ nan,  7.5,  1. ,  0. ],
           [ nan,  nan,  0. ,  1. ]])
    >>> names
    ['dog', 'age', 'city=Bern', 'city=Rome']
    """
    raise NotImplementedError("write encode_records here")
