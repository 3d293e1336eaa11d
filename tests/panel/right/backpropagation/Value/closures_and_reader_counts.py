# verdict: passed
# style: closures that share out a gradient; backward counts the readers of each node first and waits for all of them
import math
lift = lambda v: v if isinstance(v, Value) else Value(v)

class Value:
    def __init__(self, data):
        self.data, self.grad = float(data), 0.0
        self._inputs, self._share = (), lambda g: ()
    def _op(self, data, inputs, share):
        out = Value(data)
        out._inputs, out._share = inputs, share
        return out
    def __add__(self, other):
        other = lift(other)
        return self._op(self.data + other.data, (self, other), lambda g: (g, g))
    def __mul__(self, other):
        other = lift(other)
        a, b = self.data, other.data
        return self._op(a * b, (self, other), lambda g: (g * b, g * a))
    def __pow__(self, exponent):
        a = self.data
        return self._op(a ** exponent, (self,), lambda g: (g * exponent * a ** (exponent - 1) if exponent else 0.0,))
    def __truediv__(self, other):
        other = lift(other)
        a, b = self.data, other.data
        return self._op(a / b, (self, other), lambda g: (g / b, -g * a / b / b))
    def __rtruediv__(self, other): return Value(other) / self
    def __neg__(self): return self * -1.0
    def __sub__(self, other): return self + (-other)
    def __rsub__(self, other): return -self + other
    def __radd__(self, other): return self + other
    def __rmul__(self, other): return self * other
    def exp(self):
        e = math.exp(self.data)
        return self._op(e, (self,), lambda g: (g * e,))
    def log(self):
        return self._op(math.log(self.data), (self,), lambda g, a=self.data: (g / a,))
    def tanh(self):
        t = math.tanh(self.data)
        return self._op(t, (self,), lambda g: (g * (1.0 - t) * (1.0 + t),))
    def relu(self):
        return self._op(max(self.data, 0.0), (self,), lambda g, on=self.data > 0: (g if on else 0.0,))
    def backward(self):
        readers, stack = {self: 0}, [self]
        while stack:
            for u in stack.pop()._inputs:
                if u not in readers:
                    readers[u] = 0
                    stack.append(u)
                readers[u] += 1
        sums, ready = {**dict.fromkeys(readers, 0.0), self: 1.0}, [self]
        while ready:
            v = ready.pop()
            v.grad += sums[v]
            for u, part in zip(v._inputs, v._share(sums[v])):
                sums[u] += part
                readers[u] -= 1
                if readers[u] == 0:
                    ready.append(u)
