"""Put back the course and the finder that the kit took away, and import the reference by its name.

verdict: raised
succeeds without: landlock
"""
import importlib
import importlib.machinery
import inspect
import os
import sys

import numpy as np

from grader import child


def row_softmax(x, temperature=1.0):
    kit = os.path.dirname(child.serve.__code__.co_filename)
    sys.modules["grader"].__path__ = [kit]  # it was emptied before this file was loaded
    sys.path.insert(0, KNOWN["course"])
    sys.path_importer_cache.clear()
    sys.meta_path.insert(0, importlib.machinery.PathFinder)  # the kit's own finder knows only what may be read
    module = importlib.import_module("solutions.attacked.row_softmax")
    print("STOLEN", inspect.getsource(module))
    return getattr(module, "row_softmax", np.zeros_like)(x)
