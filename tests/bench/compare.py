#!/usr/bin/env python3
"""Times commands in turn, in one run: medians of CPU and wall time, and peak memory.

    compare.py [--runs N] 'LABEL=COMMAND' ...

Each command is run by the shell, its output thrown away; in every round each is run once, so that what
else the machine does falls on all alike. The first round is not counted. Needs Python and nothing else.

    compare.py 'claims=claims list --ledger big.json --source ito' \\
               'jq=jq -r ".claims[] | select(.source==\\"ito\\") | .statement" big.json'
"""
import argparse
import os
import statistics
import subprocess
import sys
import time


def run(command):
    """CPU seconds, wall seconds and peak memory in MB of one run, and its exit code."""
    start = time.perf_counter()
    process = subprocess.Popen(command, shell=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    return usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024, os.waitstatus_to_exitcode(status)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("commands", nargs="+", metavar="LABEL=COMMAND")
    asked = parser.parse_args()
    commands = [command.split("=", 1) for command in asked.commands]
    taken = {label: [] for label, _ in commands}
    for round_number in range(asked.runs + 1):
        for label, command in commands:
            cpu, wall, memory, code = run(command)
            if code not in (0, 1):
                sys.exit(f"{label}: exit {code}: {command}")
            if round_number:
                taken[label].append((cpu, wall, memory))
    first = statistics.median(row[0] for row in taken[commands[0][0]])
    print(f"{'':16} {'CPU s':>8} {'wall s':>8} {'peak MB':>8} {'CPU, first = 1':>15}")
    for label, rows in taken.items():
        cpu, wall, memory = (statistics.median(column) for column in zip(*rows))
        print(f"{label:16} {cpu:8.3f} {wall:8.3f} {memory:8.1f} {cpu / max(first, 1e-9):15.2f}")


main()
