"""Drills: the real program, killed, watched and searched. Each ends with `N passed, N failed`.

    python -m tests.drills.kill --n 200        what is typed survives SIGKILL
    python -m tests.drills.plaintext           no file outside can be read
    python -m tests.drills.network             no internet socket is opened
    python -m tests.drills.seal                what is sealed cannot change unseen

Every drill has a sabotaged twin or a planted fault that it must find, or it proves nothing.
"""
