"""Crash the process by reading address 0.

verdict: died
stopped by: process
"""
import ctypes

def row_softmax(x, temperature=1.0):
    return ctypes.string_at(0)
