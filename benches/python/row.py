"""Runs one row as a process: prints how many violations of the corpus it finds, then, for each number of rounds on the
standard input, the CPU time in seconds.

    python row.py ROW FOLDER
"""
import importlib
import sys
import time
from pathlib import Path


def main(name: str, folder: str) -> None:
    row = importlib.import_module(f"rows.{name}")
    inputs = row.inputs(Path(folder))

    def round() -> int:
        return sum(map(row.found, inputs))

    expected = round()
    print(row.violations(inputs), flush=True)
    for rounds in sys.stdin:
        start = time.thread_time()
        for _ in range(int(rounds)):
            if round() != expected:
                raise AssertionError(f"{name} finds another number of violations")
        print(time.thread_time() - start, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
