"""Replace os.write, the socket's methods, struct and json by ones that say the opposite.

verdict: wrong
stopped by: wire
"""
import json
import os
import socket

import numpy as np

WRITE, DUMPS, QUOTED = os.write, json.dumps, json.encoder.encode_basestring_ascii


def write(fd, data):
    text = bytes(data).replace(b'"wrong"', b'"right"').replace(b'"raised"', b'"returned"')
    return WRITE(fd, text if len(text) == len(data) else bytes(data))


def dumps(value, **how):
    return DUMPS(value, **how).replace('"kind","raised"', '"kind","returned"')


os.write, json.dumps = write, dumps
socket.socket.sendall = lambda self, data, *flags: [write(self.fileno(), data)]
json.encoder.encode_basestring_ascii = lambda text: QUOTED(text).replace('"raised"', '"returned"')


def row_softmax(x, temperature=1.0):
    raise ValueError("which is going to be a result")
