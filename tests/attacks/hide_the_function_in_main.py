"""Define the function only where the file is run as a program.

verdict: raised
stopped by: loading
"""
import numpy as np

if __name__ == "__main__":
    def row_softmax(x, temperature=1.0):
        return np.zeros_like(x)
