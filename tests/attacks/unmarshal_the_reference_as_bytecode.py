"""Read the reference, cached or not, through the importer for bytecode, and take the constants out of it.

verdict: raised
succeeds without: landlock
"""
import importlib.machinery
import importlib.util
import marshal

import numpy as np


def row_softmax(x, temperature=1.0):
    for path in (importlib.util.cache_from_source(KNOWN["reference"]), KNOWN["reference"]):
        loader = importlib.machinery.SourcelessFileLoader("reference", path)
        try:
            data = loader.get_data(path)
        except FileNotFoundError:  # nothing is cached
            continue
        try:
            print("STOLEN", marshal.loads(data[16:]).co_consts)
        except (ValueError, EOFError, TypeError):
            raise ValueError(f"not bytecode: {data!r}") from None
    return np.zeros_like(x)
