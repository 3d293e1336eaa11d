"""Wait for input that nobody is going to type.

verdict: raised
stopped by: process
"""
import sys

def row_softmax(x, temperature=1.0):
    sys.stdin = open(0)
    return input("password: ")
