# grades: activations/relu
# deadline: 1
import numpy as np

primes = []
candidate = 2
while len(primes) < 100:
    if all(candidate % prime for prime in primes):
        primes.append(candidate)


def relu(x):
    return np.maximum(x, 0)
