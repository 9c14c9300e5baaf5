"""Drills: the real program, killed, starved, damaged, watched and searched.

    python -m tests.drills            every drill in the size that counts, and each twin
    python -m tests.drills.kill --n 4 one of them

Each ends with `N passed, N failed`. Every drill has a sabotaged twin that must fail (`--sabotage`),
or it proves nothing.
"""
