"""Abort the process while the file is loaded.

verdict: died
stopped by: process
"""
import os

os.abort()

def row_softmax(x, temperature=1.0):
    return x
