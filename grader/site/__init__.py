"""A static site of the curriculum: `gradlings site DIR`.

exercises/ --> curriculum (what there is) --> pages, each through prose and maths --> {path: bytes} --> a folder

Everything is read from what a student's copy holds, so nothing hidden can get in.
"""
