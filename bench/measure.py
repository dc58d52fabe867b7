#!/usr/bin/env python3
"""Measures a command as a whole process: wall time, CPU time, peak memory.

measure.py [-n RUNS] [--any-load] [--max-wall S] [--max-memory MB] COMMAND...     (stdout of the command is thrown away)

Prints the medians. A run counts when all other processes together took less than a tenth of a core meanwhile (Linux);
with --any-load every run counts. Exit 1 when a median is above its limit.
"""
import argparse
import os
import statistics
import subprocess
import sys
import time

TICK = os.sysconf("SC_CLK_TCK")


def busy():
    """CPU seconds that the machine has spent on anything, None where that isn't known."""
    try:
        with open("/proc/stat", encoding="ascii") as f:
            user, nice, system, _idle, _wait, irq, soft, steal = map(int, f.readline().split()[1:9])
    except OSError:
        return None
    return (user + nice + system + irq + soft + steal) / TICK


def run(command):
    """Wall seconds, CPU seconds, peak MB, CPU seconds of everything else."""
    before, start = busy(), time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    error = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall, after = time.perf_counter() - start, busy()
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode > 1:
        sys.exit(f"{' '.join(command)}: exit {process.returncode}\n{error.decode()}")
    cpu = usage.ru_utime + usage.ru_stime
    others = 0 if before is None else max(0, after - before - cpu)
    return wall, cpu, usage.ru_maxrss / 1024, others


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("-n", type=int, default=10)
    parser.add_argument("--any-load", action="store_true")
    parser.add_argument("--max-wall", type=float)
    parser.add_argument("--max-memory", type=float)
    parser.add_argument("command", nargs=argparse.REMAINDER)
    args = parser.parse_args()
    run(args.command)
    runs, noisy = [], 0
    while len(runs) < args.n:
        wall, cpu, memory, others = run(args.command)
        if args.any_load or others <= 0.1 * wall + 2 / TICK:
            runs.append((wall, cpu, memory))
        else:
            noisy += 1
            if noisy > 20 * args.n:
                sys.exit("the machine isn't quiet: try later, or --any-load")
    wall, cpu, memory = (statistics.median(column) for column in zip(*runs))
    print(f"wall {wall:.3f} s (least {min(r[0] for r in runs):.3f}), CPU {cpu:.3f} s, peak memory {memory:.0f} MB,"
          f" median of {len(runs)}{f', {noisy} noisy runs left out' if noisy else ''}: {' '.join(args.command)}")
    sys.exit(wall > (args.max_wall or wall) or memory > (args.max_memory or memory))


if __name__ == "__main__":
    main()
