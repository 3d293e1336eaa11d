# verdict: wrong
# mistake: The normal equations are solved, which squares the condition number, so at degree 11 far fewer than ten digits are left.
# told: solves_the_normal_equations
import numpy as np


def ridge_polyfit(x, y, degree, lam=0.0):
    if lam < 0:
        raise ValueError("lam must be >= 0")
    V = np.vander(x.astype(float), degree + 1, increasing=True)
    P = lam * np.eye(degree + 1)
    P[0, 0] = 0.0
    c = np.linalg.solve(V.T @ V + P, V.T @ y.astype(float))
    return c.astype(x.dtype)
