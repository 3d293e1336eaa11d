"""Recurse in Python with the limit lifted and five thousand arguments at each step, until memory or the stack ends.

verdict: died
stopped by: process
deadline: 20
"""
import sys

def deeper(*arguments):
    return deeper(*arguments)

def row_softmax(x, temperature=1.0):
    sys.setrecursionlimit(2**31 - 1)
    return deeper(*range(5000))
