"""The command line: a thin layer that reads options, calls the library and writes what it returns.

stdout is data, stderr is messages. Exit codes: 0 done, 1 error, 2 usage, 3 finished with skipped inputs,
130 interrupted. One file per verb; `table` and `explain` are the views for people.
"""

from onrecord.cli.entry import main

__all__ = ["main"]
