"""Take other arguments than are given.

verdict: raised
stopped by: process
"""
def row_softmax(*, matrix, tau):
    return matrix / tau
