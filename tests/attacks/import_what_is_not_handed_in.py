"""Import a helper that lies beside the file but is not handed in.

verdict: raised
stopped by: loading
"""
from . import helper

def row_softmax(x, temperature=1.0):
    return helper.softmax(x, temperature)
