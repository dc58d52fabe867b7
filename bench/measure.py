#!/usr/bin/env python3
"""Measures a command as a whole process: wall time, CPU time, peak memory.

measure.py [-n RUNS] [--any-load] [--peer "COMMAND"] [--max-wall S] [--max-memory MB] COMMAND...

Prints the medians; with --peer also those of another command, run in turn with the first, and the ratio. What the commands
print is thrown away. A run counts when all other processes together took less than a tenth of a core meanwhile (Linux);
with --any-load every run counts. Exit 1 when a median of the first command is above its limit.
"""
import argparse
import os
import shlex
import statistics
import subprocess
import sys
import time
from typing import NamedTuple

TICK = os.sysconf("SC_CLK_TCK")


class Cost(NamedTuple):
    """What a run takes, or the medians of several: seconds, seconds, MB."""
    wall: float
    cpu: float
    memory: float


def busy(helper=None):
    """CPU seconds that the machine has spent on anything but the helper process, 0 where that isn't known."""
    try:
        with open("/proc/stat", encoding="ascii") as f:
            user, nice, system, _idle, _wait, irq, soft, steal = map(int, f.readline().split()[1:9])
        spent = user + nice + system + irq + soft + steal
        if helper:
            with open(f"/proc/{helper}/stat", encoding="ascii") as f:
                spent -= sum(map(int, f.read().rsplit(")", 1)[1].split()[11:13]))
    except OSError:
        return 0
    return spent / TICK


def run(command, helper=None):
    """What one run costs, and the CPU seconds of everything else."""
    before, start = busy(helper), time.perf_counter()
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE) as process:
        error = process.stderr.read()
        _, status, usage = os.wait4(process.pid, 0)
        wall, after = time.perf_counter() - start, busy(helper)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 1):
        sys.exit(f"{shlex.join(command)}: exit {process.returncode}\n{error.decode()}")
    cpu = usage.ru_utime + usage.ru_stime
    return Cost(wall, cpu, usage.ru_maxrss / 1024), max(0, after - before - cpu)


def measured(commands, runs, any_load=False, helper=None, warm=True):
    """The runs that count of each command, taken in turn, when warm after one that doesn't; helper is a process that serves them."""
    for command in commands if warm else ():
        run(command, helper)
    counted, noisy = [[] for _ in commands], 0
    while len(counted[-1]) < runs:
        done = [run(command, helper) for command in commands]
        if any_load or all(others <= 0.1 * cost.wall + 2 / TICK for cost, others in done):
            for column, (cost, _) in zip(counted, done):
                column.append(cost)
        else:
            noisy += 1
            if noisy > 20 * runs:
                sys.exit("the machine isn't quiet: try later, or --any-load")
    return counted


def median(costs):
    return Cost(*(statistics.median(column) for column in zip(*costs)))


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=10)
    parser.add_argument("--any-load", action="store_true")
    parser.add_argument("--peer", type=shlex.split)
    parser.add_argument("--max-wall", type=float)
    parser.add_argument("--max-memory", type=float)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    args = parser.parse_args()
    commands = [args.command] + ([args.peer] if args.peer else [])
    medians = []
    for command, costs in zip(commands, measured(commands, args.n, args.any_load)):
        cost = median(costs)
        medians.append(cost)
        print(f"wall {cost.wall:.3f} s (least {min(costs).wall:.3f}), CPU {cost.cpu:.3f} s,"
              f" peak memory {cost.memory:.0f} MB, median of {len(costs)}: {shlex.join(command)}")
    own = medians[0]
    if args.peer:
        print("ratio to the peer: " + ", ".join(
            f"{name} {mine / its:.2f}" for name, mine, its in zip(("wall", "CPU", "peak memory"), own, medians[1])))
    sys.exit(own.wall > (args.max_wall or own.wall) or own.memory > (args.max_memory or own.memory))


if __name__ == "__main__":
    main()
