"""Be the number that is right for one column.

verdict: raised
stopped by: loading
"""
row_softmax = 1.0
