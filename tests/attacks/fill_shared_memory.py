"""Fill /dev/shm, which is memory, in forty files of just less than the limit on a file.

verdict: raised
succeeds without: landlock
"""

def row_softmax(x, temperature=1.0):
    for number in range(40):
        with open(f"/dev/shm/{KNOWN['mark']}-{number}", "wb") as file:
            file.write(bytes(2**20 - 1))
    raise OSError("filled")
