#!/usr/bin/env python3
"""Times commands in turn, in one run: medians of CPU and wall time, and peak memory.

    compare.py [--runs N] [--same-rows] [--markdown TITLE] 'LABEL=COMMAND' ...

Each command is run by the shell; in every round each is run once, so that what else the machine does falls on
all alike. The first round is not counted. With --same-rows, the lines that each prints must be those of the
first, in any order; a label that ends with `~` prints something else and is timed alone. A command that fails is
reported and left out. Needs Python and GNU time (Debian: time).

    compare.py 'claims=claims list --ledger big.json --source ito' \\
               'jq=jq -r ".claims[] | select(.source==\\"ito\\") | .statement" big.json'
"""
import argparse
import hashlib
import os
import statistics
import subprocess
import tempfile
import time


def run(command):
    """CPU seconds, wall seconds, peak memory in MB, exit code and the lines, sorted and hashed, of one run."""
    # GNU time starts it: the peak that the system tells of a process begins with that of whoever started it,
    # and Python alone is larger than most of what is measured here.
    with tempfile.TemporaryFile() as out, tempfile.NamedTemporaryFile("r") as peak:
        timed = ["/usr/bin/time", "-q", "-f", "%M", "-o", peak.name, "sh", "-c", command]
        start = time.perf_counter()
        process = subprocess.Popen(timed, stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.perf_counter() - start
        out.seek(0)
        lines = sorted(out.read().splitlines())
        memory = int(peak.read() or 0) / 1024
    rows = len(lines), hashlib.sha256(b"\n".join(lines)).hexdigest()
    return usage.ru_utime + usage.ru_stime, wall, memory, os.waitstatus_to_exitcode(status), rows


def measure(commands, runs, same_rows):
    """What each command took in every counted round, and what there is to say of those that are left out."""
    taken = {label: [] for label, _ in commands}
    left_out = {}
    expected = None
    for round_number in range(runs + 1):
        for label, command in commands:
            if label in left_out:
                continue
            cpu, wall, memory, code, rows = run(command)
            expected = expected or rows
            if code not in (0, 1):
                left_out[label] = f"failed: exit {code}"
            elif same_rows and not label.endswith("~") and rows != expected:
                left_out[label] = f"{rows[0]} rows, not the {expected[0]} of the first"
            elif round_number:
                taken[label].append((cpu, wall, memory))
    return taken, left_out, expected[0]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--same-rows", action="store_true")
    parser.add_argument("--markdown", metavar="TITLE")
    parser.add_argument("commands", nargs="+", metavar="LABEL=COMMAND")
    asked = parser.parse_args()
    commands = [command.split("=", 1) for command in asked.commands]
    taken, left_out, rows = measure(commands, asked.runs, asked.same_rows)
    row, first = ("{:16} {:>8} {:>8} {:>8} {:>15}", None)
    if asked.markdown:
        row = "| {} | {} | {} | {} | {} |"
        print(f"\n{asked.markdown} ({rows} rows)\n")
    print(row.format("", "CPU s", "wall s", "peak MB", "CPU, first = 1"))
    if asked.markdown:
        print(row.format("---", "--:", "--:", "--:", "--:"))
    for label, _ in commands:
        if label in left_out:
            print(row.format(label, left_out[label], "", "", ""))
            continue
        cpu, wall, memory = (statistics.median(column) for column in zip(*taken[label]))
        first = first or max(cpu, 1e-9)
        print(row.format(label, f"{cpu:.3f}", f"{wall:.3f}", f"{memory:.0f}", f"{cpu / first:.2f}"))


main()
